using System.Numerics;

namespace Unknot.Body.Seen;

/// <summary>A direction from which the figure is seen without perspective: one unit of the picture is one millimetre.</summary>
/// <param name="Right">The direction of the body that runs to the right; length 1.</param>
/// <param name="Up">The direction of the body that runs upwards; length 1, at right angles to <paramref name="Right"/>.</param>
/// <param name="Origin">Where the body's origin lies in the picture, from its upper left corner.</param>
/// <param name="Size">Width and height of the picture.</param>
public sealed record Projection(Vector3 Right, Vector3 Up, Vector2 Origin, Vector2 Size)
{
    /// <summary>The direction towards the viewer; length 1.</summary>
    public Vector3 Toward => Vector3.Cross(Right, Up);

    /// <summary>A place of the body in the picture, y downwards.</summary>
    public Vector2 Project(Vector3 place) => new(Origin.X + Vector3.Dot(place, Right), Origin.Y - Vector3.Dot(place, Up));

    /// <summary>Millimetres towards the viewer.</summary>
    public float NearnessOf(Vector3 place) => Vector3.Dot(place, Toward);
}
