using System.Collections.Immutable;

namespace Unknot.Body.Figure;

/// <summary>The lines of the face and the ears.</summary>
internal static class HeadLines
{
    internal static readonly ImmutableArray<FeatureLine> All =
    [
        // Brow, closed lids.
        FeatureLine.Soft(Eye.Brow),
        FeatureLine.Firm(Eye.LidSlit),

        // Wing of the nose, base of the nose, mouth, shade under the lower lip.
        FeatureLine.Firm(Nose.WingEdge),
        FeatureLine.Firm(new(0, 1592.5f, 113), new(4, 1593.2f, 113), new(8, 1592, 110)),
        FeatureLine.Firm(Mouth.Slit),
        FeatureLine.Soft(new(0, 1554.5f, 106), new(6, 1555, 105), new(11, 1556.5f, 102)),

        // Rim and inner ridge of the ear, flap in front of its opening.
        FeatureLine.Firm(Ear.Rim[1..]),
        FeatureLine.Soft(Ear.InnerRidge),
        FeatureLine.Soft(Ear.FlapEdge),
    ];
}
