using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class SafetyChecks
{
    /// <summary>Out of 10; what any technique may ask for at most.</summary>
    internal const int HighestDiscomfort = 6;

    private const int LongestHoldSeconds = 90;
    private const int MostRepeats = 3;

    internal static IEnumerable<DataProblem> DosesAreSafe(AtlasContent content)
    {
        foreach (var technique in content.Techniques)
        {
            var place = $"{technique.Id} dose";
            var dose = technique.Dose;
            if (dose.MinSeconds < 5 || dose.MinSeconds > dose.MaxSeconds || dose.MaxSeconds > dose.CeilingSeconds || dose.CeilingSeconds > LongestHoldSeconds)
            {
                yield return new("techniques.json", place, $"needs 5 ≤ minSeconds ≤ maxSeconds ≤ ceilingSeconds ≤ {LongestHoldSeconds}");
            }

            if (dose.MaxDiscomfort is < 1 or > HighestDiscomfort)
            {
                yield return new("techniques.json", place, $"maxDiscomfort is {dose.MaxDiscomfort}, allowed is 1 to {HighestDiscomfort}");
            }

            if (dose.Repeats is < 1 or > MostRepeats)
            {
                yield return new("techniques.json", place, $"repeats is {dose.Repeats}, allowed is 1 to {MostRepeats}");
            }

            if (technique.Steps.Length == 0 || technique.Avoid.Length == 0)
            {
                yield return new("techniques.json", technique.Id.ToString(), "needs steps and what to avoid");
            }
        }
    }

    internal static IEnumerable<DataProblem> FlagsNameRegions(AtlasContent content)
    {
        var known = content.Regions.Select(region => region.Id).ToHashSet();
        return from flag in content.Safety.RedFlags
               from region in flag.Regions
               where !known.Contains(region)
               select new DataProblem("safety.json", flag.Id, $"there is no region '{region}'");
    }

    internal static IEnumerable<DataProblem> AreasAreDrawable(AtlasContent content) =>
        from place in content.Safety.EndangeredPlaces
        from area in place.Areas
        where area.Path.Length == 0 || area.WidthMillimetres is not (>= 8 and <= 160)
        select new DataProblem("safety.json", $"{place.Id} areas", $"needs at least one place and a width of 8 to 160 mm, has {area.Path.Length} and {area.WidthMillimetres}");

    internal static IEnumerable<DataProblem> GeneralFlagsExist(AtlasContent content)
    {
        if (content.Safety.RedFlags.All(flag => flag.Regions.Length > 0))
        {
            yield return new("safety.json", "redFlags", "needs at least one flag without regions, which is always asked");
        }

        if (content.Safety.StopRules.Length == 0)
        {
            yield return new("safety.json", "stopRules", "needs at least one rule");
        }
    }

    internal static IEnumerable<DataProblem> ChangesCanBeJudged(AtlasContent content)
    {
        foreach (var rated in Enum.GetValues<ChangedRating>())
        {
            var count = content.Safety.SmallestChanges.Count(change => change.Id == rated);
            if (count != 1)
            {
                yield return new("safety.json", "smallestChanges", $"needs '{rated.ToString().ToLowerInvariant()}' once, has it {count} times");
            }
        }

        foreach (var change in content.Safety.SmallestChanges.Where(change => change.Points is < 1 or > 10 || change.Percent is < 1 or > 100))
        {
            yield return new("safety.json", $"smallestChanges {change.Id}", $"needs 1 to 10 points and 1 to 100 percent, has {change.Points} and {change.Percent}");
        }
    }
}
