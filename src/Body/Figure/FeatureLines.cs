using System.Collections.Immutable;

namespace Unknot.Body.Figure;

/// <summary>The few inner lines of the drawings. Less is calmer: each must help somebody to find a place on their own body.</summary>
internal static class FeatureLines
{
    internal static readonly ImmutableArray<FeatureLine> All =
    [
        .. HeadLines.All,

        // Collar bone, lower edge of the chest, navel, groin.
        FeatureLine.Soft(new(20, 1430, 52), new(54, 1434, 48), new(90, 1436, 34)),
        FeatureLine.Soft(new(44, 1276, 100), new(82, 1274, 98), new(118, 1286, 82)),
        FeatureLine.Firm(new(0, 1058, 106), new(3.5f, 1059.5f, 106), new(5, 1063, 106)),
        FeatureLine.Soft(new(126, 984, 66), new(88, 920, 84), new(48, 874, 80)),

        // Furrow of the spine, inner edge of the shoulder blade, cleft, fold under the buttock.
        FeatureLine.Soft(new(0, 1400, -134), new(0, 1300, -130), new(0, 1180, -110), new(0, 1060, -90)),
        FeatureLine.Soft(new(78, 1392, -126), new(86, 1345, -130), new(97, 1296, -122)),
        FeatureLine.Firm(new(0, 965, -116), new(0, 930, -122), new(0, 890, -120), new(0, 848, -90)),
        FeatureLine.Firm(new(18, 822, -94), new(52, 819, -106), new(98, 826, -106)),

        // Bend of the elbow, both edges of the kneecap, bend of the knee, lower edge of the calf.
        FeatureLine.Soft(new(232, 1098, 22), new(262, 1094, 30), new(286, 1100, 14)),
        FeatureLine.Soft(new(76, 520, 50), new(71, 498, 46), new(80, 474, 50)),
        FeatureLine.Soft(new(122, 520, 50), new(127, 498, 46), new(117, 474, 50)),
        FeatureLine.Soft(new(66, 489, -44), new(98, 484, -56), new(130, 489, -44)),
        FeatureLine.Soft(new(76, 300, -74), new(92, 288, -82), new(100, 292, -84)),

        // Ball of the thumb, folds of the palm.
        FeatureLine.Soft(new(383, 856, 22), new(390, 832, 26), new(408, 812, 22), new(432, 803, 14)),
        FeatureLine.Soft(new(385, 796, 18), new(404, 790, 22), new(424, 792, 18)),

        // Inner and outer ankle.
        FeatureLine.Soft(new(72, 100, -28), new(68, 88, -22), new(70, 76, -26)),
        FeatureLine.Soft(new(141, 92, -42), new(145, 78, -36), new(142, 64, -42)),
    ];
}
