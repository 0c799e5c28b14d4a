using Unknot.Inference.Network;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Shared.Files;

/// <summary>What every engine is asked: the probability of each node, given the evidence.</summary>
/// <param name="Id">Such as "blob-001"; no blanks.</param>
internal sealed record Case(string Id, DrawingKind Kind, NoisyOrNetwork Network, Observations Evidence);
