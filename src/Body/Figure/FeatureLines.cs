using System.Collections.Immutable;

namespace Unknot.Body.Figure;

/// <summary>The few inner lines of the drawings. Less is calmer: each must help somebody to find a place on their own body.</summary>
internal static class FeatureLines
{
    internal static readonly ImmutableArray<FeatureLine> All =
    [
        .. HeadLines.All,

        // Collar bone, lower edge of the chest, navel, groin.
        FeatureLine.Soft(new(18, 1434, 52), new(52, 1438, 50), new(88, 1443, 36)),
        FeatureLine.Soft(new(34, 1296, 100), new(80, 1290, 100), new(124, 1306, 82)),
        FeatureLine.Firm(new(0, 1060, 104), new(3.5f, 1061.5f, 104), new(5, 1065, 104)),
        FeatureLine.Soft(new(140, 985, 60), new(90, 908, 84), new(46, 858, 80)),

        // Furrow of the spine, inner edge of the shoulder blade, cleft, fold under the buttock.
        FeatureLine.Soft(new(0, 1400, -134), new(0, 1300, -130), new(0, 1180, -110), new(0, 1060, -90)),
        FeatureLine.Soft(new(78, 1392, -126), new(86, 1345, -130), new(97, 1296, -122)),
        FeatureLine.Firm(new(0, 985, -112), new(0, 950, -122), new(0, 905, -124), new(0, 860, -100)),
        FeatureLine.Firm(new(20, 833, -94), new(56, 829, -110), new(104, 837, -106)),

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
