using System.CommandLine;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot data zones</c>: where points lie on the figure and which regions their zones reach, for whoever writes a muscle.</summary>
internal static class ZonesCommand
{
    internal static Command Create()
    {
        var directory = new Option<DirectoryInfo?>("--data") { Description = "Read the files of this directory instead of those built in." };
        var wanted = new Argument<string[]>("MUSCLE") { Description = "Ids of muscles; all when none is given.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("zones", "Says where each point lies and in which regions it is felt, and how often, as laid on the left of the figure.") { wanted, directory };
        command.SetAction(parse => Write(
            parse.GetValue(wanted) ?? [],
            parse.GetValue(directory),
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Write(string[] wanted, DirectoryInfo? directory, TextWriter output, TextWriter error)
    {
        if (directory is { Exists: false })
        {
            error.WriteLine($"There is no directory '{directory.FullName}'.");
            return ExitCode.BadInput;
        }

        var atlas = AtlasData.Load(directory is null ? AtlasFiles.Embedded() : AtlasFiles.FromDirectory(directory.FullName));
        var unknown = wanted.Where(name => !MuscleId.TryParse(name, null, out var id) || !atlas.TryGetMuscle(id, out _)).ToList();
        if (unknown.Count > 0)
        {
            foreach (var name in unknown)
            {
                error.WriteLine($"There is no muscle '{name}'. Nearest: {string.Join(", ", NearestNames.Of(name, atlas.Muscles, 3).Select(muscle => muscle.Id))}.");
            }

            return ExitCode.BadInput;
        }

        var body = BodyAtlas.Lay(atlas, Surface.Load());
        var model = PainModel.Build(atlas, body);
        var felt = atlas.Regions
            .SelectMany(region => region.AllowedSides.Select(side => new SidedRegion(region.Id, side)))
            .SelectMany(region => model.ReferringTo(region).Select(referral => (region, referral.Point, referral.Frequency)))
            .ToLookup(item => item.Point, item => (item.region, item.Frequency));
        foreach (var muscle in atlas.Muscles.Where(muscle => wanted.Length == 0 || wanted.Contains(muscle.Id.ToString(), StringComparer.Ordinal)))
        {
            foreach (var point in muscle.Points.Select(point => new SidedPoint(point.Id, Side.Left)))
            {
                var place = body.PlaceOf(point);
                output.WriteLine($"{point.Point}: pressed at {place.OnSkin.X:0} {place.OnSkin.Y:0} {place.OnSkin.Z:0}, {place.DepthMillimetres:0} mm deep, near {string.Join(", ", body.NearbyOf(point).Select(sign => sign.Landmark))}");
                foreach (var (region, frequency) in felt[point].OrderByDescending(item => item.Frequency))
                {
                    output.WriteLine($"    {frequency,5:0.00}  {(region.Side == Side.Right ? region.ToString() : region.Region.ToString())}");
                }
            }
        }

        return ExitCode.Done;
    }
}
