using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Dialogue;
using Unknot.Web.Language;

namespace Unknot.Web;

/// <summary>Words that pages and the API share, in the language of the request.</summary>
internal static class Wording
{
    /// <summary>How well something is supported, as the end of the sentence "This is …".</summary>
    internal static string Of(Texts T, EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Trial => T["tested in controlled trials"],
        EvidenceGrade.Study => T["observed in published studies"],
        EvidenceGrade.Expert => T["taught by experienced clinicians, not tested"],
        EvidenceGrade.Derived => T["our own inference from what is known nearby"],
        EvidenceGrade.Unsourced => T["common teaching that we could not check against a text"],
        _ => throw new UnreachableException(),
    };

    internal static string NameOf(Texts T, EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Trial => T["Trial"],
        EvidenceGrade.Study => T["Study"],
        EvidenceGrade.Expert => T["Expert"],
        EvidenceGrade.Derived => T["Derived"],
        EvidenceGrade.Unsourced => T["Unsourced"],
        _ => throw new UnreachableException(),
    };

    internal static string Of(Texts T, ChainStrength strength) => strength switch
    {
        ChainStrength.Tested => T["changed in an experiment"],
        ChainStrength.Observed => T["seen in treatment"],
        ChainStrength.CoActive => T["often found together"],
        _ => throw new UnreachableException(),
    };

    /// <summary>Who presses, as a sentence.</summary>
    internal static string Of(Texts T, TreatedBy by) => by switch
    {
        TreatedBy.Self => T["You can press it yourself."],
        TreatedBy.SelfLightly => T["Only lightly yourself."],
        TreatedBy.Professional => T["Leave the pressing to a therapist."],
        _ => throw new UnreachableException(),
    };

    /// <summary>How often people with a point feel it somewhere.</summary>
    /// <param name="T">The language.</param>
    /// <param name="frequency">0 … 1.</param>
    internal static string OfFrequency(Texts T, double frequency) => ReasonWords.HowOften(frequency, T.Current);

    /// <summary>How often the answer to a question is yes.</summary>
    internal static string OfAnswer(Texts T, HowOften often) => often switch
    {
        HowOften.Often => T["Often yes."],
        HowOften.Sometimes => T["Sometimes yes."],
        HowOften.Rarely => T["Rarely yes."],
        _ => throw new UnreachableException(),
    };

    internal static string Of(Texts T, BodyPart part) => part switch
    {
        BodyPart.Head => T["Head"],
        BodyPart.Face => T["Face, jaw and mouth"],
        BodyPart.Neck => T["Neck and throat"],
        BodyPart.ShoulderArm => T["Shoulder and upper arm"],
        BodyPart.ForearmHand => T["Elbow, forearm and hand"],
        BodyPart.ChestAbdomen => T["Chest and belly"],
        BodyPart.Back => T["Back"],
        BodyPart.PelvisHip => T["Pelvis, hip and buttock"],
        BodyPart.ThighKnee => T["Thigh and knee"],
        BodyPart.LegFoot => T["Lower leg and foot"],
        _ => throw new UnreachableException(),
    };

    /// <summary>"Temple, right"; a place that exists once has no side.</summary>
    internal static string Of(Texts T, string regionName, Side side) => PlaceWords.Of(regionName, side, T.Current);

    // What follows is English, for the pages that do not go through the catalogue yet.

    /// <summary>How well something is supported, as the end of the sentence "This is …".</summary>
    internal static string Of(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Trial => "tested in controlled trials",
        EvidenceGrade.Study => "observed in published studies",
        EvidenceGrade.Expert => "taught by experienced clinicians, not tested",
        EvidenceGrade.Derived => "our own inference from what is known nearby",
        EvidenceGrade.Unsourced => "common teaching that we could not check against a text",
        _ => throw new UnreachableException(),
    };

    internal static string Of(ChainStrength strength) => strength switch
    {
        ChainStrength.Tested => "changed in an experiment",
        ChainStrength.Observed => "seen in treatment",
        ChainStrength.CoActive => "often found together",
        _ => throw new UnreachableException(),
    };

    /// <summary>Who presses, as a sentence.</summary>
    internal static string Of(TreatedBy by) => by switch
    {
        TreatedBy.Self => "You can press it yourself.",
        TreatedBy.SelfLightly => "Only lightly yourself.",
        TreatedBy.Professional => "Leave the pressing to a therapist.",
        _ => throw new UnreachableException(),
    };

    /// <summary>How often people with a point feel it somewhere.</summary>
    /// <param name="frequency">0 … 1.</param>
    internal static string OfFrequency(double frequency) => ReasonWords.HowOften(frequency);

    /// <summary>How often the answer to a question is yes.</summary>
    internal static string OfAnswer(HowOften often) => often switch
    {
        HowOften.Often => "Often yes.",
        HowOften.Sometimes => "Sometimes yes.",
        HowOften.Rarely => "Rarely yes.",
        _ => throw new UnreachableException(),
    };

    internal static string Of(BodyPart part) => part switch
    {
        BodyPart.Head => "Head",
        BodyPart.Face => "Face, jaw and mouth",
        BodyPart.Neck => "Neck and throat",
        BodyPart.ShoulderArm => "Shoulder and upper arm",
        BodyPart.ForearmHand => "Elbow, forearm and hand",
        BodyPart.ChestAbdomen => "Chest and belly",
        BodyPart.Back => "Back",
        BodyPart.PelvisHip => "Pelvis, hip and buttock",
        BodyPart.ThighKnee => "Thigh and knee",
        BodyPart.LegFoot => "Lower leg and foot",
        _ => throw new UnreachableException(),
    };

    internal static string Of(Side side) => side switch
    {
        Side.Left => "left",
        Side.Right => "right",
        Side.Midline => "middle",
        _ => throw new UnreachableException(),
    };

    /// <summary>"Temple, right"; a place that exists once has no side.</summary>
    internal static string Of(string regionName, Side side) => side == Side.Midline ? regionName : $"{regionName}, {Of(side)}";
}
