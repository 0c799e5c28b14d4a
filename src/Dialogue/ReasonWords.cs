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
        var T = PlaceWords.In(atlas.Language);
        return reason switch
        {
            Reason.NotMarked(var region, var frequency) =>
                $"{T["{0}: not marked, though this point is {1} felt there.", PlaceWords.Of(region, atlas), HowOften(frequency, atlas.Language)]} {ThisSpeaks(reason, T)}",
            Reason.PainFree(var region, var frequency) =>
                $"{T["{0}: free of pain, though this point is {1} felt there.", PlaceWords.Of(region, atlas), HowOften(frequency, atlas.Language)]} {ThisSpeaks(reason, T)}",
            Reason.Pressed(PressOutcome.MyPain) => $"{T["Pressing it brought on your pain."]} {ThisSpeaks(reason, T)}",
            Reason.Pressed(PressOutcome.OnlyTender) => $"{T["It is tender, but pressing it did not bring on your pain."]} {ThisSpeaks(reason, T)}",
            Reason.Pressed(PressOutcome.Nothing) => $"{T["Pressing it brought nothing."]} {ThisSpeaks(reason, T)}",
            Reason.Answered answered => $"{Said(answered, NextWords.OnSide(atlas.Question(answered.Question).Text, answered.Side, atlas.Language), T)} {ThisSpeaks(reason, T)}",
            Reason.Noticed noticed => $"{Noticed(noticed, PlaceWords.Of(atlas.Symptom(noticed.Symptom).Name, noticed.Side, atlas.Language), T)} {ItSpeaks(reason, T)}",
            Reason.Caused caused => $"{Caused(caused, atlas.Cause(caused.Cause).Name, T)} {ItSpeaks(reason, T)}",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>How often people with a point feel it somewhere.</summary>
    /// <param name="frequency">0 … 1.</param>
    /// <param name="language">Two-letter code.</param>
    public static string HowOften(double frequency, string language = "en")
    {
        var T = PlaceWords.In(language);
        return frequency switch
        {
            >= 0.65 => T["usually"],
            >= 0.35 => T["often"],
            >= 0.2 => T["sometimes"],
            _ => T["rarely"],
        };
    }

    /// <summary>The word in the API and on the command line: my-pain, only-tender, nothing.</summary>
    public static string WordOf(PressOutcome outcome) => outcome switch
    {
        PressOutcome.MyPain => "my-pain",
        PressOutcome.OnlyTender => "only-tender",
        PressOutcome.Nothing => "nothing",
        _ => throw new UnreachableException(),
    };

    private static string Said(Reason.Answered answered, string question, Phrases T) =>
        answered.Yes ? T["You said yes to “{0}”", question] : T["You said no to “{0}”", question];

    private static string Noticed(Reason.Noticed noticed, string symptom, Phrases T) =>
        noticed.Present ? T["{0}: you have this.", symptom] : T["{0}: you do not have this.", symptom];

    private static string Caused(Reason.Caused caused, string cause, Phrases T) =>
        caused.Applies ? T["{0}: this applies to you.", cause] : T["{0}: this does not apply to you.", cause];

    private static string ThisSpeaks(Reason reason, Phrases T) => (Math.Abs(reason.Bits), reason.Bits < 0) switch
    {
        ( >= Strong, true) => T["This speaks strongly against it."],
        ( >= Strong, false) => T["This speaks strongly for it."],
        ( >= Weak, true) => T["This speaks against it."],
        ( >= Weak, false) => T["This speaks for it."],
        (_, true) => T["This speaks a little against it."],
        (_, false) => T["This speaks a little for it."],
    };

    private static string ItSpeaks(Reason reason, Phrases T) => (Math.Abs(reason.Bits), reason.Bits < 0) switch
    {
        ( >= Strong, true) => T["It speaks strongly against it."],
        ( >= Strong, false) => T["It speaks strongly for it."],
        ( >= Weak, true) => T["It speaks against it."],
        ( >= Weak, false) => T["It speaks for it."],
        (_, true) => T["It speaks a little against it."],
        (_, false) => T["It speaks a little for it."],
    };
}
