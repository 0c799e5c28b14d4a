using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>The neck, from the base of the skull to the notch above the breast bone: slender, its muscles only hinted.</summary>
internal static class Neck
{
    /// <summary>Melts into the trunk that has been described so far.</summary>
    internal static void AddTo(BodyField body)
    {
        var trunk = body.Root;
        trunk.Add(18, new Loft(
            Frame.Body,
            new(1400, 0, -28, 46, 46, 56, 60, 2),
            new(1440, 0, -26, 46, 46, 58, 56, 2),
            new(1475, 0, -21, 45.5f, 45.5f, 56, 53, 2),
            new(1505, 0, -14, 45, 45, 54.5f, 54, 2),
            new(1535, 0, -10, 44.5f, 44.5f, 53, 56, 2),
            new(1565, 0, -8, 44, 44, 48, 56, 2),
            new(1592, 0, -9, 43, 43, 38, 56, 2),
            new(1624, 0, -10, 36, 36, 30, 52, 2)));

        // Sternocleidomastoid, larynx, notch above the breast bone.
        trunk.Add(22, new Tube(new(52, 1606, -18, 6), new(42, 1560, -6, 7.5f), new(34, 1510, 15, 7), new(22, 1462, 31, 6), new(14, 1438, 38, 4)));
        trunk.Add(18, new Ellipsoid(new(0, 1497, 31), new(9, 12, 6)));
        body.Sculpt([new(0, 1444, 40), new(0, 1430, 46)], -2.2f, 12);
    }
}
