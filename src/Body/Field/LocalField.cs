using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>A <see cref="BodyField"/> cut down to the shapes that matter inside one box.</summary>
internal sealed class LocalField(LocalGroup shapes, SculptStroke[] strokes)
{
    private const float TetrahedronStep = 0.7f;

    /// <summary>How softly the sole lies down on the floor at y = 0, in millimetres.</summary>
    private const float FloorBlend = 5;

    /// <summary>True when no shape is near: every point of the box is far outside.</summary>
    internal bool IsEmpty => shapes.IsEmpty;

    /// <summary>Distance to the skin in millimetres, negative inside; only for points of the box.</summary>
    internal float Distance(Vector3 point)
    {
        // A soft fold, so that the two halves meet without a crease on the midline.
        point.X = MathF.Sqrt((point.X * point.X) + 1);
        var distance = shapes.Distance(point);
        foreach (var stroke in strokes)
        {
            distance -= stroke.Displacement(point);
        }

        // The larger of the distance and the height below the floor: weight flattens the sole.
        return -SmoothUnion.Of(-distance, point.Y, FloorBlend);
    }

    /// <summary>Distance and gradient from four samples at the corners of a small tetrahedron.</summary>
    internal float Distance(Vector3 point, out Vector3 gradient)
    {
        const float e = TetrahedronStep;
        var d1 = Distance(point + new Vector3(e, -e, -e));
        var d2 = Distance(point + new Vector3(-e, -e, e));
        var d3 = Distance(point + new Vector3(-e, e, -e));
        var d4 = Distance(point + new Vector3(e, e, e));
        gradient = new Vector3(d1 - d2 - d3 + d4, -d1 - d2 + d3 + d4, -d1 + d2 - d3 + d4) / (4 * e);
        return (d1 + d2 + d3 + d4) / 4;
    }
}

/// <summary>A <see cref="ShapeGroup"/> cut down to the shapes near a box.</summary>
internal sealed class LocalGroup
{
    private const float Far = 1e4f;

    private readonly (Shape Shape, float Blend, bool IsHollow)[] shapes;
    private readonly (LocalGroup Group, float Blend)[] branches;

    private LocalGroup((Shape Shape, float Blend, bool IsHollow)[] shapes, (LocalGroup Group, float Blend)[] branches)
    {
        this.shapes = shapes;
        this.branches = branches;
    }

    internal bool IsEmpty => shapes.Length == 0 && branches.Length == 0;

    /// <param name="joinBlend">Widest melt of this group with what holds it.</param>
    internal static LocalGroup Of(ShapeGroup group, Bounds box, float margin, float joinBlend)
    {
        // A shape melts into its group, and what comes of it into a branch or into what holds the group: both melts reach out.
        var own = group.Shapes.Select(part => part.Blend).Append(0).Max();
        var join = group.Branches.Select(branch => branch.Blend).Append(joinBlend).Max();
        var reach = box.Inflated(margin + (1.05f * (own + join)));
        return new LocalGroup(
            [.. group.Shapes.Where(part => part.Shape.Bounds.Touches(reach))],
            [.. group.Branches
                .Select(branch => (Group: Of(branch.Group, box, margin, MathF.Max(joinBlend, branch.Blend)), branch.Blend))
                .Where(branch => !branch.Group.IsEmpty)]);
    }

    internal float Distance(Vector3 point)
    {
        var trunk = Far;
        foreach (var (shape, blend, isHollow) in shapes)
        {
            var distance = shape.Distance(point);
            trunk = isHollow ? -SmoothUnion.Of(-trunk, distance, blend) : SmoothUnion.Of(trunk, distance, blend);
        }

        var nearest = trunk;
        foreach (var (group, blend) in branches)
        {
            nearest = MathF.Min(nearest, SmoothUnion.Of(trunk, group.Distance(point), blend));
        }

        return nearest;
    }
}
