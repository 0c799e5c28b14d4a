using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class PlaceChecks
{
    private const int LongestSign = 24;

    internal static IEnumerable<DataProblem> LandmarksAreInsideTheFrame(AtlasContent content)
    {
        foreach (var landmark in content.Landmarks)
        {
            if (landmark.Position is not [var x, var y, var z])
            {
                yield return new("landmarks.json", landmark.Id.ToString(), "needs three numbers: x, y, z in millimetres");
            }
            else if (x is not (>= 0 and <= 480) || y is not (>= -5 and <= 1765) || z is not (>= -190 and <= 260))
            {
                yield return new("landmarks.json", landmark.Id.ToString(), $"({x}, {y}, {z}) is outside the left half of the figure: x 0 to 480, y -5 to 1765, z -190 to 260");
            }
        }
    }

    internal static IEnumerable<DataProblem> SignsFitOnAFigure(AtlasContent content)
    {
        foreach (var landmark in content.Landmarks)
        {
            if (landmark.Sign is { } sign && (string.IsNullOrWhiteSpace(sign) || sign.Length > LongestSign))
            {
                yield return new("landmarks.json", landmark.Id.ToString(), $"its sign has {sign.Length} characters, allowed is 1 to {LongestSign}");
            }

            if (landmark is { Sign: not null, Layer: not LandmarkLayer.Skin })
            {
                yield return new("landmarks.json", landmark.Id.ToString(), "has a sign, but cannot be seen or felt: it does not lie on the skin");
            }
        }
    }

    internal static IEnumerable<DataProblem> PlacesNameLandmarks(AtlasContent content)
    {
        var known = content.Landmarks.Select(landmark => landmark.Id).ToHashSet();
        return AllPlaces(content)
            .SelectMany(item => new[] { item.Place.From, item.Place.To }.Distinct().Select(id => (item.File, item.Where, Id: id)))
            .Where(item => !known.Contains(item.Id))
            .Select(item => new DataProblem(item.File, item.Where, $"there is no landmark '{item.Id}'"));
    }

    internal static IEnumerable<DataProblem> RegionsHaveTheirGround(AtlasContent content)
    {
        foreach (var region in content.Regions)
        {
            var place = region.Id.ToString();
            if (region.Surface == RegionSurface.Skin && (region.Seeds.Length == 0 || region.Seeds.Any(seed => seed.Length == 0)))
            {
                yield return new("regions.json", place, "a region of the skin needs at least one seed of at least one place");
            }

            if (region.Surface == RegionSurface.Skin && region.ShownAt is not null)
            {
                yield return new("regions.json", place, "shownAt is for regions inside the body");
            }

            if (region.Surface == RegionSurface.Inside && (region.Seeds.Length > 0 || region.ShownAt is null))
            {
                yield return new("regions.json", place, "a region inside the body has no seeds and says where it is shown (shownAt)");
            }

            if (region.ReachMillimetres is not (>= 0 and <= 60))
            {
                yield return new("regions.json", place, $"reachMillimetres is {region.ReachMillimetres}, allowed is 0 to 60");
            }
        }
    }

    private static IEnumerable<(string File, string Where, Place Place)> AllPlaces(AtlasContent content)
    {
        foreach (var region in content.Regions)
        {
            foreach (var place in region.Seeds.SelectMany(seed => seed))
            {
                yield return ("regions.json", $"{region.Id} seeds", place);
            }

            if (region.ShownAt is { } shownAt)
            {
                yield return ("regions.json", $"{region.Id} shownAt", shownAt);
            }
        }

        foreach (var endangered in content.Safety.EndangeredPlaces)
        {
            foreach (var place in endangered.Areas.SelectMany(area => area.Path))
            {
                yield return ("safety.json", $"{endangered.Id} areas", place);
            }
        }

        foreach (var muscle in content.Muscles)
        {
            var file = AtlasReader.FileOf(muscle.Id);
            foreach (var place in muscle.Fibres.AllHeads.SelectMany(head => head.Stations).SelectMany(station => station))
            {
                yield return (file, "fibres", place);
            }

            foreach (var point in muscle.Points)
            {
                foreach (var place in point.Zones.SelectMany(zone => zone.Path ?? []))
                {
                    yield return (file, $"{point.Id} zones", place);
                }
            }

            foreach (var release in muscle.Releases)
            {
                foreach (var place in release.Roll?.KeepClear.SelectMany(clear => clear.Path) ?? [])
                {
                    yield return (file, $"releases {release.Technique} roll.keepClear", place);
                }
            }
        }
    }
}
