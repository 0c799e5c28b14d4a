using System.Numerics;

namespace Unknot.Inference.Network.Elimination;

/// <summary>
/// The order in which variables are summed out, points and bits mixed, and what each step then depends on. Greedy: always the variable that
/// ties the fewest others together that were not tied before. The same graph always gives the same order.
/// </summary>
internal sealed class EliminationOrder
{
    /// <summary>A step that depends on more variables is never taken: its table would not fit.</summary>
    internal const int MaxScope = 26;

    /// <summary>Below this much work, elimination takes less time than another search for an order.</summary>
    private const double EnoughTrying = 1 << 15;

    /// <summary>How much a variable's ties (fill) and its neighbours (degree) count, one attempt after the other.</summary>
    private static readonly (double Fill, double Degree)[] Weights = [(1, 0.01), (0.03, 1), (1, 4), (0.1, 1), (1, 1.5)];

    private (IntList Steps, IntList Starts, IntList Scopes) attempt = (new(), new(), new());
    private readonly IntList neighbours = new();
    private double[] scores = new double[64];
    private bool[] done = new bool[64];

    /// <summary>Variables, first to be summed out first.</summary>
    internal IntList Steps { get; private set; } = new();

    /// <summary>Where a step's scope begins; one more entry than steps.</summary>
    internal IntList ScopeStarts { get; private set; } = new();

    /// <summary>The variables that the steps' sums depend on.</summary>
    internal IntList Scopes { get; private set; } = new();

    /// <summary>Table entries touched in one pass; infinite when some step would depend on more than <see cref="MaxScope"/> variables.</summary>
    internal double Work { get; private set; }

    internal void Find(SignedGraph graph, VariableGraph variables)
    {
        Work = double.PositiveInfinity;
        for (var i = 0; i < Weights.Length && Work > EnoughTrying; i++)
        {
            if (i > 0)
            {
                variables.Join(graph);
            }

            var work = Run(variables, Weights[i], attempt.Steps, attempt.Starts, attempt.Scopes, Work);
            if (work < Work)
            {
                Work = work;
                (attempt, (Steps, ScopeStarts, Scopes)) = ((Steps, ScopeStarts, Scopes), attempt);
            }
        }
    }

    private double Run(VariableGraph variables, (double Fill, double Degree) weight, IntList steps, IntList starts, IntList scopes, double worst)
    {
        steps.Clear();
        starts.Clear();
        scopes.Clear();
        starts.Add(0);
        if (scores.Length < variables.Count)
        {
            scores = new double[2 * variables.Count];
            done = new bool[2 * variables.Count];
        }

        done.AsSpan(0, variables.Count).Clear();
        for (var v = 0; v < variables.Count; v++)
        {
            scores[v] = ScoreOf(variables, v, weight);
        }

        var work = 0.0;
        while (steps.Count < variables.Count)
        {
            var best = Cheapest(variables);
            var degree = VariableGraph.CountOf(variables.Row(best));
            var times = best < variables.ClassCount ? variables.Sizes[best] : 2;
            work += Math.ScaleB(times, degree);
            if (degree > MaxScope || work >= worst)
            {
                return double.PositiveInfinity;
            }

            Take(variables, best, steps, starts, scopes, weight);
        }

        return work;
    }

    private int Cheapest(VariableGraph variables)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        var waiting = variables.Waiting;
        for (var v = 0; v < variables.Count; v++)
        {
            if (!done[v] && scores[v] < least && waiting[v] == 0)
            {
                (best, least) = (v, scores[v]);
            }
        }

        return best;
    }

    private void Take(VariableGraph variables, int taken, IntList steps, IntList starts, IntList scopes, (double Fill, double Degree) weight)
    {
        done[taken] = true;
        steps.Add(taken);
        var row = variables.Row(taken);
        neighbours.Clear();
        for (var word = 0; word < row.Length; word++)
        {
            for (var left = row[word]; left != 0; left &= left - 1)
            {
                neighbours.Add((word << 6) + BitOperations.TrailingZeroCount(left));
            }
        }

        var multiple = taken < variables.ClassCount && variables.Sizes[taken] > 1;
        foreach (var neighbour in neighbours.All)
        {
            scopes.Add(neighbour);
            variables.Waiting[neighbour] -= multiple ? 1 : 0;
            var joined = variables.Row(neighbour);
            for (var word = 0; word < joined.Length; word++)
            {
                joined[word] |= row[word];
            }

            joined[neighbour >> 6] &= ~(1UL << neighbour);
            joined[taken >> 6] &= ~(1UL << taken);
        }

        starts.Add(scopes.Count);
        foreach (var neighbour in neighbours.All)
        {
            scores[neighbour] = ScoreOf(variables, neighbour, weight);
        }
    }

    private static double ScoreOf(VariableGraph variables, int variable, (double Fill, double Degree) weight)
    {
        var row = variables.Row(variable);
        var (missing, degree) = (0, 0);
        for (var word = 0; word < row.Length; word++)
        {
            for (var left = row[word]; left != 0; left &= left - 1)
            {
                var other = variables.Row((word << 6) + BitOperations.TrailingZeroCount(left));
                degree++;
                for (var w = 0; w < row.Length; w++)
                {
                    missing += BitOperations.PopCount(row[w] & ~other[w]);
                }
            }
        }

        // Every neighbour is missing itself once, and every missing tie was counted from both ends.
        return (weight.Fill * (missing - degree) / 2) + (weight.Degree * degree);
    }
}
