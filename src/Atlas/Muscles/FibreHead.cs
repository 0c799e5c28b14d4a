using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>One head of a muscle; course, depth and radius are those of the whole.</summary>
public sealed record FibreHead
{
    /// <summary>Number of fibres drawn, 1 … 24.</summary>
    public required int Count { get; init; }

    /// <summary>Two to eight stations from one attachment to the other.</summary>
    public required ImmutableArray<ImmutableArray<Place>> Stations { get; init; }
}
