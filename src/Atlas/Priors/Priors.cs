using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary><c>data/priors.json</c>: how often the points of a muscle are active in people with a complaint.</summary>
public sealed record Priors
{
    public required ImmutableArray<Complaint> Complaints { get; init; }

    public required ImmutableArray<PrevalenceStudy> Studies { get; init; }
}

/// <summary>What people come with, in the words of the studies that counted them.</summary>
public sealed record Complaint
{
    /// <summary>Slug, unique among the complaints: <c>neck-pain</c>.</summary>
    public required string Id { get; init; }

    /// <summary>"neck pain", as it stands in a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>The regions that people with the complaint mark; at least one.</summary>
    public required ImmutableArray<RegionId> Regions { get; init; }
}

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

/// <summary>Share of the people with at least one active point in any of some muscles.</summary>
public sealed record CountedShare
{
    /// <summary>The muscle, or several that the study counted as one, such as the four short muscles below the skull.</summary>
    public required ImmutableArray<MuscleId> Muscles { get; init; }

    /// <summary>Above 0, below 1; a share of all or none is written as 0.98 or 0.02.</summary>
    public required double Share { get; init; }

    /// <summary>Lowest share given elsewhere, 0 … <see cref="Share"/>; <c>null</c> when only the one figure is known.</summary>
    public double? Low { get; init; }

    /// <summary>Highest share given elsewhere, <see cref="Share"/> … 1.</summary>
    public double? High { get; init; }
}
