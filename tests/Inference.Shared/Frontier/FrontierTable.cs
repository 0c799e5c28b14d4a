using System.Runtime.CompilerServices;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>
/// Operations on a table with one weight for each setting of some bits: entry s belongs to the setting whose bit b is
/// <c>(s >> b) &amp; 1</c>. Every operation only adds and multiplies numbers that are 0 or more, so nothing cancels.
/// </summary>
/// <remarks>
/// The loops are compiled fully at the first call: a drawing calls each of them some hundred times only, which is less than the
/// runtime waits for before it compiles well, and on the first request the difference is tenfold.
/// </remarks>
internal static class FrontierTable
{
    /// <summary>Sets bit b with the probability <paramref name="weight"/> wherever it is not set yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fire(Span<double> table, int bit, double weight)
    {
        var stride = 1 << bit;
        for (var block = 0; block < table.Length; block += 2 * stride)
        {
            var unset = table.Slice(block, stride);
            var set = table.Slice(block + stride, stride);
            for (var i = 0; i < unset.Length; i++)
            {
                set[i] += weight * unset[i];
                unset[i] *= 1 - weight;
            }
        }
    }

    /// <summary>The transpose of <see cref="Fire"/>: turns weights of the future after firing into those before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FireBackwards(Span<double> future, int bit, double weight)
    {
        var stride = 1 << bit;
        for (var block = 0; block < future.Length; block += 2 * stride)
        {
            var unset = future.Slice(block, stride);
            var set = future.Slice(block + stride, stride);
            for (var i = 0; i < unset.Length; i++)
            {
                unset[i] = ((1 - weight) * unset[i]) + (weight * set[i]);
            }
        }
    }

    /// <summary>
    /// The mass in which this link fires, whether or not the bit was set already.
    /// </summary>
    /// <param name="before">The table before <see cref="Fire"/>.</param>
    /// <param name="futureAfter">The future after it; as long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double MassOfFiring(ReadOnlySpan<double> before, ReadOnlySpan<double> futureAfter, int bit, double weight)
    {
        var stride = 1 << bit;
        var mass = 0.0;
        for (var block = 0; block < before.Length; block += 2 * stride)
        {
            var unset = before.Slice(block, stride);
            var set = before.Slice(block + stride, stride);
            var future = futureAfter.Slice(block + stride, stride);
            for (var i = 0; i < unset.Length; i++)
            {
                mass += (unset[i] + set[i]) * future[i];
            }
        }

        return weight * mass;
    }

    /// <summary>
    /// Takes a bit out of the table: entries where it is unset count by <paramref name="unsetFactor"/>, the others fully. The
    /// result is the first half of the span.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Close(Span<double> table, int bit, double unsetFactor)
    {
        var stride = 1 << bit;
        for (int from = 0, to = 0; from < table.Length; from += 2 * stride, to += stride)
        {
            for (var i = 0; i < stride; i++)
            {
                table[to + i] = (unsetFactor * table[from + i]) + table[from + stride + i];
            }
        }
    }

    /// <summary>The transpose of <see cref="Close"/>: spreads the first half of the span over the whole of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void CloseBackwards(Span<double> future, int bit, double unsetFactor)
    {
        var stride = 1 << bit;
        for (int to = future.Length - (2 * stride), from = to / 2; to >= 0; to -= 2 * stride, from -= stride)
        {
            for (var i = stride - 1; i >= 0; i--)
            {
                var value = future[from + i];
                future[to + stride + i] = value;
                future[to + i] = unsetFactor * value;
            }
        }
    }

    /// <summary>Σ table · future over the entries whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double MassWhereSet(ReadOnlySpan<double> table, ReadOnlySpan<double> future, int bit)
    {
        var stride = 1 << bit;
        var mass = 0.0;
        for (var block = stride; block < table.Length; block += 2 * stride)
        {
            mass += Mass(table.Slice(block, stride), future.Slice(block, stride));
        }

        return mass;
    }

    /// <summary>Σ table · future.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Mass(ReadOnlySpan<double> table, ReadOnlySpan<double> future)
    {
        var mass = 0.0;
        for (var i = 0; i < table.Length; i++)
        {
            mass += table[i] * future[i];
        }

        return mass;
    }

    /// <summary>Divides by the sum, so that long products stay in the range of a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Normalise(Span<double> table)
    {
        var sum = 0.0;
        foreach (var value in table)
        {
            sum += value;
        }

        for (var i = 0; i < table.Length; i++)
        {
            table[i] /= sum;
        }
    }
}
