using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue;

/// <summary>Says in one sentence why a point stands where it stands. Nobody is told that they have it.</summary>
public static class WhyWords
{
    /// <summary>More places than this no sentence carries.</summary>
    private const int MostPlaces = 3;

    /// <summary>Where people feel the point, of what was marked, and what speaks against it most.</summary>
    public static string Of(RankedPoint ranked, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(atlas);
        var places = ranked.Explains.OrderByDescending(area => area.Share).Take(MostPlaces)
            .Select(area => $"{ReasonWords.HowOften(area.Frequency)} in “{PlaceWords.Of(area.Region, atlas)}”").ToList();
        var against = ranked.Reasons.Where(reason => reason.Bits < 0).OrderBy(reason => reason.Bits).FirstOrDefault();
        return (places, against) switch
        {
            ([], _) => "People with this point rarely feel it where you marked pain.",
            (_, null) => $"People with this point feel it {Joined(places)}, where you marked pain.",
            (_, Reason.NotMarked(var region, var frequency)) =>
                $"People with this point feel it {Joined(places)}, where you marked pain; but {ReasonWords.HowOften(frequency)} also in “{PlaceWords.Of(region, atlas)}”, which you did not mark.",
            (_, Reason.PainFree(var region, var frequency)) =>
                $"People with this point feel it {Joined(places)}, where you marked pain; but {ReasonWords.HowOften(frequency)} also in “{PlaceWords.Of(region, atlas)}”, which is free of pain.",
            _ => $"People with this point feel it {Joined(places)}, where you marked pain; but one of your answers speaks against it.",
        };
    }

    private static string Joined(List<string> parts) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
}
