using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>
/// The figure as one implicit surface: the left half is described, the right half is its mirror image.
/// </summary>
internal sealed class BodyField
{
    /// <summary>
    /// Shapes farther than this from a box cannot change the surface inside it. Less tore holes: blends reach far.
    /// </summary>
    internal const float SafeMargin = 55;

    private readonly List<SculptStroke> strokes = [];

    internal ShapeGroup Root { get; } = new();

    /// <summary>Draws a groove (negative height) or a ridge over the surface.</summary>
    internal void Sculpt(ReadOnlySpan<Vector3> path, float height, float width, bool tapered = true) =>
        strokes.Add(new SculptStroke(path, height, width, tapered));

    /// <summary>The same, seen from the front: the stroke need not be given exactly at the skin.</summary>
    internal void SculptFromFront(ReadOnlySpan<Vector3> path, float height, float width, bool tapered = true) =>
        strokes.Add(new SculptStroke(path, height, width, tapered, Vector3.UnitZ));

    /// <summary>The same field, but only with the shapes that matter inside a box: some fifty times faster.</summary>
    internal LocalField Near(Bounds box, float margin = SafeMargin)
    {
        var folded = box.FoldedToLeft();
        folded = folded with { High = folded.High + Vector3.UnitX };
        var nearStrokes = folded.Inflated(4);
        return new LocalField(
            LocalGroup.Of(Root, folded, margin, joinBlend: 0),
            [.. strokes.Where(stroke => stroke.Bounds.Touches(nearStrokes))]);
    }
}
