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
        var T = PlaceWords.In(atlas.Language);
        string Often(double frequency) => ReasonWords.HowOften(frequency, atlas.Language);
        var places = ranked.Explains.OrderByDescending(area => area.Share).Take(MostPlaces)
            .Select(area => T["{0} in “{1}”", Often(area.Frequency), PlaceWords.Of(area.Region, atlas)]).ToList();
        var against = ranked.Reasons.Where(reason => reason.Bits < 0).OrderBy(reason => reason.Bits).FirstOrDefault();
        var joined = places.Count > 1 ? T["{0} and {1}", string.Join(", ", places.Take(places.Count - 1)), places[^1]] : places.FirstOrDefault() ?? "";
        return (places, against) switch
        {
            ([], _) => T["People with this point rarely feel it where you marked pain."],
            (_, null) => T["People with this point feel it {0}, where you marked pain.", joined],
            (_, Reason.NotMarked(var region, var frequency)) =>
                T["People with this point feel it {0}, where you marked pain; but {1} also in “{2}”, which you did not mark.", joined, Often(frequency), PlaceWords.Of(region, atlas)],
            (_, Reason.PainFree(var region, var frequency)) =>
                T["People with this point feel it {0}, where you marked pain; but {1} also in “{2}”, which is free of pain.", joined, Often(frequency), PlaceWords.Of(region, atlas)],
            _ => T["People with this point feel it {0}, where you marked pain; but one of your answers speaks against it.", joined],
        };
    }
}
