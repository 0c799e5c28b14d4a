using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Body;
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
        BodyPart.Back => T["Upper and lower back"],
        BodyPart.PelvisHip => T["Pelvis, hip and buttock"],
        BodyPart.ThighKnee => T["Thigh and knee"],
        BodyPart.LegFoot => T["Lower leg and foot"],
        _ => throw new UnreachableException(),
    };

    /// <summary>"Temple, right"; a place that exists once has no side.</summary>
    internal static string Of(Texts T, string regionName, Side side) => PlaceWords.Of(regionName, side, T.Current);

    internal static string Of(Texts T, Side side) => side switch
    {
        Side.Left => T["left"],
        Side.Right => T["right"],
        Side.Midline => T["middle"],
        _ => throw new UnreachableException(),
    };

    internal static string Of(Texts T, PainQuality quality) => quality switch
    {
        PainQuality.Aching => T["aching"],
        PainQuality.Burning => T["burning"],
        PainQuality.Cramping => T["cramping"],
        PainQuality.Deep => T["deep"],
        PainQuality.Dull => T["dull"],
        PainQuality.Electric => T["electric"],
        PainQuality.Heavy => T["heavy"],
        PainQuality.Itching => T["itching"],
        PainQuality.Numb => T["numb"],
        PainQuality.Pressing => T["pressing"],
        PainQuality.Pulling => T["pulling"],
        PainQuality.Radiating => T["radiating"],
        PainQuality.Sharp => T["sharp"],
        PainQuality.Shooting => T["shooting"],
        PainQuality.Sore => T["sore"],
        PainQuality.Stabbing => T["stabbing"],
        PainQuality.Stiff => T["stiff"],
        PainQuality.Throbbing => T["throbbing"],
        PainQuality.Tight => T["tight"],
        PainQuality.Tingling => T["tingling"],
        PainQuality.Weak => T["weak"],
        _ => throw new UnreachableException(),
    };

    /// <summary>How strong pain is on the whole.</summary>
    /// <param name="T">The language.</param>
    /// <param name="key">Of the finder's strengths.</param>
    internal static string OfStrength(Texts T, string key) => key switch
    {
        "mild" => T["Mild"],
        "moderate" => T["Moderate"],
        "strong" => T["Strong"],
        _ => throw new UnreachableException(),
    };

    internal static string Of(Texts T, FigureBuild build) => build.Id switch
    {
        "neutral" => T["In between"],
        "broad-shoulders" => T["Broader shoulders"],
        "broad-hips" => T["Broader hips"],
        _ => build.Name,
    };
}
