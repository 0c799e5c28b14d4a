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
    public static string Of(ProbabilityRange range) => $"{People(range)} with pain like this may have this point. {HowSure(range)}";

    /// <summary>"24 to 41 %"; "31 %" when both ends are the same in whole per cent.</summary>
    /// <param name="range">Both ends 0 … 1.</param>
    public static string Percent(ToldRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        var (low, high) = (Rounded(range.Low * 100), Rounded(range.High * 100));
        return low == high ? $"{high} %" : $"{low} to {high} %";
    }

    private static string People(ProbabilityRange range)
    {
        var of = range.High < NeedsHundreds ? 100 : 10;
        var (low, high) = (Rounded(range.Low * of), Rounded(range.High * of));
        return (low, high) switch
        {
            (_, 0) => $"Fewer than 1 in {of} people",
            _ when low == of => "Nearly all people",
            (0, _) when high == of => "Anything from none to all of the people",
            _ when low == high => $"About {high} in {of} people",
            (0, _) => $"Up to {high} in {of} people",
            _ when high == of => $"At least {low} in {of} people",
            _ => $"Between {low} and {high} in {of} people",
        };
    }

    private static string HowSure(ProbabilityRange range) => (range.High - range.Low) switch
    {
        _ when range.High < Unlikely => "Unlikely, whichever of the published figures are true.",
        <= Wide when range.Low >= Likely => "Worth checking first, whichever of the published figures are true.",
        <= Narrow => "The published figures leave little doubt about that.",
        <= Wide => "The published figures leave some room.",
        _ => "The published figures leave this wide open.",
    };

    private static int Rounded(double number) => (int)Math.Round(number, MidpointRounding.AwayFromZero);
}
