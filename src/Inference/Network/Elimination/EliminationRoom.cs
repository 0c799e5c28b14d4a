using System.Runtime.Intrinsics;

namespace Unknot.Inference.Network.Elimination;

/// <summary>Everything that one elimination after the other needs, kept so that none has to be made anew. For one thread at a time.</summary>
internal sealed class EliminationRoom
{
    /// <summary>Four runs that differ in rounding alone lie this many times nearer to one another than to the truth at most; seen were three.</summary>
    private const double SpreadToError = 20;

    /// <summary>So far may the logarithms of wholes that differ in rounding alone lie apart.</summary>
    private const double SameWhole = 1e-3;

    private readonly Factors<Long> longFactors = new();
    private readonly Factors<Plain> plainFactors = new();
    private readonly Eliminator<Long> longs = new();
    private readonly Eliminator<Plain> plain = new();
    private readonly Factors<Four> fourFactors = new();
    private readonly Eliminator<Four> four = new();

    internal EliminationPlan Plan { get; } = new();

    /// <summary>The weight of all that is known, as a natural logarithm, but for what is outside the graph.</summary>
    internal double LogEvidence { get; private set; }

    /// <summary>No probability is further from the exact one than this.</summary>
    internal double ErrorBound { get; private set; }

    /// <summary>Runs the plan in long numbers, and in plain ones to see what rounding does.</summary>
    internal Eliminator<Long> RunLong(NoisyOrNetwork network, CaseNumbers numbers)
    {
        longFactors.Take(Plan.Graph, network, [numbers]);
        longs.Run(Plan, longFactors, withPairs: true);
        plainFactors.Take(Plan.Graph, network, [numbers]);
        plain.Run(Plan, plainFactors, withPairs: false);
        LogEvidence = longFactors.LogScales[0];
        for (var step = 0; step < Plan.StepCount; step++)
        {
            LogEvidence += Plan.ScopeOf(step) == 0 ? Math.Log(longs.SumOf(step).First) : 0;
        }

        ErrorBound = PlainFromLong();
        return longs;
    }

    /// <summary>
    /// Runs the plan in plain numbers, four times side by side with weights that differ by factors which change nothing but the rounding. Takes a third of
    /// the time of long numbers.
    /// </summary>
    /// <returns>Null when rounding may have done more than <paramref name="tolerance"/>.</returns>
    internal Eliminator<Four>? TryRunPlain(NoisyOrNetwork network, CaseNumbers numbers, double tolerance)
    {
        fourFactors.Take(Plan.Graph, network, [numbers, numbers, numbers, numbers]);
        fourFactors.Rescale(Plan.Graph);
        four.Run(Plan, fourFactors, withPairs: true);
        var evidences = LogEvidences();
        LogEvidence = evidences[0];

        // Where the whole itself is lost, all four may be left with the same wrong answer, but not with the same whole.
        var wholes = Vector256.Abs(evidences - Vector256.Create(LogEvidence));
        if (!Vector256.LessThanAll(wholes, Vector256.Create(SameWhole)))
        {
            ErrorBound = 1;
            return null;
        }

        var spread = 0.0;
        foreach (var found in four.Active)
        {
            for (var lane = 1; lane < Four.Count; lane++)
            {
                // A NaN is a spread too, and not a small one.
                spread = Math.Abs(found.Values[lane] - found.Values[0]) <= spread ? spread : Math.Abs(found.Values[lane] - found.Values[0]);
            }
        }

        ErrorBound = SpreadToError * spread;
        return ErrorBound <= tolerance ? four : null;
    }

    /// <summary>Four cases of the plan's shape at once, in plain numbers; no pairs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="cases">Four.</param>
    /// <returns>The probabilities of the graph's points, and for each case the weight of all that is known, as a natural logarithm, but for what is outside the graph.</returns>
    internal (Eliminator<Four> Found, Vector256<double> LogEvidence) RunFour(NoisyOrNetwork network, ReadOnlySpan<CaseNumbers> cases)
    {
        fourFactors.Take(Plan.Graph, network, cases);
        four.Run(Plan, fourFactors, withPairs: false);
        return (four, LogEvidences());
    }

    private Vector256<double> LogEvidences()
    {
        var logs = Vector256.Create(fourFactors.LogScales);
        for (var step = 0; step < Plan.StepCount; step++)
        {
            if (Plan.ScopeOf(step) == 0)
            {
                logs += Vector256.Log(four.SumOf(step).Values);
            }
        }

        return logs;
    }

    /// <summary>
    /// How far the probabilities in plain numbers are from those in long ones. The same sums in numbers of twice the length err by about the square
    /// of that, so this is a bound with room to spare, as long as the plain numbers have not lost the whole itself: then both may have, and
    /// may be alike by what they are left with. Only then the wholes are far apart, as the rounding of one is so much finer than that of the other.
    /// </summary>
    private double PlainFromLong()
    {
        for (var step = 0; step < Plan.StepCount; step++)
        {
            var whole = longs.SumOf(step).First;
            if (Plan.ScopeOf(step) == 0 && !(Math.Abs(plain.SumOf(step).Value - whole) <= whole / 2))
            {
                return 1;
            }
        }

        var largest = 0.0;
        for (var point = 0; point < Plan.Graph.PointCount; point++)
        {
            largest = Math.Max(largest, Math.Abs(longs.Active[point].First - plain.Active[point].Value));
        }

        return double.IsNaN(largest) ? 1 : Math.Min(largest, 1);
    }
}
