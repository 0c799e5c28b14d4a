using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>Shares of people with active points, as one study counted them or as we estimate them from texts.</summary>
public sealed record PrevalenceStudy
{
    /// <summary>Slug, unique among the studies.</summary>
    public required string Id { get; init; }

    /// <summary>A complaint of this file.</summary>
    public required string Complaint { get; init; }

    /// <summary>Who was looked at.</summary>
    public required string Population { get; init; }

    /// <summary>Number of people, 1 or more; <c>null</c> exactly for an estimate that nobody counted (grade derived or unsourced).</summary>
    public int? People { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<CountedShare> Shares { get; init; }

    public required Evidence Evidence { get; init; }
}
