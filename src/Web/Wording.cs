using System.Diagnostics;
using Unknot.Atlas;

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
