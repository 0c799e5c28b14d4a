using System.Collections.Immutable;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class ProgrammeChecks
{
    private const string File = "programmes.json";

    /// <summary>More is too much for one session.</summary>
    private const int MostPoints = 4;

    internal static IEnumerable<DataProblem> ProgrammesAreComplete(AtlasContent content)
    {
        var regions = content.Regions.ToLookup(region => region.Id);
        foreach (var programme in content.Programmes)
        {
            var place = programme.Id.ToString();
            if (programme.Points.Length is 0 or > MostPoints)
            {
                yield return new(File, $"{place} points", $"needs 1 to {MostPoints} points, has {programme.Points.Length}");
            }

            foreach (var twice in programme.Points.GroupBy(point => point.Point).Where(group => group.Count() > 1))
            {
                yield return new(File, $"{place} points", $"names '{twice.Key}' twice");
            }

            if (programme.Suits.Length == 0)
            {
                yield return new(File, $"{place} suits", "needs at least one entry");
            }

            if (programme.Places.Length == 0)
            {
                yield return new(File, $"{place} places", "needs at least one region");
            }

            foreach (var region in programme.Places.Where(region => regions[region].All(known => known.Surface != RegionSurface.Skin)))
            {
                yield return new(File, $"{place} places", $"there is no region '{region}' on the skin");
            }
        }
    }

    /// <summary>A programme is for everybody, so that it takes only what a person may press freely, in a way that reaches the point.</summary>
    internal static IEnumerable<DataProblem> ProgrammesPressWhatTheyReach(AtlasContent content)
    {
        var owners = OwnersOf(content);
        foreach (var (programme, point) in content.Programmes.SelectMany(programme => programme.Points.Select(point => (programme, point))))
        {
            var place = $"{programme.Id} {point.Point}";
            if (!owners.TryGetValue(point.Point, out var muscle))
            {
                yield return new(File, place, "there is no such point");
                continue;
            }

            if (muscle.Treatment.By != TreatedBy.Self)
            {
                yield return new(File, place, $"{muscle.Id} is not for everybody to press");
            }

            if (muscle.OnlySide is not null)
            {
                yield return new(File, place, "is described on one side only, but a programme presses both");
            }

            if (muscle.Releases.All(release => release.Technique != point.Technique || !(release.Points.IsEmpty || release.Points.Contains(point.Point))))
            {
                yield return new(File, place, $"{muscle.Id} has no way '{point.Technique}' that reaches it");
            }
        }
    }

    internal static IEnumerable<DataProblem> KeysComeFirst(AtlasContent content)
    {
        var owners = OwnersOf(content);
        foreach (var programme in content.Programmes)
        {
            ImmutableArray<MuscleId> order = [.. programme.Points.Where(point => owners.ContainsKey(point.Point)).Select(point => owners[point.Point].Id)];
            foreach (var chain in content.Chains.Where(chain => order.Contains(chain.Key) && order.Contains(chain.Satellite)))
            {
                if (order.LastIndexOf(chain.Satellite) < order.IndexOf(chain.Key))
                {
                    yield return new(File, programme.Id.ToString(), $"{chain.Key} keeps {chain.Satellite} alive and must come before it");
                }
            }
        }
    }

    private static Dictionary<PointId, Muscle> OwnersOf(AtlasContent content) => content.Muscles
        .SelectMany(muscle => muscle.Points.Select(point => (point.Id, muscle)))
        .DistinctBy(pair => pair.Id)
        .ToDictionary(pair => pair.Id, pair => pair.muscle);
}
