namespace Unknot.Body.Output;

/// <summary>A soft version of a picture that does not bleed over its mask.</summary>
internal static class Blur
{
    /// <summary>In pixels; below it a kernel is as quick and more exact.</summary>
    private const float SmallRadius = 3;

    private const int Passes = 3;

    /// <summary>Columns that one worker goes through.</summary>
    private const int Columns = 32;

    /// <param name="mask">Weight of each pixel, 0 … 1; empty pixels take no part.</param>
    /// <param name="radius">Standard deviation in pixels, above 0.</param>
    internal static float[] Masked(float[] values, float[] mask, int width, int height, float radius)
    {
        var weighted = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            weighted[i] = values[i] * mask[i];
        }

        var (sums, weights) = (Plain(weighted, width, height, radius), Plain(mask, width, height, radius));
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = weights[i] > 1e-6f ? sums[i] / weights[i] : 0;
        }

        return sums;
    }

    /// <param name="radius">Standard deviation in pixels, above 0. Beyond the picture everything is 0.</param>
    internal static float[] Plain(float[] values, int width, int height, float radius) =>
        radius < SmallRadius ? WithKernel(values, width, height, radius) : WithBoxes(values, width, height, radius);

    /// <summary>Three means over a box come near to a Gaussian, and cost the same however wide they are.</summary>
    private static float[] WithBoxes(float[] values, int width, int height, float radius)
    {
        // The variance of a mean over 2r + 1 places is r(r + 1) / 3; three of them add up.
        var reach = (int)MathF.Round(MathF.Sqrt((radius * radius) + 0.25f) - 0.5f);
        var result = values.ToArray();
        Parallel.For(0, height, y =>
        {
            var row = new float[width];
            for (var pass = 0; pass < Passes; pass++)
            {
                result.AsSpan(y * width, width).CopyTo(row);
                Mean(row, result.AsSpan(y * width, width), 1, reach);
            }
        });
        Parallel.For(0, (width + Columns - 1) / Columns, block =>
        {
            var column = new float[height];
            for (var x = block * Columns; x < Math.Min(width, (block + 1) * Columns); x++)
            {
                for (var pass = 0; pass < Passes; pass++)
                {
                    for (var y = 0; y < height; y++)
                    {
                        column[y] = result[(y * width) + x];
                    }

                    Mean(column, result.AsSpan(x), width, reach);
                }
            }
        });
        return result;
    }

    /// <summary>Writes the mean around each place, with a stride; beyond the ends everything is 0.</summary>
    private static void Mean(ReadOnlySpan<float> from, Span<float> to, int stride, int reach)
    {
        var (sum, size) = (0d, (2 * reach) + 1);
        for (var i = 0; i < Math.Min(reach, from.Length); i++)
        {
            sum += from[i];
        }

        for (var i = 0; i < from.Length; i++)
        {
            sum += i + reach < from.Length ? from[i + reach] : 0;
            to[i * stride] = (float)(sum / size);
            sum -= i >= reach ? from[i - reach] : 0;
        }
    }

    private static float[] WithKernel(float[] values, int width, int height, float radius)
    {
        var reach = (int)MathF.Ceiling(radius * 2.6f);
        var kernel = new float[(2 * reach) + 1];
        for (var i = -reach; i <= reach; i++)
        {
            kernel[i + reach] = MathF.Exp(-i * i / (2 * radius * radius));
        }

        var total = kernel.Sum();
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] /= total;
        }

        var rows = new float[values.Length];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                for (var i = Math.Max(-reach, -x); i <= Math.Min(reach, width - 1 - x); i++)
                {
                    sum += kernel[i + reach] * values[(y * width) + x + i];
                }

                rows[(y * width) + x] = sum;
            }
        });

        var result = new float[values.Length];
        Parallel.For(0, height, y =>
        {
            for (var i = Math.Max(-reach, -y); i <= Math.Min(reach, height - 1 - y); i++)
            {
                var (weight, from) = (kernel[i + reach], (y + i) * width);
                for (var x = 0; x < width; x++)
                {
                    result[(y * width) + x] += weight * rows[from + x];
                }
            }
        });
        return result;
    }
}
