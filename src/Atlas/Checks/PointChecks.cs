using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class PointChecks
{
    internal static IEnumerable<DataProblem> PointsSitOnAFibre(AtlasContent content)
    {
        foreach (var muscle in content.Muscles)
        {
            var file = AtlasReader.FileOf(muscle.Id);
            foreach (var point in muscle.Points)
            {
                var place = point.Id.ToString();
                if (!place.StartsWith($"{muscle.Id}-", StringComparison.Ordinal))
                {
                    yield return new(file, place, $"a point of this muscle is called {muscle.Id}-1, -2, …");
                }

                if (point.Fibre < 1 || point.Fibre > muscle.Fibres.TotalCount)
                {
                    yield return new(file, $"{place} fibre", $"is {point.Fibre}, the muscle has fibres 1 to {muscle.Fibres.TotalCount}");
                }

                if (point.AlongPercent is not (>= 0 and <= 100))
                {
                    yield return new(file, $"{place} alongPercent", $"is {point.AlongPercent}, allowed is 0 to 100");
                }

                if (point.SpreadMillimetres is not (>= 5 and <= 60))
                {
                    yield return new(file, $"{place} spreadMillimetres", $"is {point.SpreadMillimetres}, allowed is 5 to 60");
                }
            }
        }
    }

    internal static IEnumerable<DataProblem> ZonesAreWellFormed(AtlasContent content)
    {
        var inside = content.Regions.Where(region => region.Surface == RegionSurface.Inside).Select(region => region.Id).ToHashSet();
        foreach (var muscle in content.Muscles)
        {
            var file = AtlasReader.FileOf(muscle.Id);
            foreach (var point in muscle.Points)
            {
                if (point.Zones.All(zone => zone.Kind != ZoneKind.Essential))
                {
                    yield return new(file, $"{point.Id} zones", "needs at least one essential zone");
                }

                foreach (var what in point.Zones.SelectMany(zone => ProblemsOf(zone, inside)))
                {
                    yield return new(file, $"{point.Id} zones", what);
                }
            }
        }
    }

    private static IEnumerable<string> ProblemsOf(Zone zone, HashSet<RegionId> inside)
    {
        if ((zone.Path is null) == (zone.Inside is null))
        {
            yield return "a zone has either a path over the skin or a region inside the body";
        }

        if ((zone.Path is null) != (zone.WidthMillimetres is null))
        {
            yield return "a path and its width go together";
        }

        if (zone.Path is { Length: 0 })
        {
            yield return "a path needs at least one place";
        }

        if (zone.WidthMillimetres is not (null or (>= 8 and <= 160)))
        {
            yield return $"widthMillimetres is {zone.WidthMillimetres}, allowed is 8 to 160";
        }

        if (zone.Inside is { } region && !inside.Contains(region))
        {
            yield return $"'{region}' is not a region inside the body";
        }

        if (zone.Frequency is not (> 0 and <= 1))
        {
            yield return $"frequency is {zone.Frequency}, allowed is above 0 to 1";
        }
    }
}
