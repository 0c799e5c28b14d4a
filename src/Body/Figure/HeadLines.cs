using System.Collections.Immutable;

namespace Unknot.Body.Figure;

/// <summary>The lines of the face and the ears.</summary>
internal static class HeadLines
{
    internal static readonly ImmutableArray<FeatureLine> All =
    [
        // Brow, closed lids, wing of the nose, mouth, fold under the lower lip.
        FeatureLine.Soft(new(13, 1654, 112), new(32, 1658, 104), new(50, 1652, 88)),
        FeatureLine.Firm(new(17, 1633, 98), new(24, 1628.5f, 100), new(32, 1627.5f, 98), new(40, 1629.5f, 93), new(46, 1634, 86)),
        FeatureLine.Firm(new(17.5f, 1599, 104), new(18.5f, 1592, 104), new(14, 1588, 106)),
        FeatureLine.Firm(new(0, 1563, 106), new(10, 1563.4f, 103), new(24, 1564, 92)),
        FeatureLine.Soft(new(0, 1546, 102), new(11, 1547, 100)),

        // Rim and bowl of the ear.
        FeatureLine.Firm(new(72, 1644, 9), new(75, 1656, 3), new(79, 1657, -8), new(82, 1644, -18), new(82, 1628, -20), new(79, 1611, -14), new(74, 1601, -3), new(71, 1608, 6)),
        FeatureLine.Soft(new(76, 1643, 0), new(79, 1645, -9), new(79, 1630, -13), new(77, 1616, -8)),
    ];
}
