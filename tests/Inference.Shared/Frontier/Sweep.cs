using System.Buffers;
using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>
/// Exact inference on one component: a forward pass over its nodes gives every frontier's weight given what lies behind it, a
/// backward pass its weight given what lies ahead, and their product every marginal probability.
/// </summary>
internal sealed class Sweep
{
    private readonly FrontierModel model;
    private readonly ImmutableArray<SweepStep> steps;
    private readonly double[] logWeights;
    private readonly double[][] forward;

    private Sweep(FrontierModel model, SweepOrder order, Observations evidence)
    {
        this.model = model;
        steps = SweepLayout.Of(model, order);
        logWeights = [.. model.Nodes.Select(node => evidence.LogWeights[node])];
        forward = new double[steps.Length][];
    }

    internal static ComponentPosterior Run(FrontierModel model, SweepOrder order, Observations evidence)
    {
        var results = new ComponentPosterior(model);
        var sweep = new Sweep(model, order, evidence);
        var longest = sweep.steps.Max(step => 1 << step.Peak);
        var levels = sweep.steps.Max(step => (step.Targets.Length + 1) << step.WidthOpened);
        var pool = ArrayPool<double>.Shared;
        var room = (Table: pool.Rent(longest), Future: pool.Rent(longest), Levels: pool.Rent(levels), Firing: pool.Rent(longest));
        try
        {
            sweep.PassForward(room.Table, room.Levels, room.Firing);
            sweep.PassBackward(room.Table, room.Future, room.Levels, room.Firing, results);
        }
        finally
        {
            pool.Return(room.Table);
            pool.Return(room.Future);
            pool.Return(room.Levels);
            pool.Return(room.Firing);
        }

        return results;
    }

    private void PassForward(double[] tableRoom, double[] levelRoom, double[] firingRoom)
    {
        double[] start = [1];
        for (var i = 0; i < steps.Length; i++)
        {
            forward[i] = start;
            var step = steps[i];
            var table = tableRoom.AsSpan(0, 1 << step.Peak);
            Advance(step, start, table, levelRoom, firingRoom);
            foreach (var closing in step.Closings)
            {
                FrontierTable.Close(table, closing.Bit, closing.UnsetFactor);
                table = table[..(table.Length / 2)];
            }

            FrontierTable.Normalise(table);
            start = table.ToArray();
        }
    }

