using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary><c>data/priors.json</c>: how often the points of a muscle are active in people with a complaint.</summary>
public sealed record Priors
{
    public required ImmutableArray<Complaint> Complaints { get; init; }

    public required ImmutableArray<PrevalenceStudy> Studies { get; init; }
}
