namespace Unknot.Body.Output;

/// <summary>A soft version of a picture that does not bleed over its mask.</summary>
internal static class Blur
{
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
    internal static float[] Plain(float[] values, int width, int height, float radius)
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
