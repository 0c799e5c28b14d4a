using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue;

/// <summary>Says in one sentence what speaks for or against a point. Nobody is told that they have a point, or an illness.</summary>
public static class ReasonWords
{
    /// <summary>From this on, in bits, a reason speaks strongly: it makes the odds four times as high or low.</summary>
    private const double Strong = 2;

    /// <summary>Below this it speaks a little.</summary>
    private const double Weak = 0.5;

    public static string Of(Reason reason, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(atlas);
        return reason switch
        {
            Reason.NotMarked(var region, var frequency) => $"{PlaceWords.Of(region, atlas)}: not marked, though this point is {HowOften(frequency)} felt there. This {Speaks(reason)}.",
            Reason.PainFree(var region, var frequency) => $"{PlaceWords.Of(region, atlas)}: free of pain, though this point is {HowOften(frequency)} felt there. This {Speaks(reason)}.",
            Reason.Pressed(PressOutcome.MyPain) => $"Pressing it brought on your pain. This {Speaks(reason)}.",
            Reason.Pressed(PressOutcome.OnlyTender) => $"It is tender, but pressing it did not bring on your pain. This {Speaks(reason)}.",
            Reason.Pressed(PressOutcome.Nothing) => $"Pressing it brought nothing. This {Speaks(reason)}.",
            Reason.Answered answered => $"You said {(answered.Yes ? "yes" : "no")} to “{NextWords.OnSide(atlas.Question(answered.Question).Text, answered.Side)}” This {Speaks(reason)}.",
            Reason.Noticed noticed => $"{PlaceWords.Of(atlas.Symptom(noticed.Symptom).Name, noticed.Side)}: {(noticed.Present ? "you have this" : "you do not have this")}. It {Speaks(reason)}.",
            Reason.Caused caused => $"{atlas.Cause(caused.Cause).Name}: {(caused.Applies ? "this applies to you" : "this does not apply to you")}. It {Speaks(reason)}.",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>How often people with a point feel it somewhere.</summary>
    /// <param name="frequency">0 … 1.</param>
    public static string HowOften(double frequency) => frequency switch
    {
        >= 0.65 => "usually",
        >= 0.35 => "often",
        >= 0.2 => "sometimes",
        _ => "rarely",
    };

    /// <summary>The word in the API and on the command line: my-pain, only-tender, nothing.</summary>
    public static string WordOf(PressOutcome outcome) => outcome switch
    {
        PressOutcome.MyPain => "my-pain",
        PressOutcome.OnlyTender => "only-tender",
        PressOutcome.Nothing => "nothing",
        _ => throw new UnreachableException(),
    };

    private static string Speaks(Reason reason)
    {
        var weight = Math.Abs(reason.Bits) switch
        {
            >= Strong => "strongly ",
            >= Weak => "",
            _ => "a little ",
        };
        return $"speaks {weight}{(reason.Bits < 0 ? "against" : "for")} it";
    }
}
