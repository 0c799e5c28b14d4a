namespace Unknot.Inference.Network.Elimination;

/// <summary>
/// An order laid out for the sums: in every step's table the variables are numbered by when they are summed out, the next one first. So a step's
/// sum is taken in by the step of its first variable, and there that variable is the lowest digit.
/// </summary>
internal sealed class EliminationPlan
{
    private readonly IntList positionOf = new();
    private readonly IntList slotOf = new();

    internal SignedGraph Graph { get; } = new();

    internal VariableGraph Variables { get; } = new();

    internal EliminationOrder Order { get; } = new();

    /// <summary>For each step the first point of its class, or the complement (~) of its bit.</summary>
    internal IntList Subjects { get; } = new();

    /// <summary>The points of the classes, step by step; <see cref="MemberStarts"/> says where a step's begin.</summary>
    internal IntList Members { get; } = new();

    internal IntList MemberStarts { get; } = new();

    /// <summary>
    /// For each variable of each scope, as in <see cref="EliminationOrder.Scopes"/>: for a point's step the number of its pair within the point, for a
    /// bit's step the pair; −1 where they have no factor of their own.
    /// </summary>
    internal IntList Pairs { get; } = new();

    /// <summary>For each step where its gate, or for a gate its point, is in the scope; −1 when it is not.</summary>
    internal IntList GatePlaces { get; } = new();

    /// <summary>For each step the first one whose sum it takes in, then <see cref="NextIn"/>; −1 at the end.</summary>
    internal IntList FirstIn { get; } = new();

    internal IntList NextIn { get; } = new();

    /// <summary>Where a step's <see cref="Deltas"/> begin.</summary>
    internal IntList DeltaStarts { get; } = new();

    /// <summary>For each step and each variable of the scope of the step that takes its sum in: how its index changes when that digit turns to one and all lower ones to nought.</summary>
    internal IntList Deltas { get; } = new();

    /// <summary>Where a step's table begins.</summary>
    internal IntList Offsets { get; } = new();

    /// <summary>Entries of all tables together.</summary>
    internal int TableSize { get; private set; }

    /// <summary>Entries of the largest table.</summary>
    internal int LargestTable { get; private set; }

    internal int StepCount => Order.Steps.Count;

    internal int ScopeOf(int step) => Order.ScopeStarts[step + 1] - Order.ScopeStarts[step];

    /// <summary>Finds an order; <see cref="EliminationOrder.Work"/> says whether it is to be laid out.</summary>
    internal void Prepare(NoisyOrNetwork network, Observations evidence)
    {
        Graph.Build(network, evidence);
        Variables.Build(Graph);
        Order.Find(Graph, Variables);
    }

    internal void LayOut()
    {
        SortScopes();
        GatherMembers();
        Subjects.Clear();
        Pairs.Clear();
        GatePlaces.Clear();
        Offsets.Clear();
        (TableSize, LargestTable) = (0, 1);
        for (var step = 0; step < StepCount; step++)
        {
            var variable = Order.Steps[step];
            var isPoint = variable < Variables.ClassCount;
            Subjects.Add(isPoint ? Variables.Examples[variable] : ~(variable - Variables.ClassCount));
            FindPairs(step, isPoint);
            Offsets.Add(TableSize);
            TableSize += 1 << ScopeOf(step);
            LargestTable = Math.Max(LargestTable, 1 << ScopeOf(step));
        }

        FindInputs();
    }

    private void SortScopes()
    {
        positionOf.Fill(Variables.Count, 0);
        for (var step = 0; step < StepCount; step++)
        {
            positionOf[Order.Steps[step]] = step;
        }

        for (var step = 0; step < StepCount; step++)
        {
            var scope = Order.Scopes.Slice(Order.ScopeStarts[step], ScopeOf(step));
            for (var i = 1; i < scope.Length; i++)
            {
                var (moved, at) = (scope[i], i);
                for (; at > 0 && positionOf[scope[at - 1]] > positionOf[moved]; at--)
                {
                    scope[at] = scope[at - 1];
                }

                scope[at] = moved;
            }
        }
    }

    private void GatherMembers()
    {
        MemberStarts.Fill(StepCount + 1, 0);
        foreach (var c in Variables.ClassOf.All)
        {
            MemberStarts[positionOf[c] + 1]++;
        }

        for (var step = 0; step < StepCount; step++)
        {
            MemberStarts[step + 1] += MemberStarts[step];
        }

        Members.Fill(Graph.PointCount, 0);
        slotOf.Clear();
        for (var step = 0; step < StepCount; step++)
        {
            slotOf.Add(MemberStarts[step]);
        }

        for (var point = 0; point < Graph.PointCount; point++)
        {
            Members[slotOf[positionOf[Variables.ClassOf[point]]]++] = point;
        }
    }

    private void FindPairs(int step, bool isPoint)
    {
        var gatePlace = -1;
        var subject = Subjects[step];
        for (var i = Order.ScopeStarts[step]; i < Order.ScopeStarts[step + 1]; i++)
        {
            var other = Order.Scopes[i];
            var otherIsPoint = other < Variables.ClassCount;
            if (isPoint == otherIsPoint)
            {
                Pairs.Add(-1);
                continue;
            }

            var (point, bit) = isPoint ? (subject, other - Variables.ClassCount) : (Variables.Examples[other], ~subject);
            var pair = PairOf(point, bit);
            Pairs.Add(pair < 0 || !isPoint ? pair : pair - Graph.PairStarts[point]);
            gatePlace = Graph.GateOf[point] == bit ? i - Order.ScopeStarts[step] : gatePlace;
        }

        GatePlaces.Add(gatePlace);
    }

    private int PairOf(int point, int bit)
    {
        for (var pair = Graph.PairStarts[point]; pair < Graph.PairStarts[point + 1]; pair++)
        {
            if (Graph.PairBits[pair] == bit)
            {
                return pair;
            }
        }

        return -1;
    }

    private void FindInputs()
    {
        FirstIn.Fill(StepCount, -1);
        NextIn.Fill(StepCount, -1);
        DeltaStarts.Clear();
        Deltas.Clear();
        for (var step = 0; step < StepCount; step++)
        {
            DeltaStarts.Add(Deltas.Count);
            if (ScopeOf(step) == 0)
            {
                continue;
            }

            var scope = Order.Scopes.Slice(Order.ScopeStarts[step], ScopeOf(step));
            var taker = positionOf[scope[0]];
            NextIn[step] = FirstIn[taker];
            FirstIn[taker] = step;

            // Both scopes are in the order of summing out, so one walk finds which digit of the taker is which digit here.
            var (digit, below) = (1, 0);
            foreach (var variable in Order.Scopes.Slice(Order.ScopeStarts[taker], ScopeOf(taker)))
            {
                var stride = digit < scope.Length && scope[digit] == variable ? 1 << digit++ : 0;
                Deltas.Add(stride - below);
                below += stride;
            }
        }
    }
}
