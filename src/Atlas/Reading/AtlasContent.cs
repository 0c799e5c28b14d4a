using System.Collections.Immutable;

namespace Unknot.Atlas.Reading;

/// <summary>Everything read from <c>data/</c>, before it is known to be consistent.</summary>
internal sealed record AtlasContent(
    ImmutableArray<Muscle> Muscles,
    ImmutableArray<Landmark> Landmarks,
    ImmutableArray<Region> Regions,
    ImmutableArray<Technique> Techniques,
    ImmutableArray<Programme> Programmes,
    ImmutableArray<Chain> Chains,
    ImmutableArray<Cause> Causes,
    ImmutableArray<Symptom> Symptoms,
    ImmutableArray<Question> Questions,
    ImmutableArray<Source> Sources,
    ImmutableArray<RetiredId> Retired,
    Priors Priors,
    SafetyRules Safety,
    WordBook Words);
