using System.Text.Json.Nodes;

namespace Unknot.Cli.Tests;

public sealed class DataCommandTests
{
    [Fact]
    public void Zones_say_where_a_point_is_pressed_and_which_regions_it_reaches()
    {
        var run = Run.Of("data", "zones", "infraspinatus");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("infraspinatus-1: pressed at", run.Output, StringComparison.Ordinal);
        Assert.Contains("front-of-shoulder", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("soleus-1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_of_an_unknown_muscle_exit_with_2_and_offer_the_nearest()
    {
        var run = Run.Of("data", "zones", "infraspinatis");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Nearest: infraspinatus", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_atlas_twice_has_no_changed_ranking()
    {
        var data = Path.Combine(Root(), "data");
        var run = Run.Of("data", "compare", "--before", data, "--data", data);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("No standard ranking changed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_grows_rarer_is_told_by_the_rankings_that_change()
    {
        using var before = new CopiedData(Path.Combine(Root(), "data"));
        var path = Path.Combine(before.Folder, "muscles", "temporalis.json");
        var muscle = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var zone in muscle["points"]!.AsArray().SelectMany(point => point!["zones"]!.AsArray()))
        {
            zone!["frequency"] = 0.05;
        }

        File.WriteAllText(path, muscle.ToJsonString());
        var run = Run.Of("data", "compare", "--before", before.Folder, "--data", Path.Combine(Root(), "data"));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("(?m)^temple: .*temporalis", run.Output);
        Assert.Contains("standard rankings changed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparing_with_a_folder_that_is_not_there_exits_with_2() =>
        Assert.Equal(2, Run.Of("data", "compare", "--before", Path.Combine(Path.GetTempPath(), "no-such-atlas")).ExitCode);

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Unknot.slnx")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return directory.FullName;
    }

    private sealed class CopiedData : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unknot-");

        internal CopiedData(string source)
        {
            foreach (var file in Directory.EnumerateFiles(source, "*.json", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        internal string Folder => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