    private void PassBackward(double[] tableRoom, double[] futureRoom, double[] levelRoom, double[] firingRoom, ComponentPosterior results)
    {
        futureRoom[0] = 1;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var step = steps[i];
            var start = forward[i];
            var table = tableRoom.AsSpan(0, 1 << step.Peak);
            var future = futureRoom.AsSpan(0, 1 << step.Peak);
            Advance(step, start, table, levelRoom, firingRoom);
            for (var c = step.Closings.Length - 1; c >= 0; c--)
            {
                var closing = step.Closings[c];
                FrontierTable.CloseBackwards(future[..(future.Length >> c)], closing.Bit, closing.UnsetFactor);
            }

            Retreat(step, start, table, future, levelRoom, firingRoom, results);
            FrontierTable.Normalise(futureRoom.AsSpan(0, start.Length));
        }
    }

    /// <summary>
    /// The step up to its closings. Leaves in <paramref name="firingRoom"/> the probability that the node is active in each entry, and in
    /// <paramref name="levelRoom"/> the active part before the first target, after the first, … after the last.
    /// </summary>
    private void Advance(SweepStep step, ReadOnlySpan<double> start, Span<double> table, double[] levelRoom, double[] firingRoom)
    {
        var firing = firingRoom.AsSpan(0, start.Length);
        WriteFiring(step, firing);
        var (activeFactor, inactiveFactor) = Factors(step.Node);
        var size = 1 << step.WidthOpened;
        var active = levelRoom.AsSpan(0, size);
        active[start.Length..].Clear();
        table.Clear();
        for (var s = 0; s < start.Length; s++)
        {
            active[s] = activeFactor * firing[s] * start[s];
            table[s] = inactiveFactor * (1 - firing[s]) * start[s];
        }

        for (var t = 0; t < step.Targets.Length; t++)
        {
            var next = levelRoom.AsSpan((t + 1) * size, size);
            active.CopyTo(next);
            active = next;
            FrontierTable.Fire(active, step.Targets[t].Bit, step.Targets[t].Weight);
        }

        var place = step.Keeps ? table[size..] : table;
        for (var s = 0; s < size; s++)
        {
            place[s] += active[s];
        }
    }

    /// <summary>The transpose of <see cref="Advance"/>; reads off the posterior on the way. <paramref name="future"/> ends as that of the start.</summary>
    private void Retreat(
        SweepStep step,
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> table,
        Span<double> future,
        double[] levelRoom,
        ReadOnlySpan<double> firing,
        ComponentPosterior results)
    {
        var total = FrontierTable.Mass(table, future);
        foreach (var closing in step.Closings)
        {
            if (closing.Witness >= 0)
            {
                var explained = FrontierTable.MassWhereSet(table, future, closing.Bit);
                results.Explained[closing.Witness] = explained / total;
            }
        }

        var size = 1 << step.WidthOpened;
        var level = levelRoom.AsSpan(step.Targets.Length * size, size);
        if (!step.Keeps)
        {
            // The active part's future is the same as the inactive part's; the last level, no longer needed, makes room for it.
            future.CopyTo(level);
        }

        var activeFuture = step.Keeps ? future[size..] : level;
        for (var t = step.Targets.Length - 1; t >= 0; t--)
        {
            var target = step.Targets[t];
            var before = levelRoom.AsSpan(t * size, size);
            Report(target, FrontierTable.MassOfFiring(before, activeFuture, target.Bit, target.Weight) / total, results);
            FrontierTable.FireBackwards(activeFuture, target.Bit, target.Weight);
        }

        var (activeFactor, inactiveFactor) = Factors(step.Node);
        var activeMass = 0.0;
        for (var s = 0; s < start.Length; s++)
        {
            var ahead = activeFactor * activeFuture[s];
            activeMass += start[s] * firing[s] * ahead;
            future[s] = (inactiveFactor * (1 - firing[s]) * future[s]) + (firing[s] * ahead);
        }

        results.Active[step.Node] = activeMass / total;
        foreach (var parent in step.Parents)
        {
            var mass = FrontierTable.MassWhereSet(start, activeFuture[..start.Length], parent.Bit);
            results.Fired.Add((parent.Edge, parent.Strength * activeFactor * mass / total));
        }
    }

    private static void Report(SweepStep.Target target, double probability, ComponentPosterior results)
    {
        if (target.Witness >= 0)
        {
            results.Shares[target.Witness][target.Index] = probability;
        }
        else
        {
            results.Fired.Add((target.Index, probability));
        }
    }

    /// <summary>For each entry the probability that the node is active, given which parents are.</summary>
    private void WriteFiring(SweepStep step, Span<double> firing)
    {
        firing[0] = model.Network.Bases[model.Nodes[step.Node]];
        for (var bit = 0; bit < step.WidthBefore; bit++)
        {
            var strength = bit == step.GatheredBit ? 1 : StrengthAt(step, bit);
            var unset = firing[..(1 << bit)];
            var set = firing.Slice(1 << bit, 1 << bit);
            for (var s = 0; s < unset.Length; s++)
            {
                set[s] = unset[s] + ((1 - unset[s]) * strength);
            }
        }
    }

    private static double StrengthAt(SweepStep step, int bit)
    {
        foreach (var parent in step.Parents)
        {
            if (parent.Bit == bit)
            {
                return parent.Strength;
            }
        }

        return 0;
    }

    /// <summary>The plain evidence's weights, scaled so that the larger is 1.</summary>
    private (double Active, double Inactive) Factors(int node) => logWeights[node] > 0
        ? (1, Math.Exp(-logWeights[node]))
        : (Math.Exp(logWeights[node]), 1);
}
