using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Charts.Choosing;

namespace Unknot.Charts.Layout;

/// <summary>What lies over a flat drawing of the figure on a screen. Lengths in units of the picture, y downwards; the drawing itself is a file of its own.</summary>
public sealed record BodyOverlay
{
    /// <summary>Of the whole picture.</summary>
    public required Vector2 Size { get; init; }

    /// <summary>Where the upper left corner of the drawing lies.</summary>
    public required Vector2 DrawingAt { get; init; }

    /// <summary>Units for a millimetre of the drawing.</summary>
    public required float Scale { get; init; }

    /// <summary>Those of which something is seen.</summary>
    public required ImmutableArray<DrawnMuscle> Muscles { get; init; }

    /// <summary>Dots, as SVG path data of moves and empty lines: where nearly everyone feels it.</summary>
    public required string Essential { get; init; }

    /// <summary>Dots, as <see cref="Essential"/>: where some feel it.</summary>
    public required string Spillover { get; init; }

    public required ImmutableArray<DrawnPoint> Points { get; init; }

    /// <param name="Fibres">SVG path data.</param>
    /// <param name="Thickness">Of the fibres.</param>
    public sealed record DrawnMuscle(MuscleId Muscle, string Fibres, float Thickness);

    public sealed record DrawnPoint(ChartPoint Point, Vector2 At);
}
