using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue;

/// <summary>Says how sure a probability is, in numbers of people: those are read more rightly than shares.</summary>
public static class RangeWords
{
    /// <summary>Below this a point is not worth checking, whichever end of the range is true; the same bar as in the word for the probability.</summary>
    private const double Unlikely = 0.15;

    /// <summary>From this on it is among the first to check.</summary>
    private const double Likely = 0.35;

    /// <summary>A range this wide, in probability, leaves the order of the points as it is.</summary>
    private const double Narrow = 0.15;

    /// <summary>A wider one says little.</summary>
    private const double Wide = 0.35;

    /// <summary>Tens of people do for most; a rare thing needs hundreds.</summary>
    private const double NeedsHundreds = 0.095;

    /// <summary>Two sentences: how many people, and how far the published figures decide it.</summary>
    /// <param name="range">Both ends 0 … 1.</param>
    /// <param name="language">Two-letter code.</param>
    public static string Of(ProbabilityRange range, string language = "en")
    {
        var T = PlaceWords.In(language);
        return $"{People(range, T)} {HowSure(range, T)}";
    }

    /// <summary>"24 to 41 %"; "31 %" when both ends are the same in whole per cent.</summary>
    /// <param name="range">Both ends 0 … 1.</param>
    /// <param name="language">Two-letter code.</param>
    public static string Percent(ToldRange range, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(range);
        var (low, high) = (Rounded(range.Low * 100), Rounded(range.High * 100));
        return low == high ? $"{high} %" : PlaceWords.In(language)["{0} to {1} %", low, high];
    }

    private static string People(ProbabilityRange range, Phrases T)
    {
        var of = range.High < NeedsHundreds ? 100 : 10;
        var (low, high) = (Rounded(range.Low * of), Rounded(range.High * of));
        return (low, high) switch
        {
            (_, 0) => T["Fewer than 1 in {0} people with pain like this may have this point.", of],
            _ when low == of => T["Nearly all people with pain like this may have this point."],
            (0, _) when high == of => T["Anything from none to all of the people with pain like this may have this point."],
            _ when low == high => T["About {0} in {1} people with pain like this may have this point.", high, of],
            (0, _) => T["Up to {0} in {1} people with pain like this may have this point.", high, of],
            _ when high == of => T["At least {0} in {1} people with pain like this may have this point.", low, of],
            _ => T["Between {0} and {1} in {2} people with pain like this may have this point.", low, high, of],
        };
    }

    private static string HowSure(ProbabilityRange range, Phrases T) => (range.High - range.Low) switch
    {
        _ when range.High < Unlikely => T["Unlikely, whichever of the published figures are true."],
        <= Wide when range.Low >= Likely => T["Worth checking first, whichever of the published figures are true."],
        <= Narrow => T["The published figures leave little doubt about that."],
        <= Wide => T["The published figures leave some room."],
        _ => T["The published figures leave this wide open."],
    };

    private static int Rounded(double number) => (int)Math.Round(number, MidpointRounding.AwayFromZero);
}
