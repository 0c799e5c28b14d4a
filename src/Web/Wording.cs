using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Dialogue;

namespace Unknot.Web;

/// <summary>Words that pages and the API share.</summary>
internal static class Wording
{
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
