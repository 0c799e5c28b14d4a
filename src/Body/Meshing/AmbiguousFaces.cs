namespace Unknot.Body.Meshing;

/// <summary>
/// Where the skin lies almost in a plane of the grid, the four samples around a face may alternate between inside and outside;
/// four quadrilaterals would then share one edge. Turning the sample nearest to the skin to the other side resolves it.
/// </summary>
internal sealed class AmbiguousFaces
{
    /// <summary>How far beyond the skin a turned sample lands, in millimetres.</summary>
    private const float Beyond = 1e-3f;

    private readonly Dictionary<(int X, int Y, int Z), float[]> blocks = [];
    private readonly int cells;

    private AmbiguousFaces(IEnumerable<(int X, int Y, int Z, float[] Samples)> blocks, int cells)
    {
        this.cells = cells;
        foreach (var (x, y, z, samples) in blocks)
        {
            this.blocks.Add((x, y, z), samples);
        }
    }

    /// <param name="blocks">Samples of blocks with their places, (<paramref name="cells"/> + 1)³ each, x fastest; changed in place.</param>
    /// <param name="cells">Cubes along the edge of a block; the samples of a face belong to both its blocks.</param>
    internal static void Resolve(IReadOnlyList<(int X, int Y, int Z, float[] Samples)> blocks, int cells)
    {
        var faces = new AmbiguousFaces(blocks, cells);
        foreach (var (x, y, z, samples) in blocks)
        {
            faces.Resolve((x, y, z), samples);
        }
    }

    private void Resolve((int X, int Y, int Z) block, float[] samples)
    {
        Span<int> strides = [1, cells + 1, (cells + 1) * (cells + 1)];
        Span<int> at = [0, 0, 0];
        for (var index = 0; index < samples.Length; index++)
        {
            (at[0], at[1], at[2]) = (index % strides[1], index / strides[1] % strides[1], index / strides[2]);
            for (var axis = 0; axis < 3; axis++)
            {
                var (first, second) = ((axis + 1) % 3, (axis + 2) % 3);
                if (at[first] == cells || at[second] == cells)
                {
                    continue;
                }

                int[] corners = [index, index + strides[first], index + strides[first] + strides[second], index + strides[second]];
                if (IsInside(samples, corners[0]) != IsInside(samples, corners[1])
                    && IsInside(samples, corners[1]) != IsInside(samples, corners[2])
                    && IsInside(samples, corners[2]) != IsInside(samples, corners[3]))
                {
                    Turn(block, corners.OrderBy(corner => MathF.Abs(samples[corner])));
                }
            }
        }
    }

    private static bool IsInside(float[] samples, int index) => samples[index] < 0;

    /// <summary>Turns the first corner that no block without samples shares: such a block lies on one side of the skin and stays there.</summary>
    private void Turn((int X, int Y, int Z) block, IEnumerable<int> corners)
    {
        foreach (var corner in corners)
        {
            var side = cells + 1;
            var holders = HoldersOf(block, (corner % side, corner / side % side, corner / (side * side))).ToArray();
            if (holders.All(holder => blocks.ContainsKey(holder.Block)))
            {
                var turned = blocks[block][corner] < 0 ? Beyond : -Beyond;
                foreach (var holder in holders)
                {
                    blocks[holder.Block][holder.Index] = turned;
                }

                return;
            }
        }
    }

    /// <summary>The blocks that hold a sample: up to eight on a corner.</summary>
    private IEnumerable<((int X, int Y, int Z) Block, int Index)> HoldersOf((int X, int Y, int Z) block, (int X, int Y, int Z) at)
    {
        foreach (var (x, i) in HoldersOf(block.X, at.X))
        {
            foreach (var (y, j) in HoldersOf(block.Y, at.Y))
            {
                foreach (var (z, k) in HoldersOf(block.Z, at.Z))
                {
                    yield return ((x, y, z), (((k * (cells + 1)) + j) * (cells + 1)) + i);
                }
            }
        }
    }

    private IEnumerable<(int Block, int At)> HoldersOf(int block, int at)
    {
        yield return (block, at);
        if (at == 0)
        {
            yield return (block - 1, cells);
        }
        else if (at == cells)
        {
            yield return (block + 1, 0);
        }
    }
}
