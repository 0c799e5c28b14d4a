using System.CommandLine;
using Unknot.Atlas;
using Unknot.Cli.Output;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot regions</c>: every area that a finding can name.</summary>
internal static class RegionsCommand
{
    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON: id, name, synonyms, part, sides, whether on the skin." };
        var command = new Command("regions", "Lists the regions of the body.") { json };
        command.SetAction(parse =>
        {
            var atlas = AtlasData.Load();
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json))
            {
                JsonOutput.Write(output, [.. atlas.Regions.Select(Entry)], JsonOutput.Types.ImmutableArrayRegionEntry);
                return ExitCode.Done;
            }

            foreach (var part in atlas.Regions.GroupBy(region => region.Part))
            {
                output.WriteLine(part.Key);
                foreach (var region in part)
                {
                    var sides = region.Sides == RegionSides.Paired ? "left, right" : "midline";
                    output.WriteLine($"  {region.Id,-28} {region.Name,-34} {sides}{(region.Surface == RegionSurface.Inside ? ", inside" : "")}");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static RegionEntry Entry(Region region) => new(
        region.Id, region.Name, region.Synonyms, region.Part, [.. region.AllowedSides], region.Surface == RegionSurface.Skin);
}
