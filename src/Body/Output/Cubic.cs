using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>A cubic Bézier curve.</summary>
internal readonly record struct Cubic(Vector2 Start, Vector2 First, Vector2 Second, Vector2 End)
{
    internal Vector2 At(float t)
    {
        var s = 1 - t;
        return (s * s * s * Start) + (3 * s * s * t * First) + (3 * s * t * t * Second) + (t * t * t * End);
    }

    internal Vector2 Slope(float t)
    {
        var s = 1 - t;
        return (3 * s * s * (First - Start)) + (6 * s * t * (Second - First)) + (3 * t * t * (End - Second));
    }

    internal Vector2 Bend(float t) => (6 * (1 - t) * (Second - (2 * First) + Start)) + (6 * t * (End - (2 * Second) + First));
}
