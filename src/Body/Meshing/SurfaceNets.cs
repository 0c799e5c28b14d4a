using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Meshing;

/// <summary>
/// Turns the field into triangles: one vertex in every grid cube that the skin passes through, one quadrilateral for every grid
/// edge that crosses it. Only blocks of the grid that the skin may reach are sampled.
/// </summary>
internal sealed class SurfaceNets
{
    private const int BlockCells = 8;
    private const int BlockSamples = BlockCells + 1;

    /// <summary>
    /// A sample farther from the skin than this many times its reach rules the skin out around it: the field grows faster than
    /// the true distance in places, by less than this.
    /// </summary>
    private const float Caution = 1.8f;

    private readonly BodyField field;
    private readonly Vector3 low;
    private readonly float step;
    private readonly int blocksX;
    private readonly int blocksY;
    private readonly int blocksZ;

    private SurfaceNets(BodyField field, Bounds box, float step)
    {
        this.field = field;
        this.step = step;
        var block = BlockCells * step;

        // The first samples lie half a step to the right of the midline, so that the seam runs through the middle of a cube.
        low = new Vector3(-0.5f * step, box.Low.Y, box.Low.Z);
        blocksX = (int)MathF.Ceiling(box.High.X / block) + 1;
        blocksY = (int)MathF.Ceiling((box.High.Y - low.Y) / block);
        blocksZ = (int)MathF.Ceiling((box.High.Z - low.Z) / block);
    }

    /// <summary>The left half of the skin, open along the midline.</summary>
    /// <param name="box">Holds the left half; its lower x is taken as 0.</param>
    /// <param name="step">Edge of a grid cube in millimetres, above 0.</param>
    internal static TriangleMesh Extract(BodyField field, Bounds box, float step)
    {
        var nets = new SurfaceNets(field, box, step);
        var blocks = nets.SampleBlocks();
        AmbiguousFaces.Resolve(blocks, BlockCells);
        var vertexOf = new Dictionary<long, int>();
        var positions = nets.PlaceVertices(blocks, vertexOf);
        var triangles = Connect(blocks, vertexOf);
        return new TriangleMesh([.. positions], new Vector3[positions.Count], [.. triangles]);
    }

    private List<(int X, int Y, int Z, float[] Samples)> SampleBlocks()
    {
        var slabs = new List<(int, int, int, float[])>[blocksY];
        Parallel.For(0, blocksY, y =>
        {
            slabs[y] = [];
            for (var z = 0; z < blocksZ; z++)
            {
                for (var x = 0; x < blocksX; x++)
                {
                    if (SampleBlock(x, y, z) is { } samples)
                    {
                        slabs[y].Add((x, y, z, samples));
                    }
                }
            }
        });
        return [.. slabs.SelectMany(slab => slab)];
    }

    /// <returns><c>null</c> when the skin does not pass through the block.</returns>
    private float[]? SampleBlock(int x, int y, int z)
    {
        var size = BlockCells * step;
        var corner = low + (new Vector3(x, y, z) * size);
        var local = field.Near(new Bounds(corner, corner + new Vector3(size)));
        if (local.IsEmpty || IsRuledOut(local, corner, size, parts: 1) || IsRuledOut(local, corner, size, parts: 2))
        {
            return null;
        }

        var samples = new float[BlockSamples * BlockSamples * BlockSamples];
        var (inside, outside) = (false, false);
        for (var k = 0; k < BlockSamples; k++)
        {
            for (var j = 0; j < BlockSamples; j++)
            {
                for (var i = 0; i < BlockSamples; i++)
                {
                    var distance = local.Distance(corner + (new Vector3(i, j, k) * step));
                    samples[Index(i, j, k)] = distance;
                    inside |= distance < 0;
                    outside |= distance >= 0;
                }
            }
        }

        return inside && outside ? samples : null;
    }

