using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Body.Figure;

/// <summary>The few inner lines of the drawings. Less is calmer: each must help somebody to find a place on their own body.</summary>
internal static class FeatureLines
{
    internal static readonly ImmutableArray<FeatureLine> All =
    [
        // Brow, closed lids, wing of the nose, mouth, fold under the lower lip.
        Soft(new(13, 1654, 112), new(32, 1658, 104), new(50, 1652, 88)),
        Firm(new(17, 1633, 98), new(24, 1628.5f, 100), new(32, 1627.5f, 98), new(40, 1629.5f, 93), new(46, 1634, 86)),
        Firm(new(17.5f, 1599, 104), new(18.5f, 1592, 104), new(14, 1588, 106)),
        Firm(new(0, 1563, 106), new(10, 1563.4f, 103), new(24, 1564, 92)),
        Soft(new(0, 1546, 102), new(11, 1547, 100)),

        // Rim and bowl of the ear.
        Firm(new(72, 1644, 9), new(75, 1656, 3), new(79, 1657, -8), new(82, 1644, -18), new(82, 1628, -20), new(79, 1611, -14), new(74, 1601, -3), new(71, 1608, 6)),
        Soft(new(76, 1643, 0), new(79, 1645, -9), new(79, 1630, -13), new(77, 1616, -8)),

        // Collar bone, lower edge of the chest, navel, groin.
        Soft(new(18, 1434, 52), new(52, 1438, 50), new(88, 1443, 36)),
        Soft(new(34, 1296, 100), new(80, 1290, 100), new(124, 1306, 82)),
        Firm(new(0, 1060, 104), new(3.5f, 1061.5f, 104), new(5, 1065, 104)),
        Soft(new(140, 985, 60), new(90, 908, 84), new(46, 858, 80)),

        // Furrow of the spine, inner edge of the shoulder blade, cleft, fold under the buttock.
        Soft(new(0, 1400, -134), new(0, 1300, -130), new(0, 1180, -110), new(0, 1060, -90)),
        Soft(new(78, 1392, -126), new(86, 1345, -130), new(97, 1296, -122)),
        Firm(new(0, 985, -112), new(0, 950, -122), new(0, 905, -124), new(0, 860, -100)),
        Firm(new(20, 833, -94), new(56, 829, -110), new(104, 837, -106)),

        // Bend of the elbow, both edges of the kneecap, bend of the knee, lower edge of the calf.
        Soft(new(232, 1098, 22), new(262, 1094, 30), new(286, 1100, 14)),
        Soft(new(76, 520, 50), new(71, 498, 46), new(80, 474, 50)),
        Soft(new(122, 520, 50), new(127, 498, 46), new(117, 474, 50)),
        Soft(new(66, 489, -44), new(98, 484, -56), new(130, 489, -44)),
        Soft(new(76, 300, -74), new(92, 288, -82), new(100, 292, -84)),

        // Ball of the thumb, folds of the palm.
        Soft(new(383, 856, 22), new(390, 832, 26), new(408, 812, 22), new(432, 803, 14)),
        Soft(new(385, 796, 18), new(404, 790, 22), new(424, 792, 18)),

        // Inner and outer ankle.
        Soft(new(72, 100, -28), new(68, 88, -22), new(70, 76, -26)),
        Soft(new(141, 92, -42), new(145, 78, -36), new(142, 64, -42)),
    ];

    private static FeatureLine Firm(params ImmutableArray<Vector3> path) => new(IsSoft: false, path);

    private static FeatureLine Soft(params ImmutableArray<Vector3> path) => new(IsSoft: true, path);
}
