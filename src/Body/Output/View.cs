using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>A side from which the figure is drawn, without perspective: one unit of the drawing is one millimetre.</summary>
/// <param name="Name">As in the name of the file.</param>
/// <param name="Title">What the drawing shows, said to the person whose body it is.</param>
/// <param name="Right">The direction of the body that runs to the right in the drawing; length 1.</param>
/// <param name="Up">The direction of the body that runs upwards in the drawing; length 1, at right angles to <paramref name="Right"/>.</param>
/// <param name="Width">Of the drawing.</param>
/// <param name="Height">Of the drawing.</param>
/// <param name="OriginX">Where the body's origin lies in the drawing, from its left edge; it may lie outside.</param>
/// <param name="OriginY">The same from its upper edge.</param>
/// <param name="Labels">Texts that say whose side is where, with their middle.</param>
internal sealed record View(
    string Name,
    string Title,
    Vector3 Right,
    Vector3 Up,
    float Width,
    float Height,
    float OriginX,
    float OriginY,
    ImmutableArray<(string Text, float X, float Y)> Labels)
{
    private const float BodyHeight = 1860;
    private const float Floor = 1780;
    private const float LabelLow = 1845;
    private const float LabelBesideLegs = 1500;

    internal static readonly ImmutableArray<View> All =
    [
        new("front", "Your body from the front", Vector3.UnitX, Vector3.UnitY, 1000, BodyHeight, 500, Floor,
            [("your right", 170, LabelBesideLegs), ("your left", 830, LabelBesideLegs)]),
        new("back", "Your body from the back", -Vector3.UnitX, Vector3.UnitY, 1000, BodyHeight, 500, Floor,
            [("your left", 170, LabelBesideLegs), ("your right", 830, LabelBesideLegs)]),
        new("left", "Your body from your left side", -Vector3.UnitZ, Vector3.UnitY, 520, BodyHeight, 280, Floor, [("your left side", 260, LabelLow)]),
        new("right", "Your body from your right side", Vector3.UnitZ, Vector3.UnitY, 520, BodyHeight, 240, Floor, [("your right side", 260, LabelLow)]),
    ];

    /// <summary>The direction towards the viewer; length 1.</summary>
    internal Vector3 Toward => Vector3.Cross(Right, Up);

    /// <summary>A place of the body in the drawing, and how near it is to the viewer.</summary>
    internal (Vector2 Place, float Nearness) Project(Vector3 position) =>
        (new Vector2(OriginX + Vector3.Dot(position, Right), OriginY - Vector3.Dot(position, Up)), Vector3.Dot(position, Toward));
}
