using System.Diagnostics;
using System.Globalization;
using Unknot.Atlas;

namespace Unknot.Charts.Layout;

/// <summary>Words that charts use.</summary>
internal static class Words
{
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

    /// <summary>As in the data, in addresses and on the command line.</summary>
    internal static string IdOf(BodyPart part) => part switch
    {
        BodyPart.Head => "head",
        BodyPart.Face => "face",
        BodyPart.Neck => "neck",
        BodyPart.ShoulderArm => "shoulder-arm",
        BodyPart.ForearmHand => "forearm-hand",
        BodyPart.ChestAbdomen => "chest-abdomen",
        BodyPart.Back => "back",
        BodyPart.PelvisHip => "pelvis-hip",
        BodyPart.ThighKnee => "thigh-knee",
        BodyPart.LegFoot => "leg-foot",
        _ => throw new UnreachableException(),
    };

    internal static string Of(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Trial => "tested in controlled trials",
        EvidenceGrade.Study => "observed in published studies",
        EvidenceGrade.Expert => "taught by experienced clinicians, not tested",
        EvidenceGrade.Derived => "our own inference from what is known nearby",
        EvidenceGrade.Unsourced => "common teaching that we could not check against a text",
        _ => throw new UnreachableException(),
    };

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"3", "3–5"; the numbers of a muscle follow one another, but a filter may leave some out: "3, 5".</summary>
    internal static string Range(IEnumerable<int> numbers)
    {
        var all = numbers.Order().ToList();
        return all.Count > 1 && all[^1] - all[0] == all.Count - 1
            ? string.Create(CultureInfo.InvariantCulture, $"{all[0]}–{all[^1]}")
            : string.Join(", ", all.Select(Number));
    }
}
