using System.Collections.Immutable;

namespace Unknot.Body.Figure;

/// <summary>The few inner lines of the drawings. Less is calmer: each must help somebody to find a place on their own body.</summary>
internal static class FeatureLines
{
    internal static readonly ImmutableArray<FeatureLine> All =
    [
        .. HeadLines.All,

        // Collar bone, lower edge of the chest, navel, groin.
        FeatureLine.Soft(new(20.3f, 1430.6f, 55.1f), new(55.9f, 1432.4f, 47.4f), new(92.1f, 1434.2f, 32.2f)),
        FeatureLine.Soft(new(45.6f, 1272.8f, 96.6f), new(77.4f, 1270.3f, 90), new(109.3f, 1280.5f, 77.4f)),
        FeatureLine.Firm(new(0, 1056.5f, 102.6f), new(4.7f, 1058.6f, 102.7f), new(6.5f, 1063, 102.7f)),
        FeatureLine.Soft(new(131.9f, 992, 59.8f), new(109.9f, 956.7f, 66), new(89.8f, 926.9f, 69.5f), new(71.2f, 902.7f, 70.1f), new(51.9f, 880.9f, 68.6f)),

        // Furrow of the spine, inner edge of the shoulder blade, cleft, fold under the buttock.
        FeatureLine.Soft(new(0, 1399.8f, -129.8f), new(0, 1300.8f, -122.4f), new(0, 1182.9f, -99.4f), new(0, 1069.4f, -83.1f)),
        FeatureLine.Soft(new(81.3f, 1388.6f, -130.4f), new(86.6f, 1345, -132), new(96.2f, 1299.1f, -127.3f)),
        FeatureLine.Firm(new(0, 965.1f, -107.2f), new(0, 929.1f, -113.1f), new(0, 898.3f, -109.9f), new(0, 867.5f, -92.9f)),
        FeatureLine.Firm(new(31.8f, 828.5f, -82.9f), new(50.3f, 822.8f, -94.9f), new(72.6f, 821.9f, -103.5f), new(100.2f, 826.2f, -106.6f)),

        // Bend of the elbow, both edges of the kneecap, bend of the knee.
        FeatureLine.Soft(new(230.1f, 1105.5f, 21.9f), new(254.3f, 1108.9f, 28.8f), new(277.4f, 1120, 26.2f)),
        FeatureLine.Soft(new(75.5f, 523.3f, 57.6f), new(72.4f, 501.9f, 52.8f), new(79.7f, 475.9f, 52.4f)),
        FeatureLine.Soft(new(121.7f, 523.8f, 55.1f), new(124.5f, 502.1f, 51.4f), new(117.9f, 476, 51.8f)),
        FeatureLine.Soft(new(69.1f, 487.1f, -52.1f), new(99, 482, -49.9f), new(128.7f, 487.2f, -51.5f)),

        // Both sides of the Achilles tendon, outer and inner ankle.
        FeatureLine.Soft(new(94.1f, 150, -71.1f), new(95.1f, 118.1f, -72.6f), new(94.5f, 90.2f, -76.6f)),
        FeatureLine.Soft(new(117, 150.1f, -70.7f), new(116.7f, 118.2f, -72), new(115.7f, 90.3f, -76.9f)),
        FeatureLine.Soft(new(69.2f, 97, -20.7f), new(65.5f, 84.1f, -25.6f), new(65.5f, 73.4f, -34.6f)),
        FeatureLine.Soft(new(143.4f, 91.5f, -35.1f), new(147.2f, 76.2f, -40), new(146.4f, 64, -48.7f)),

        // Between the toes: from the web over the top and down to the floor.
        FeatureLine.Firm(new(113.4f, 24.3f, 119), new(112.2f, 20.2f, 128.2f), new(113.4f, 14, 134), new(113.5f, 8, 132.5f), new(113.8f, 5.5f, 131)),
        FeatureLine.Firm(new(128.7f, 22.8f, 117.3f), new(130.3f, 20.7f, 126.2f), new(132.2f, 16.7f, 135), new(134.1f, 13.3f, 143.8f), new(135.1f, 11, 148.7f), new(135.6f, 8, 150), new(134.4f, 5.5f, 148.6f)),
        FeatureLine.Firm(new(142.8f, 22.7f, 113.3f), new(144.2f, 19.8f, 119.2f), new(146.1f, 18, 125), new(146.4f, 14.3f, 131), new(147.4f, 11, 136.1f), new(147.3f, 8, 137.1f), new(146, 5.5f, 134.8f)),
        FeatureLine.Firm(new(157, 24.6f, 103.8f), new(159.1f, 18, 112.6f), new(158.6f, 13.6f, 118.7f), new(159.7f, 11, 122.4f), new(159.5f, 8, 123), new(157.6f, 5.5f, 121.4f)),

        // Ball of the thumb, both folds of the palm.
        FeatureLine.Soft(new(358.5f, 861.7f, 25.1f), new(366.5f, 849.4f, 21.1f), new(379.4f, 837.7f, 20.5f), new(396.8f, 826.4f, 20.9f), new(412.5f, 820.6f, 20.9f)),
        FeatureLine.Soft(new(414.4f, 819, 19.4f), new(396.9f, 816, 20.8f), new(374.8f, 817.8f, 18), new(356.9f, 823.2f, 22.4f)),
        FeatureLine.Soft(new(338, 796.8f, 21.7f), new(359.4f, 800.8f, 23), new(379, 802.1f, 18.6f), new(395.7f, 798.2f, 20.3f), new(404.1f, 793.2f, 22)),

        // Creases of the fingers and the thumb.
        FeatureLine.Soft(new(424, 760.8f, 22.9f), new(429.5f, 764.5f, 25.8f), new(436.1f, 767.4f, 23.6f)),
        FeatureLine.Soft(new(436, 740.4f, 30.9f), new(440.4f, 743.8f, 33.2f), new(446.2f, 746.1f, 31.8f)),
        FeatureLine.Soft(new(402.9f, 746.1f, 25), new(409.1f, 749.8f, 27.6f), new(416, 751.8f, 24.9f)),
        FeatureLine.Soft(new(414.2f, 722.8f, 37.1f), new(419.4f, 726.2f, 39), new(425.4f, 727.6f, 37.1f)),
        FeatureLine.Soft(new(376.8f, 745.8f, 26.3f), new(383.2f, 748.8f, 28.4f), new(389.6f, 749.8f, 25.6f)),
        FeatureLine.Soft(new(384.9f, 724.1f, 39.4f), new(390.4f, 726.8f, 40.5f), new(395.8f, 727.2f, 38.4f)),
        FeatureLine.Soft(new(349, 756.2f, 25), new(355.2f, 758, 26.8f), new(361.1f, 758.2f, 24.4f)),
        FeatureLine.Soft(new(352.9f, 739.2f, 34.3f), new(358.1f, 740.8f, 35.3f), new(362.8f, 740.5f, 33.3f)),
        FeatureLine.Soft(new(429.1f, 817.2f, 32), new(434.8f, 824.4f, 37.4f), new(442.9f, 829.9f, 32.6f)),

        // Fold of the wrist.
        FeatureLine.Soft(new(324.2f, 865.4f, 20.3f), new(350.1f, 872.9f, 25.6f), new(374.5f, 887.6f, 20.2f)),
    ];
}