    /// <summary>Whether samples at the centres of the block's parts show that the skin stays away from all of them.</summary>
    private static bool IsRuledOut(LocalField local, Vector3 corner, float size, int parts)
    {
        var part = size / parts;
        var clearance = (part * 0.87f * Caution) + 4;
        for (var k = 0; k < parts; k++)
        {
            for (var j = 0; j < parts; j++)
            {
                for (var i = 0; i < parts; i++)
                {
                    if (MathF.Abs(local.Distance(corner + (new Vector3(i + 0.5f, j + 0.5f, k + 0.5f) * part))) <= clearance)
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private List<Vector3> PlaceVertices(List<(int X, int Y, int Z, float[] Samples)> blocks, Dictionary<long, int> vertexOf)
    {
        var positions = new List<Vector3>();
        foreach (var (x, y, z, samples) in blocks)
        {
            for (var k = 0; k < BlockCells; k++)
            {
                for (var j = 0; j < BlockCells; j++)
                {
                    for (var i = 0; i < BlockCells; i++)
                    {
                        if (CrossingCentre(samples, i, j, k) is not { } centre)
                        {
                            continue;
                        }

                        var (cellX, cellY, cellZ) = ((x * BlockCells) + i, (y * BlockCells) + j, (z * BlockCells) + k);
                        var position = low + ((new Vector3(cellX, cellY, cellZ) + centre) * step);
                        vertexOf[Key(cellX, cellY, cellZ)] = positions.Count;
                        positions.Add(cellX == 0 ? position with { X = 0 } : position);
                    }
                }
            }
        }

        return positions;
    }

    /// <summary>The mean of the places where the skin crosses the edges of a cube, in steps from its corner.</summary>
    private static Vector3? CrossingCentre(float[] samples, int i, int j, int k)
    {
        Span<float> corners = stackalloc float[8];
        var inside = 0;
        for (var corner = 0; corner < 8; corner++)
        {
            corners[corner] = samples[Index(i + (corner & 1), j + ((corner >> 1) & 1), k + (corner >> 2))];
            inside |= corners[corner] < 0 ? 1 << corner : 0;
        }

        if (inside is 0 or 255)
        {
            return null;
        }

        var sum = Vector3.Zero;
        var count = 0;
        for (var from = 0; from < 8; from++)
        {
            for (var axis = 0; axis < 3; axis++)
            {
                var to = from | (1 << axis);
                if (to == from || ((inside >> from) & 1) == ((inside >> to) & 1))
                {
                    continue;
                }

                var place = new Vector3(from & 1, (from >> 1) & 1, from >> 2);
                place[axis] += corners[from] / (corners[from] - corners[to]);
                sum += place;
                count++;
            }
        }

        return sum / count;
    }

    private static List<int> Connect(List<(int X, int Y, int Z, float[] Samples)> blocks, Dictionary<long, int> vertexOf)
    {
        var triangles = new List<int>();
        foreach (var (x, y, z, samples) in blocks)
        {
            for (var k = 0; k < BlockCells; k++)
            {
                for (var j = 0; j < BlockCells; j++)
                {
                    for (var i = 0; i < BlockCells; i++)
                    {
                        var near = samples[Index(i, j, k)];
                        for (var axis = 0; axis < 3; axis++)
                        {
                            // Edges in the first column of samples, except those along x, belong to the other half.
                            var far = samples[Index(i + (axis == 0 ? 1 : 0), j + (axis == 1 ? 1 : 0), k + (axis == 2 ? 1 : 0))];
                            if (near < 0 == far < 0 || (axis != 0 && x == 0 && i == 0))
                            {
                                continue;
                            }

                            AddQuadrilateral(
                                triangles, vertexOf, ((x * BlockCells) + i, (y * BlockCells) + j, (z * BlockCells) + k), axis, outwards: near < 0);
                        }
                    }
                }
            }
        }

        return triangles;
    }

    private static void AddQuadrilateral(List<int> triangles, Dictionary<long, int> vertexOf, (int X, int Y, int Z) cell, int axis, bool outwards)
    {
        var (first, second) = ((axis + 1) % 3, (axis + 2) % 3);
        int Vertex(int backFirst, int backSecond)
        {
            Span<int> at = [cell.X, cell.Y, cell.Z];
            at[first] -= backFirst;
            at[second] -= backSecond;
            return vertexOf[Key(at[0], at[1], at[2])];
        }

        var (a, b, c, d) = (Vertex(1, 1), Vertex(0, 1), Vertex(0, 0), Vertex(1, 0));
        triangles.AddRange(outwards ? [a, b, c, a, c, d] : [a, c, b, a, d, c]);
    }

    private static int Index(int i, int j, int k) => (((k * BlockSamples) + j) * BlockSamples) + i;

    private static long Key(int x, int y, int z) => ((long)z << 42) | ((long)y << 21) | (uint)x;
}
