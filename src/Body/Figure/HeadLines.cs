using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Body.Figure;

/// <summary>
/// The lines of the face and the ears, taken from what is sculpted. A furrow's line lies a little under its ground and a ridge's line
/// above its crest, so that the nearest skin is neither edge.
/// </summary>
internal static class HeadLines
{
    internal static readonly ImmutableArray<FeatureLine> All =
    [
        // Brow, closed lids.
        FeatureLine.Soft(Eye.Brow),
        FeatureLine.Firm(Eye.LidSlit),

        // Wing of the nose, base of the nose, mouth, shade under the lower lip.
        FeatureLine.Firm(Nose.WingEdge),
        FeatureLine.Soft(new(0, 1592.4f, 113), new(4, 1593, 112), new(8, 1592, 109.5f)),
        FeatureLine.Firm(Mouth.Slit),
        FeatureLine.Soft(new(0, 1555, 104), new(5, 1555.2f, 104), new(10, 1556.4f, 103.4f)),

        // Rim and inner ridge of the ear, flap in front of its opening.
        FeatureLine.Firm(Above(Ear.Rim[1..^1])),
        FeatureLine.Soft(Above(Ear.InnerRidge)),
        FeatureLine.Soft(Ear.FlapEdge),
    ];

    private static ImmutableArray<Vector3> Above(ImmutableArray<Vector3> ridge) => [.. ridge.Select(place => place + (Ear.Outwards * 5))];
}
