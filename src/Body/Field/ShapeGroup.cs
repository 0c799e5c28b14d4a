namespace Unknot.Body.Field;

/// <summary>
/// Shapes that melt into one another in the order they are added, and branches that melt into the whole but not into each other,
/// so that neighbouring fingers, toes and limbs stay apart.
/// </summary>
internal sealed class ShapeGroup
{
    private readonly List<(Shape Shape, float Blend, bool IsHollow)> shapes = [];
    private readonly List<(ShapeGroup Group, float Blend)> branches = [];

    internal IReadOnlyList<(Shape Shape, float Blend, bool IsHollow)> Shapes => shapes;

    internal IReadOnlyList<(ShapeGroup Group, float Blend)> Branches => branches;

    /// <param name="blend">Width of the melt with what was added before, in millimetres; 0 for the first shape.</param>
    internal void Add(float blend, Shape shape) => shapes.Add((shape, blend, IsHollow: false));

    /// <summary>Takes a shape away from what was added before; branches are not touched.</summary>
    /// <param name="blend">Roundness of the edge, in millimetres.</param>
    internal void Carve(float blend, Shape shape) => shapes.Add((shape, blend, IsHollow: true));

    /// <param name="blend">Width of the melt between the branch and the shapes of this group, in millimetres.</param>
    internal ShapeGroup Branch(float blend)
    {
        var group = new ShapeGroup();
        branches.Add((group, blend));
        return group;
    }
}
