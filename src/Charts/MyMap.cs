using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Charts;

/// <summary>One person's points, to be printed and taken along. Nothing of it is kept.</summary>
public sealed record MyMap
{
    /// <summary>The most points a map may have.</summary>
    public const int MostPoints = 12;

    /// <summary>In the order they are released, each once; 1 … <see cref="MostPoints"/>.</summary>
    public required ImmutableArray<MapPoint> Points { get; init; }

    /// <summary>Regions that hurt; may be empty.</summary>
    public ImmutableArray<SidedRegion> PainfulRegions { get; init; } = [];

    /// <summary>Cells that hurt; may be empty.</summary>
    public ImmutableArray<CellId> PainfulCells { get; init; } = [];

    /// <summary>Where the guided release is found, without anything about the person; the QR code leads there. <c>null</c> = no code.</summary>
    public Uri? Address { get; init; }
}

/// <summary>A point to release.</summary>
/// <param name="Point">Left or right.</param>
/// <param name="Seconds">How long to hold, 5 … 90.</param>
/// <param name="Technique">One of the muscle's releases; <c>null</c> = its first that reaches the point.</param>
public sealed record MapPoint(SidedPoint Point, int Seconds, TechniqueId? Technique = null);
