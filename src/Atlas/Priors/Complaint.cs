using System.Collections.Immutable;

namespace Unknot.Atlas;

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
