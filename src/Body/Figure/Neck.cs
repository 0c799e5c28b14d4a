using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>The neck, from the base of the skull to the notch above the breast bone.</summary>
internal static class Neck
{
    /// <summary>Melts into the trunk that has been described so far.</summary>
    internal static void AddTo(BodyField body)
    {
        var trunk = body.Root;
        trunk.Add(22, new Loft(
            Frame.Body,
            new(1400, 0, -26, 58, 58, 60, 64, 2),
            new(1440, 0, -24, 57, 57, 60, 60, 2),
            new(1480, 0, -18, 55, 55, 58, 57, 2),
            new(1520, 0, -10, 54, 54, 56, 56, 2),
            new(1560, 0, -4, 54, 54, 54, 58, 2),
            new(1610, 0, 0, 54, 54, 50, 62, 2)));

        // Sternocleidomastoid, notch above the breast bone.
        trunk.Add(18, new Tube(new(56, 1600, -12, 8), new(44, 1540, 10, 11), new(29, 1470, 30, 9), new(18, 1438, 37, 5)));
        body.Sculpt([new(0, 1437, 42), new(0, 1421, 50)], -1.5f, 14);
    }
}
