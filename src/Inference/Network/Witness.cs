using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>
/// Something seen that active nodes can bring about. Its truth is a noisy-OR of its links and a leak; the sighting itself is soft:
/// it is as likely without the truth as 1 − certainty to 1.
/// </summary>
/// <remarks>Likelihood of the sighting when the nodes t are active: <c>1 − certainty · (1 − leak) · Πᵢ (1 − weightᵢ)^tᵢ</c>.</remarks>
internal sealed record Witness
{
    /// <summary>Probability that it comes about with no node active, 0 … 1.</summary>
    public required double Leak { get; init; }

    /// <summary>0 … below 1, so that no sighting is impossible; 0 says nothing at all.</summary>
    public required double Certainty { get; init; }

    /// <summary>At most one for each node; may be empty.</summary>
    public required ImmutableArray<Link> Links { get; init; }

    /// <summary>Likelihood when no link has fired, relative to a fired one; above 0.</summary>
    internal double UnexplainedLikelihood => 1 - (Certainty * (1 - Leak));
}

/// <summary>An active node brings a witness about with this probability.</summary>
/// <param name="Node">Index of a node.</param>
/// <param name="Weight">Above 0, at most 1.</param>
internal readonly record struct Link(int Node, double Weight);
