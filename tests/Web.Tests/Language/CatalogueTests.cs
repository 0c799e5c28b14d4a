using System.Text.Json;
using System.Text.RegularExpressions;

namespace Unknot.Web.Tests.Language;

/// <summary>Each catalogue holds exactly the texts that its part of the program asks for.</summary>
public sealed partial class CatalogueTests
{
    /// <summary>The folder whose sources are read, and its catalogue.</summary>
    public static TheoryData<string> Parts { get; } = ["Web", "Dialogue", "Charts"];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_text_of_the_sources_is_translated(string part) => Assert.Empty(Asked(part).Except(Catalogue(part).Keys, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_translation_is_of_a_text_of_the_sources(string part) => Assert.Empty(Catalogue(part).Keys.Except(Asked(part), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Catalogues_are_sorted_by_their_keys(string part) => Assert.Equal(Catalogue(part).Keys.Order(StringComparer.Ordinal), Catalogue(part).Keys);

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_translation_holds_the_values_and_links_of_its_text(string part) => Assert.All(Catalogue(part), text =>
    {
        Assert.Equal(Marks().Matches(text.Key).Select(mark => mark.Value).Order(StringComparer.Ordinal), Marks().Matches(text.Value).Select(mark => mark.Value).Order(StringComparer.Ordinal));
        Assert.Equal(text.Key.Count(letter => letter is '*' or '[' or '`'), text.Value.Count(letter => letter is '*' or '[' or '`'));
    });

    [Theory]
    [MemberData(nameof(Parts))]
    public void Left_and_right_are_never_confused(string part) => Assert.All(Catalogue(part), text =>
    {
        Assert.Equal(Left().Count(text.Key), Izquierda().Count(text.Value));
        Assert.Equal(Right().Count(text.Key), Derecha().Count(text.Value));
    });

    private static Dictionary<string, string> Catalogue(string part) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Repository.Root, "src", part, "Language", "es.json")))!;

    private static HashSet<string> Asked(string part)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", part), "*", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "node_modules" or "wwwroot"))
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".ts" && !file.EndsWith(".test.ts", StringComparison.Ordinal));
        return files.SelectMany(file => (Path.GetExtension(file) == ".ts" ? InScript() : InSource()).Matches(File.ReadAllText(file)))
            .Select(match => JsonSerializer.Deserialize<string>($"\"{match.Groups["text"].Value}\"")!)
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("(?:\\bT|\\bPlaceWords\\.In\\([^)]*\\))(?:\\[|\\.Rich\\()\\s*\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InSource();

    [GeneratedRegex("\\bt\\(\\s*\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InScript();

    [GeneratedRegex(@"\{\d[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\bleft\b(?! open)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Left();

    [GeneratedRegex(@"\bright\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Right();

    [GeneratedRegex(@"\bizquierd", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Izquierda();

    [GeneratedRegex(@"\bderech", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Derecha();
}
