using System.Diagnostics;

namespace Unknot.Inference.Network;

/// <summary>
/// For cases that elimination cannot do in time: a best-first search over which nodes are active. Each branch has a lower and an upper bound of
/// its weight, so that the probabilities lie between bounds at any time, however early the search is broken off.
/// </summary>
/// <remarks>
/// The bounds: a further active node raises the likelihood of the witnesses by no more, the more are active already (the likelihoods are
/// log-submodular), and never lowers it; a node is set off at least by the parents that are active, and at most by those that may yet be.
/// </remarks>
internal static class CertifiedSearch
{
    /// <summary>Bounds so close together, as a part of the whole, are as good as exact.</summary>
    private const double CloseEnough = 1e-9;

    /// <summary>More open branches than this are not kept in memory.</summary>
    private const int MostBranches = 20_000;

    /// <param name="network">The network.</param>
    /// <param name="evidence">About the same number of nodes.</param>
    /// <param name="time">How long to search at most.</param>
    /// <returns>
    /// The middle between the bounds; <see cref="Posterior.ErrorBound"/> is how far they are from it at most. The bound is for the nodes: what has
    /// fired is not searched for, the links of witnesses get an estimate and edges 0.
    /// </returns>
    internal static Posterior Solve(NoisyOrNetwork network, Observations evidence, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var problem = new SearchCase(network, evidence);
        var bounds = Search(problem, () => clock.Elapsed >= time);
        var (active, error) = (new double[network.NodeCount], 0.0);
        for (var node = 0; node < active.Length; node++)
        {
            var number = problem.NumberOf(node);
            var (low, high) = number < 0 ? (problem.AloneOf(node), problem.AloneOf(node)) : bounds.Of(number);
            active[node] = (low + high) / 2;
            error = Math.Max(error, (high - low) / 2);
        }

        var (shares, explained) = Firing(evidence, active);
        return new Posterior(active, new double[network.Edges.Length], explained, shares, evidence, error)
        {
            Work = 0,
            LogEvidence = problem.LogEvidence(bounds.LogWeight),
        };
    }

    private static SearchBounds Search(SearchCase problem, Func<bool> isLate)
    {
        var open = new PriorityQueue<SearchBranch, double>();
        var closed = new List<SearchBranch>();
        var (low, high) = (0.0, 0.0);
        Offer(problem.Root());
        while (open.Count is > 0 and < MostBranches && !isLate() && !IsClose())
        {
            var branch = open.Dequeue();
            (low, high) = (low - branch.Low, high - branch.High);
            var (active, idle) = problem.Split(branch);
            Offer(active);
            Offer(idle);
        }

        var bounds = new SearchBounds(problem.Count);
        closed.AddRange(open.UnorderedItems.Select(item => item.Element));
        closed.ForEach(bounds.Add);
        return bounds;

        bool IsClose()
        {
            if (high - low > CloseEnough * high)
            {
                return false;
            }

            // Summed up anew: the whole may have shrunk to less than the rounding that taking off and putting on has left behind.
            var all = closed.Concat(open.UnorderedItems.Select(item => item.Element)).ToArray();
            (low, high) = (all.Sum(branch => branch.Low), all.Sum(branch => branch.High));
            return high - low <= CloseEnough * high;
        }

        void Offer(SearchBranch branch)
        {
            (low, high) = (low + branch.Low, high + branch.High);
            if (branch.Next < 0)
            {
                closed.Add(branch);
            }
            else
            {
                open.Enqueue(branch, branch.Low - branch.High);
            }
        }
    }

    /// <summary>What the links put in if nodes fired independently of one another: an estimate for telling what a node may account for.</summary>
    private static (double[] Shares, double[] Explained) Firing(Observations evidence, double[] active)
    {
        var (shares, explained) = (new double[evidence.LinkWeights.Length], new double[evidence.Witnesses.Length]);
        for (var w = 0; w < explained.Length; w++)
        {
            var none = 1.0;
            var links = evidence.Witnesses[w].Links;
            for (var i = 0; i < links.Length; i++)
            {
                shares[evidence.LinkStarts[w] + i] = links[i].Weight * active[links[i].Node];
                none *= 1 - (links[i].Weight * active[links[i].Node]);
            }

            explained[w] = 1 - none;
        }

        return (shares, explained);
    }
}
