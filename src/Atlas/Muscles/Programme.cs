using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>
/// A ready-made session for who has no ranking. Who it is not for follows from its muscles: their contraindications, and the red flags of its places.
/// </summary>
public sealed record Programme
{
    public required ProgrammeId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What is done and what it takes, one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Who it is for, one sentence each, spoken to that person; at least one.</summary>
    public required ImmutableArray<string> Suits { get; init; }

    /// <summary>Regions on the skin that hurt in those it is for, the most usual first; at least one. They bring up their red flags.</summary>
    public required ImmutableArray<RegionId> Places { get; init; }

    /// <summary>In the order of the session, keys before their satellites; one to four. Each is pressed on both sides.</summary>
    public required ImmutableArray<ProgrammePoint> Points { get; init; }

    /// <summary>The support of this choice of points and techniques, taken together.</summary>
    public required Evidence Evidence { get; init; }
}

/// <summary>A point of a programme and how it is released.</summary>
public sealed record ProgrammePoint
{
    public required PointId Point { get; init; }

    /// <summary>One of the ways of the point's muscle that reach it.</summary>
    public required TechniqueId Technique { get; init; }
}
