using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Body.Figure;

/// <summary>
/// The lines of the face and the ears. They are taken from what is sculpted: a furrow's line lies a little under its ground and a
/// ridge's line a little above its crest, so that the nearest skin is neither edge.
/// </summary>
internal static class HeadLines
{
    internal static readonly ImmutableArray<FeatureLine> All =
    [
        // Brow, closed lids.
        FeatureLine.Soft(Eye.Brow),
        FeatureLine.Firm(Moved(Eye.LidSlit, new(0, 0, -5))),

        // Wing of the nose, base of the nose, mouth, shade under the lower lip.
        FeatureLine.Firm(Moved(Nose.WingEdge, new(-1.5f, 0, -3))),
        FeatureLine.Firm(new(0, 1593, 111), new(3.5f, 1594, 111.5f), new(7.5f, 1592.5f, 109.5f)),
        FeatureLine.Firm(Moved(Mouth.Slit, new(0, 0, -6))),
        FeatureLine.Soft(new(0, 1554.5f, 103), new(5, 1554.8f, 102), new(10, 1556, 99)),

        // Rim and inner ridge of the ear, flap in front of its opening.
        FeatureLine.Firm(Moved(Ear.Rim[1..], Ear.Outwards * 5)),
        FeatureLine.Soft(Moved(Ear.InnerRidge, Ear.Outwards * 5)),
        FeatureLine.Soft(Ear.FlapEdge),
    ];

    private static ImmutableArray<Vector3> Moved(ImmutableArray<Vector3> path, Vector3 way) => [.. path.Select(place => place + way)];
}
