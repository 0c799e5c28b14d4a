using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>The form of the JSON download.</summary>
internal sealed record AtlasDocument
{
    public required string Version { get; init; }

    public required string Licence { get; init; }

    public required ImmutableArray<Muscle> Muscles { get; init; }

    public required ImmutableArray<Technique> Techniques { get; init; }

    public required ImmutableArray<Programme> Programmes { get; init; }

    public required ImmutableArray<Chain> Chains { get; init; }

    public required ImmutableArray<Cause> Causes { get; init; }

    public required ImmutableArray<Symptom> Symptoms { get; init; }

    public required ImmutableArray<Question> Questions { get; init; }

    public required Priors Priors { get; init; }

    public required ImmutableArray<Region> Regions { get; init; }

    public required ImmutableArray<Landmark> Landmarks { get; init; }

    public required SafetyRules Safety { get; init; }

    public required ImmutableArray<Source> Sources { get; init; }

    public required ImmutableArray<RetiredId> RetiredIds { get; init; }
}
