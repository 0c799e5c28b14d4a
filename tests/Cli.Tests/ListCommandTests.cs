using System.Text.Json;

namespace Unknot.Cli.Tests;

public sealed class ListCommandTests
{
    [Fact]
    public void Regions_as_json_say_id_names_sides_and_whether_on_the_skin()
    {
        using var answer = JsonDocument.Parse(Run.Of("regions", "--json").Output);
        var regions = answer.RootElement.EnumerateArray().ToDictionary(region => region.GetProperty("id").GetString()!);

        Assert.Equal(["left", "right"], regions["temple"].GetProperty("sides").EnumerateArray().Select(side => side.GetString()));
        Assert.True(regions["temple"].GetProperty("onSkin").GetBoolean());
        Assert.False(regions["tongue"].GetProperty("onSkin").GetBoolean());
        Assert.InRange(regions.Values.Sum(region => region.GetProperty("sides").GetArrayLength()), 180, 260);
    }

    [Fact]
    public void Muscles_as_json_are_the_atlas()
    {
        using var answer = JsonDocument.Parse(Run.Of("muscles", "--json").Output);
        var muscles = answer.RootElement.GetProperty("muscles").EnumerateArray().ToList();

        Assert.True(muscles.Count >= 170);
        Assert.True(muscles.Sum(muscle => muscle.GetProperty("points").GetArrayLength()) >= 260);
        Assert.All(muscles, muscle => Assert.NotEqual(0, muscle.GetProperty("points").GetArrayLength()));
    }

    [Theory]
    [InlineData("regions", "back-of-neck")]
    [InlineData("muscles", "soleus")]
    public void Lists_can_be_read_without_json(string command, string line) =>
        Assert.Contains(line, Run.Of(command).Output, StringComparison.Ordinal);

    [Fact]
    public void The_data_that_ships_is_in_order()
    {
        var run = Run.Of("data", "check");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("nothing wrong", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Checking_a_folder_that_is_not_there_exits_with_2()
    {
        var run = Run.Of("data", "check", "--data", Path.Combine(Path.GetTempPath(), "no-such-atlas"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no directory", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Checking_an_empty_folder_lists_every_missing_file_and_exits_with_1()
    {
        var folder = Directory.CreateTempSubdirectory("unknot-");
        try
        {
            var run = Run.Of("data", "check", "--data", folder.FullName);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("regions.json: is missing", run.Output, StringComparison.Ordinal);
            Assert.Contains("safety.json: is missing", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_quick_look_at_the_figure_goes_with_checking_only()
    {
        var run = Run.Of("body", "--fast");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--fast goes with --check", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_the_figure_is_told_and_exits_with_1()
    {
        var folder = Directory.CreateTempSubdirectory("unknot-");
        try
        {
            var run = Run.Of("body", "--check", "--fast", "--out", folder.FullName);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("manifest.json: is missing", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
