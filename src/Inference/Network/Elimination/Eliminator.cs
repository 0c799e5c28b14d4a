using System.Numerics;

namespace Unknot.Inference.Network.Elimination;

/// <summary>
/// The sums of an <see cref="EliminationPlan"/>: forward they give the weight of all that is known, and backward how it depends on each point and on each
/// pair of a point and a bit, from which come all probabilities. Keeps its room from one run to the next; not for two threads at once.
/// </summary>
internal sealed class Eliminator<T>
    where T : unmanaged, IScalar<T>
{
    private readonly IntList inputs = new();
    private readonly IntList places = new();
    private readonly IntList moves = new();
    private T[] sums = [];
    private T[] slopes = [];
    private T[] products = [];
    private T[] joint = [];
    private T[] unset = [];
    private T[] set = [];
    private T[] active = [];
    private T[] bothSet = [];
    private T[] bitSlopes = [];
    private EliminationPlan plan = new();
    private Factors<T> factors = new();

    /// <summary>For each point that it is active.</summary>
    internal ReadOnlySpan<T> Active => active.AsSpan(0, plan.Graph.PointCount);

    /// <summary>For each pair the signed weight, as a part of the whole, of the point being active and the bit set.</summary>
    internal ReadOnlySpan<T> BothSet => bothSet.AsSpan(0, plan.Graph.PairBits.Count);

    /// <summary>For each bit the slope of the logarithm of the whole over the bit's weight.</summary>
    internal ReadOnlySpan<T> BitSlopes => bitSlopes.AsSpan(0, plan.Graph.BitCount);

    /// <summary>For a step that ends a component the weight of that component; the product of all is the weight of what is known.</summary>
    internal T SumOf(int step) => sums[plan.Offsets[step]];

    /// <param name="laidOut">Laid out for the graph that the factors belong to.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="withPairs">Whether <see cref="BothSet"/> and <see cref="BitSlopes"/> are wanted.</param>
    internal void Run(EliminationPlan laidOut, Factors<T> numbers, bool withPairs)
    {
        (plan, factors) = (laidOut, numbers);
        Reserve();
        for (var step = 0; step < plan.StepCount; step++)
        {
            Sum(step);
        }

        for (var step = plan.StepCount - 1; step >= 0; step--)
        {
            if (plan.ScopeOf(step) == 0)
            {
                slopes[plan.Offsets[step]] = T.From(1) / sums[plan.Offsets[step]];
            }

            Return(step, withPairs);
        }
    }

    private void Reserve()
    {
        Reserve(ref sums, plan.TableSize);
        Reserve(ref slopes, plan.TableSize);
        Reserve(ref products, plan.LargestTable);
        Reserve(ref joint, plan.LargestTable);
        Reserve(ref active, plan.Graph.PointCount);
        Reserve(ref bothSet, plan.Graph.PairBits.Count);
        Reserve(ref bitSlopes, plan.Graph.BitCount);
        slopes.AsSpan(0, plan.TableSize).Clear();
    }

    private static void Reserve(ref T[] room, int count)
    {
        if (room.Length < count)
        {
            room = new T[Math.Max(count, 2 * room.Length)];
        }
    }

    private Span<T> SumsOf(int step) => sums.AsSpan(plan.Offsets[step], 1 << plan.ScopeOf(step));

    private Span<T> SlopesOf(int step) => slopes.AsSpan(plan.Offsets[step], 1 << plan.ScopeOf(step));

    private void Sum(int step)
    {
        var sum = SumsOf(step);
        if (plan.FirstIn[step] >= 0)
        {
            SumWithInputs(step, sum);
            return;
        }

        var first = true;
        foreach (var subject in SubjectsOf(step))
        {
            var terms = Products(step, subject);
            var idle = IdleOf(subject);
            var gate = plan.GatePlaces[step];
            if (gate >= 0)
            {
                AddIdle(terms, idle, gate, sum);
            }
            else if (first)
            {
                for (var x = 0; x < sum.Length; x++)
                {
                    sum[x] = idle + terms[x];
                }
            }
            else
            {
                for (var x = 0; x < sum.Length; x++)
                {
                    sum[x] *= idle + terms[x];
                }
            }

            first = false;
        }
    }

    /// <summary>The points of a step, or the complement of its bit.</summary>
    private ReadOnlySpan<int> SubjectsOf(int step) => plan.Subjects[step] < 0
        ? plan.Subjects.Slice(step, 1)
        : plan.Members.Slice(plan.MemberStarts[step], plan.MemberStarts[step + 1] - plan.MemberStarts[step]);

    private T IdleOf(int subject) => subject < 0 ? T.From(1) : factors.Idle[subject];

    // Together with its gate: inactive only if nothing has set it off, so that the gate is set.
    private static void AddIdle(ReadOnlySpan<T> terms, T idle, int gate, Span<T> sum)
    {
        for (var x = 0; x < sum.Length; x++)
        {
            sum[x] = ((x >> gate) & 1) == 0 ? terms[x] : idle + terms[x];
        }
    }

    /// <summary>For each entry the weight of the variable when set, times its factors with what is set in the scope; inputs left out.</summary>
    private ReadOnlySpan<T> Products(int step, int subject) =>
        Products(step, subject, subject < 0 ? factors.Set[~subject] : factors.Active[subject]);

    private ReadOnlySpan<T> Products(int step, int subject, T weight)
    {
        var scope = plan.ScopeOf(step);
        var pairs = plan.Pairs.Slice(plan.Order.ScopeStarts[step], scope);
        var gate = plan.GatePlaces[step];
        var start = subject < 0 ? 0 : plan.Graph.PairStarts[subject];
        products[0] = weight;
        for (var i = 0; i < scope; i++)
        {
            var half = 1 << i;
            var low = products.AsSpan(0, half);
            var high = products.AsSpan(half, half);
            if (i != gate && pairs[i] < 0)
            {
                low.CopyTo(high);
                continue;
            }

            // Point and gate both set is what is taken off again: that the point is active although nothing has set it off.
            var factor = i == gate ? T.From(-1) : factors.Pair[start + pairs[i]];
            for (var x = 0; x < half; x++)
            {
                high[x] = low[x] * factor;
            }
        }

        return products.AsSpan(0, 1 << scope);
    }

    private void FindInputs(int step)
    {
        inputs.Clear();
        for (var input = plan.FirstIn[step]; input >= 0; input = plan.NextIn[input])
        {
            inputs.Add(input);
        }

        places.Fill(inputs.Count, 0);
        if (unset.Length < inputs.Count)
        {
            unset = new T[2 * inputs.Count];
            set = new T[2 * inputs.Count];
        }

        var scope = plan.ScopeOf(step);
        moves.Fill(scope * inputs.Count, 0);
        for (var k = 0; k < inputs.Count; k++)
        {
            places[k] = plan.Offsets[inputs[k]];
            var deltas = plan.Deltas.Slice(plan.DeltaStarts[inputs[k]], scope);
            for (var digit = 0; digit < scope; digit++)
            {
                moves[(digit * inputs.Count) + k] = deltas[digit];
            }
        }
    }

    /// <summary>Moves the places of the inputs on to the next entry.</summary>
    private static void Advance(Span<int> places, ReadOnlySpan<int> moves, int next)
    {
        var move = moves.Slice(BitOperations.TrailingZeroCount(next) * places.Length, places.Length);
        for (var k = 0; k < places.Length; k++)
        {
            places[k] += move[k];
        }
    }

    private void SumWithInputs(int step, Span<T> sum)
    {
        var subject = plan.Subjects[step];
        var terms = Products(step, subject);
        var (idle, gate) = (IdleOf(subject), plan.GatePlaces[step]);
        FindInputs(step);
        var at = places.All;
        var tables = sums.AsSpan(0, plan.TableSize);
        for (var x = 0; ;)
        {
            var (without, with) = (gate >= 0 && ((x >> gate) & 1) == 0 ? T.From(0) : idle, terms[x]);
            foreach (var place in at)
            {
                without *= tables[place];
                with *= tables[place + 1];
            }

            sum[x] = without + with;
            if (++x == sum.Length)
            {
                return;
            }

            Advance(at, moves.All, x);
        }
    }

    private void Return(int step, bool withPairs)
    {
        if (plan.FirstIn[step] >= 0)
        {
            ReturnWithInputs(step, withPairs);
            return;
        }

        var sum = SumsOf(step);
        var slope = SlopesOf(step);
        foreach (var subject in SubjectsOf(step))
        {
            // The slope over a bit's weight is wanted rather than the weight's part, which may be nought.
            var terms = Products(step, subject, subject < 0 ? T.From(1) : factors.Active[subject]);
            var alone = plan.GatePlaces[step] >= 0 || subject < 0;
            var idle = IdleOf(subject);
            var parts = joint.AsSpan(0, sum.Length);
            if (alone)
            {
                for (var x = 0; x < parts.Length; x++)
                {
                    parts[x] = slope[x] * terms[x];
                }
            }
            else
            {
                for (var x = 0; x < parts.Length; x++)
                {
                    parts[x] = slope[x] * sum[x] * terms[x] / (idle + terms[x]);
                }
            }

            Report(step, subject, parts, withPairs);
        }
    }

    private void ReturnWithInputs(int step, bool withPairs)
    {
        var subject = plan.Subjects[step];
        var terms = Products(step, subject, subject < 0 ? T.From(1) : factors.Active[subject]);
        var weight = subject < 0 ? factors.Set[~subject] : T.From(1);
        var (idle, gate) = (IdleOf(subject), plan.GatePlaces[step]);
        var slope = SlopesOf(step);
        var parts = joint.AsSpan(0, slope.Length);
        FindInputs(step);
        var at = places.All;
        var (before, beforeSet) = (unset, set);
        var tables = sums.AsSpan(0, plan.TableSize);
        var returned = slopes.AsSpan(0, plan.TableSize);
        for (var x = 0; ;)
        {
            // Up to each input the product of those before it; then, on the way back, of those behind it.
            var without = gate >= 0 && ((x >> gate) & 1) == 0 ? T.From(0) : slope[x] * idle;
            var with = slope[x] * terms[x];
            for (var k = 0; k < at.Length; k++)
            {
                (before[k], beforeSet[k]) = (without, with);
                without *= tables[at[k]];
                with *= tables[at[k] + 1];
            }

            parts[x] = with;
            (without, with) = (T.From(1), weight);
            for (var k = at.Length - 1; k >= 0; k--)
            {
                var place = at[k];
                returned[place] += before[k] * without;
                returned[place + 1] += beforeSet[k] * with;
                without *= tables[place];
                with *= tables[place + 1];
            }

            if (++x == slope.Length)
            {
                break;
            }

            Advance(at, moves.All, x);
        }

        Report(step, subject, parts, withPairs);
    }

    /// <summary>Reads off the sum over all entries, and over those in which each variable of the scope is set. Folds <paramref name="parts"/> up.</summary>
    private void Report(int step, int subject, Span<T> parts, bool withPairs)
    {
        var pairs = plan.Pairs.Slice(plan.Order.ScopeStarts[step], plan.ScopeOf(step));
        var start = subject < 0 ? 0 : plan.Graph.PairStarts[subject];
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            var half = 1 << i;
            var low = parts[..half];
            var high = parts.Slice(half, half);
            if (withPairs && pairs[i] >= 0)
            {
                var both = T.From(0);
                for (var x = 0; x < half; x++)
                {
                    both += high[x];
                }

                bothSet[start + pairs[i]] = subject < 0 ? both * factors.Set[~subject] : both;
            }

            for (var x = 0; x < half; x++)
            {
                low[x] += high[x];
            }
        }

        if (subject < 0)
        {
            bitSlopes[~subject] = parts[0];
        }
        else
        {
            active[subject] = parts[0];
        }
    }
}
