using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>
/// Cases with more witnesses than can be kept apart in reasonable time: the most similar ones are merged, two by two, until it can be done. The answer
/// is exact for the merged witnesses.
/// </summary>
internal static class LargeCases
{
    /// <param name="network">The network.</param>
    /// <param name="evidence">About the same number of nodes.</param>
    /// <param name="mergeable">So many of the first witnesses may be merged, the others stay as they are.</param>
    /// <param name="workLimit">See <see cref="ExactInference.TrySolve"/>. A case with one mergeable witness left is solved whatever it takes.</param>
    /// <returns>The answer, and the evidence that it is exact for; groups of two or more witnesses that were merged, as indices.</returns>
    /// <exception cref="ArgumentException">Even with all that may be merged in one, the case is too wide for any memory.</exception>
    internal static (Posterior Posterior, Observations Evidence, ImmutableArray<ImmutableArray<int>> Groups) Solve(
        NoisyOrNetwork network, Observations evidence, int mergeable, double workLimit = ExactInference.UsualWorkLimit)
    {
        if (ExactInference.TrySolve(network, evidence, workLimit) is { } plain)
        {
            return (plain, evidence, []);
        }

        var merging = new WitnessMerging(evidence.Witnesses, Enumerable.Range(0, mergeable), network.NodeCount);
        while (true)
        {
            // Of very many, several at a time: each look for an order costs as much as a small inference.
            merging.Merge(Math.Max(1, merging.Groups.Length / 16));
            var groups = merging.Groups;
            var merged = evidence.With([.. groups.Select(group => group.Voice), .. evidence.Witnesses.Skip(mergeable)]);
            var last = groups.Length <= 1;
            if ((last ? ExactInference.Solve(network, merged) : ExactInference.TrySolve(network, merged, workLimit)) is { } posterior)
            {
                return (posterior.Spread(groups, evidence), merged, [.. groups.Where(group => group.Members.Length > 1).Select(group => group.Members)]);
            }
        }
    }
}
