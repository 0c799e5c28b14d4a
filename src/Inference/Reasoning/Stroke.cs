using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>One movement of a brush over the figure.</summary>
public sealed record Stroke
{
    /// <summary>Places that the middle of the brush passed, in millimetres in the body frame, on the skin or near it; a single place is a dot.</summary>
    public required ImmutableArray<Vector3> Path { get; init; }

    /// <summary>Width of the brush in millimetres, above 0, at most <see cref="MaxWidth"/>.</summary>
    public required double Width { get; init; }

    /// <summary>Above 0, at most 1; 1 is the strongest pain of the drawing.</summary>
    public required double Intensity { get; init; }

    /// <summary>A wider brush covers half a body; millimetres.</summary>
    public const double MaxWidth = 200;

    /// <summary>A longer path is not drawn by hand; places.</summary>
    public const int MaxPlaces = 2_000;

    /// <summary>Further than this from the skin, in millimetres, nothing was drawn on it.</summary>
    public const double MaxDistanceFromSkin = 60;
}
