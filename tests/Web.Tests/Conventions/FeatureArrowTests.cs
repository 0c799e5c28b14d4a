using System.Text.RegularExpressions;

namespace Unknot.Web.Tests.Conventions;

/// <summary>The web is sliced: a feature never reaches into another one. Only the layout in Shared is common.</summary>
public sealed partial class FeatureArrowTests
{
    [Fact]
    public void No_feature_refers_to_another_feature()
    {
        var folder = Path.Combine(Repository.Root, "src", "Web", "Features");
        var features = Directory.GetDirectories(folder).Select(Path.GetFileName).OfType<string>().ToList();
        Assert.Contains("Finder", features);

        var broken =
            from feature in features
            from file in Directory.EnumerateFiles(Path.Combine(folder, feature), "*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
            from other in OtherFeatures(feature, File.ReadAllText(file))
            select $"{Path.GetRelativePath(folder, file)} refers to {other}";

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("using Unknot.Web.Features.Muscles;", "Muscles")]
    [InlineData("@using Unknot.Web.Features.Muscles", "Muscles")]
    [InlineData("var x = Unknot.Web.Features.Regions.ListRegions.Name;", "Regions")]
    public void The_check_can_fail(string line, string found) => Assert.Equal([found], OtherFeatures("Finder", line));

    [Fact]
    public void A_feature_may_name_itself_and_what_is_shared() =>
        Assert.Empty(OtherFeatures("Finder", "using Unknot.Web.Features.Finder; using Unknot.Web.Features.Shared; using Unknot.Web.Hosting;"));

    private static IEnumerable<string> OtherFeatures(string feature, string source) =>
        FeatureName().Matches(source).Select(match => match.Groups["name"].Value).Where(name => name != feature && name != "Shared");

    [GeneratedRegex(@"Unknot\.Web\.Features\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FeatureName();
}
