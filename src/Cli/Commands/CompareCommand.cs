using System.CommandLine;
using System.Text.Json;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot data compare</c>: which standard rankings two states of the atlas give differently.</summary>
internal static class CompareCommand
{
    /// <summary>Muscles of a ranking that are compared.</summary>
    private const int Compared = 10;

    internal static Command Create()
    {
        var before = new Option<DirectoryInfo>("--before") { Description = "The directory of the earlier state.", Required = true };
        var after = new Option<DirectoryInfo>("--data") { Description = "The directory of the present state.", DefaultValueFactory = _ => new DirectoryInfo("data") };
        var command = new Command("compare", "Says which standard rankings changed: of each region alone, and of the cases in data/cases.") { before, after };
        command.SetAction(parse => Compare(
            parse.GetRequiredValue(before), parse.GetRequiredValue(after), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Compare(DirectoryInfo before, DirectoryInfo after, TextWriter output, TextWriter error)
    {
        foreach (var directory in new[] { before, after }.Where(directory => !directory.Exists))
        {
            error.WriteLine($"There is no directory '{directory.FullName}'.");
            return ExitCode.BadInput;
        }

        Dictionary<string, List<string>> earlier;
        try
        {
            earlier = Rankings(before, after);
        }
        catch (AtlasDataException)
        {
            output.WriteLine("The earlier atlas cannot be read as it is written today, so its rankings cannot be compared.");
            return ExitCode.Done;
        }

        var changed = 0;
        foreach (var (name, now) in Rankings(after, after))
        {
            if (!earlier.TryGetValue(name, out var then) || then.SequenceEqual(now, StringComparer.Ordinal))
            {
                continue;
            }

            changed++;
            output.WriteLine($"{name}: {string.Join("; ", Moves(then, now))}");
        }

        output.WriteLine(changed == 0 ? "No standard ranking changed." : $"{changed} of {earlier.Count} standard rankings changed.");
        return ExitCode.Done;
    }

    private static IEnumerable<string> Moves(List<string> then, List<string> now) =>
    [
        .. now.Index().Where(item => then.IndexOf(item.Item) != item.Index).Select(item =>
            then.IndexOf(item.Item) is >= 0 and var old ? $"{item.Item} {old + 1} → {item.Index + 1}" : $"{item.Item} new at {item.Index + 1}"),
        .. then.Except(now, StringComparer.Ordinal).Select(muscle => $"{muscle} left the first {Compared}"),
    ];

    /// <summary>The first muscles for each region alone and for each case; a case that names what this state does not have is left out.</summary>
    private static Dictionary<string, List<string>> Rankings(DirectoryInfo directory, DirectoryInfo cases)
    {
        var atlas = AtlasData.Load(AtlasFiles.FromDirectory(directory.FullName));
        var model = PainModel.Build(atlas, BodyAtlas.Lay(atlas, Surface.Load()));
        var names = new RegionNames(atlas);
        var drawings = atlas.Regions
            .Select(region => (Name: region.Id.ToString(), Painful: new SidedRegion(region.Id, region.AllowedSides[0])))
            .Select(item => (item.Name, Drawing: new Drawing { Regions = [new RegionPain(item.Painful, 1)], Cells = [], PainFree = [] }))
            .Concat(Cases(cases, atlas, names));
        return drawings.ToDictionary(
            item => item.Name,
            item => model.Trace(item.Drawing).Results.Select(result => result.Muscle.ToString()).Distinct(StringComparer.Ordinal).Take(Compared).ToList(),
            StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, Drawing Drawing)> Cases(DirectoryInfo directory, AtlasData atlas, RegionNames names)
    {
        var folder = Path.Combine(directory.FullName, "cases");
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            var painful = ReadAll(file, "painful", atlas, names);
            var free = ReadAll(file, "painFree", atlas, names);
            if (painful is not null && free is not null)
            {
                yield return ($"case {Path.GetFileNameWithoutExtension(path)}", new Drawing { Regions = [.. painful.Select(region => new RegionPain(region, 1))], Cells = [], PainFree = [.. free] });
            }
        }
    }

    private static List<SidedRegion>? ReadAll(JsonDocument file, string field, AtlasData atlas, RegionNames names)
    {
        var found = new List<SidedRegion>();
        foreach (var text in file.RootElement.GetProperty(field).EnumerateArray())
        {
            var (read, problem) = SidedRegionText.Read(text.GetString() ?? "", atlas, names);
            if (problem is not null)
            {
                return null;
            }

            found.AddRange(read);
        }

        return found;
    }
}
