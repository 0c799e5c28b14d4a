using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>A side from which the figure is drawn, without perspective: one unit of the drawing is one millimetre.</summary>
/// <param name="Name">As in the name of the file.</param>
/// <param name="Title">What the drawing shows, said to the person whose body it is.</param>
/// <param name="Right">The direction that runs to the right in the drawing.</param>
/// <param name="Toward">The direction towards the viewer.</param>
/// <param name="Width">Of the drawing.</param>
/// <param name="OriginX">Where the body's origin lies in the drawing.</param>
/// <param name="Labels">Texts that say whose side is where, with their middle.</param>
internal sealed record View(
    string Name, string Title, Vector3 Right, Vector3 Toward, float Width, float OriginX, ImmutableArray<(string Text, float X, float Y)> Labels)
{
    internal const float Height = 1860;

    /// <summary>Where the floor lies in the drawing.</summary>
    internal const float OriginY = 1780;

    private const float LabelLow = 1845;
    private const float LabelBesideLegs = 1500;

    internal static readonly ImmutableArray<View> All =
    [
        new("front", "Your body from the front", Vector3.UnitX, Vector3.UnitZ, 1000, 500,
            [("your right", 170, LabelBesideLegs), ("your left", 830, LabelBesideLegs)]),
        new("back", "Your body from the back", -Vector3.UnitX, -Vector3.UnitZ, 1000, 500,
            [("your left", 170, LabelBesideLegs), ("your right", 830, LabelBesideLegs)]),
        new("left", "Your body from your left side", -Vector3.UnitZ, Vector3.UnitX, 520, 280, [("your left side", 260, LabelLow)]),
        new("right", "Your body from your right side", Vector3.UnitZ, -Vector3.UnitX, 520, 240, [("your right side", 260, LabelLow)]),
    ];

    /// <summary>Which axis of the body, with its sign, runs to the right: <c>x</c>, <c>-x</c>, <c>z</c> or <c>-z</c>.</summary>
    internal string AxisU => Right.X != 0 ? (Right.X > 0 ? "x" : "-x") : Right.Z > 0 ? "z" : "-z";

    /// <summary>A place of the body in the drawing, and how near it is to the viewer.</summary>
    internal (Vector2 Place, float Nearness) Project(Vector3 position) =>
        (new Vector2(OriginX + Vector3.Dot(position, Right), OriginY - position.Y), Vector3.Dot(position, Toward));
}
