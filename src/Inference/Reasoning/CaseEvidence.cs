using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>What somebody told, as evidence about the network.</summary>
/// <param name="Inquiry">What was told.</param>
/// <param name="Sightings">The marked regions; the first witnesses are these, in this order, the others are answers.</param>
/// <param name="SpokenOf">For each region whether the person has said anything about it.</param>
/// <param name="Observations">The evidence.</param>
internal sealed record CaseEvidence(Inquiry Inquiry, ImmutableArray<Sighting> Sightings, ImmutableArray<bool> SpokenOf, Observations Observations);
