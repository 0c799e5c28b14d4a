using System.Text.RegularExpressions;

namespace Unknot.Conventions.Tests;

/// <summary>What each part may use: the arrows of the design, read from the project files.</summary>
public sealed partial class ArrowTests
{
    public static readonly TheoryData<string, string[]> Allowed = new()
    {
        { "Atlas", [] },
        { "Body", ["Atlas"] },
        { "Inference", ["Atlas", "Body"] },
        { "Charts", ["Atlas", "Body"] },
        { "Dialogue", ["Atlas", "Body", "Inference"] },
        { "Practice", ["Atlas"] },
        { "Web", ["Atlas", "Body", "Inference", "Charts", "Dialogue", "Practice"] },
        { "Cli", ["Atlas", "Body", "Inference", "Charts", "Dialogue", "Practice"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_references_only_what_it_may(string project, string[] allowed) =>
        Assert.Empty(Forbidden(Repository.Read($"src/{project}/{project}.csproj"), allowed));

    [Fact]
    public void Every_project_is_in_the_table() =>
        Assert.Equal(
            Allowed.Select(row => (string)row[0]).Order(StringComparer.Ordinal),
            Repository.Sources(".csproj", "src").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_check_of_references_can_fail() =>
        Assert.Equal(["Practice"], Forbidden("""<Project><ItemGroup><ProjectReference Include="../Practice/Practice.csproj" /></ItemGroup></Project>""", ["Atlas"]));

    [Fact]
    public void The_network_and_the_numerics_know_no_anatomy() =>
        Assert.DoesNotContain(Repository.Sources(".cs", "src/Inference/Network", "src/Inference/Numerics"), path => KnowsAnatomy(Repository.Read(path)));

    [Fact]
    public void The_check_for_anatomy_can_fail() => Assert.True(KnowsAnatomy("using System;\nusing Unknot.Atlas;\n"));

    [Fact]
    public void No_feature_of_the_site_uses_another()
    {
        var trespassers =
            from path in Repository.Sources(".cs", "src/Web/Features").Concat(Repository.Sources(".cshtml", "src/Web/Features"))
            let own = path.Split('/')[3]
            let used = FeatureName().Matches(Repository.Read(path)).Select(match => match.Groups["feature"].Value)
            from feature in used
            where feature != own && feature != "Shared" && own != "Shared"
            select $"{path} uses {feature}";

        Assert.Empty(trespassers);
    }

    private static List<string> Forbidden(string project, string[] allowed) =>
        [.. Reference().Matches(project).Select(match => match.Groups["name"].Value).Where(name => !allowed.Contains(name))];

    private static bool KnowsAnatomy(string source) => Anatomy().IsMatch(source);

    [GeneratedRegex(@"ProjectReference Include=""[^""]*?(?<name>\w+)\.csproj""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"Unknot\.(Atlas|Body)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Anatomy();

    [GeneratedRegex(@"Unknot\.Web\.Features\.(?<feature>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex FeatureName();
}
