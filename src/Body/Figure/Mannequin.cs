using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>
/// The figure that everything is drawn on: a calm adult of 1,750 mm in the anatomical position, neither muscular nor gendered.
/// Every number is millimetres in the body frame, left half and midline only; the field mirrors them.
/// </summary>
internal static class Mannequin
{
    /// <summary>A box around the left half, a little larger than the figure.</summary>
    internal static Bounds LeftHalf { get; } = new(new(0, -6, -190), new(480, 1765, 260));

    internal static BodyField Build()
    {
        var body = new BodyField();
        Trunk.AddTo(body);
        Head.AddTo(body);
        Leg.AddTo(body);
        Arm.AddTo(body);
        return body;
    }
}
