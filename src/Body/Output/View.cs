using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>A side from which the figure or a part of it is drawn, without perspective: one unit of the drawing is one millimetre.</summary>
/// <param name="Name">As in the name of the file.</param>
/// <param name="Title">What the drawing shows, said to the person whose body it is.</param>
/// <param name="Right">The direction of the body that runs to the right in the drawing; length 1.</param>
/// <param name="Up">The direction of the body that runs upwards in the drawing; length 1, at right angles to <paramref name="Right"/>.</param>
/// <param name="Width">Of the drawing; a whole number of pixels.</param>
/// <param name="Height">Of the drawing; a whole number of pixels.</param>
/// <param name="OriginX">Where the body's origin lies in the drawing, from its left edge; it may lie outside.</param>
/// <param name="OriginY">The same from its upper edge.</param>
/// <param name="MillimetresPerPixel">How finely the drawing is traced.</param>
internal sealed record View(
    string Name, string Title, Vector3 Right, Vector3 Up, float Width, float Height, float OriginX, float OriginY, float MillimetresPerPixel)
{
    /// <summary>Where the drawing is fainter than this there is nothing to mark.</summary>
    internal const float LeastOfCells = 0.4f;

    /// <summary>Texts that say whose side is where, with the middle of their base line.</summary>
    internal required ImmutableArray<ViewLabel> Labels { get; init; }

    /// <summary>Of the labels, in millimetres of the drawing.</summary>
    internal required float FontSize { get; init; }

    /// <summary>Width of the outline, in millimetres of the drawing; the other lines follow it.</summary>
    internal required float LineWidth { get; init; }

    /// <summary>How far shades are blurred, in millimetres: less where forms are small.</summary>
    internal required float ToneSoftness { get; init; }

    /// <summary>The cells of the part that is drawn, by value; <c>null</c> draws all of them.</summary>
    internal bool[]? Part { get; init; }

    /// <summary>The drawing fades out between these heights of it, the first one clear; <c>null</c> for a drawing that ends by itself.</summary>
    internal (float From, float To)? FadeAbove { get; init; }

    /// <inheritdoc cref="FadeAbove"/>
    internal (float From, float To)? FadeBelow { get; init; }

    /// <summary>Whether only a part of the body is drawn, larger.</summary>
    internal bool IsCloseUp => Part is not null;

    /// <summary>The direction towards the viewer; length 1.</summary>
    internal Vector3 Toward => Vector3.Cross(Right, Up);

    /// <summary>A place of the body in the drawing, and how near it is to the viewer.</summary>
    internal (Vector2 Place, float Nearness) Project(Vector3 position) =>
        (new Vector2(OriginX + Vector3.Dot(position, Right), OriginY - Vector3.Dot(position, Up)), Vector3.Dot(position, Toward));

    /// <summary>Whether a cell belongs to the part that is drawn.</summary>
    internal bool Keeps(int cell) => Part is null || Part[cell];

    /// <summary>How clearly the drawing is seen at a height of it: 0 … 1.</summary>
    internal float FadeAt(float y)
    {
        static float Share((float From, float To)? fade, float y) => fade is var (from, to) ? 1 - Math.Clamp((y - from) / (to - from), 0, 1) : 1;

        return MathF.Min(Share(FadeAbove, y), Share(FadeBelow, y));
    }
}
