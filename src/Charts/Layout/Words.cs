using System.Diagnostics;
using System.Globalization;
using Unknot.Atlas;

namespace Unknot.Charts.Layout;

/// <summary>Words that charts use.</summary>
internal static class Words
{
    /// <summary>In the language of an atlas.</summary>
    internal static Phrases In(AtlasData atlas) => Phrases.Of(typeof(Words).Assembly, atlas.Language);

    internal static string Of(BodyPart part, Phrases T) => part switch
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
