using System.Numerics;

namespace Unknot.Body.Meshing;

/// <summary>
/// The ways along the skin from vertex to vertex: the edges of the mesh, and the straight ways over each edge to the far corner
/// of the next triangle, laid flat. The second kind brings the length of a path close to the true distance along the skin.
/// </summary>
internal sealed class SkinGraph
{
    private readonly int[] starts;
    private readonly int[] targets;
    private readonly float[] lengths;
    private readonly int[] edgeCounts;

    internal SkinGraph(Vector3[] positions, int[] triangles)
    {
        var edges = FindEdges(triangles);
        var ways = new List<(int From, int To, float Length)>(edges.Count * 4);
        foreach (var edge in edges)
        {
            var length = Vector3.Distance(positions[edge.A], positions[edge.B]);
            ways.Add((edge.A, edge.B, length));
            ways.Add((edge.B, edge.A, length));
        }

        var shortcutsFrom = ways.Count;
        foreach (var (a, b, first, second) in edges)
        {
            if (second >= 0 && OverEdge(positions[a], positions[b], positions[first], positions[second]) is { } length)
            {
                ways.Add((first, second, length));
                ways.Add((second, first, length));
            }
        }

        starts = new int[positions.Length + 1];
        edgeCounts = new int[positions.Length];
        for (var i = 0; i < ways.Count; i++)
        {
            starts[ways[i].From + 1]++;
            edgeCounts[ways[i].From] += i < shortcutsFrom ? 1 : 0;
        }

        for (var vertex = 0; vertex < positions.Length; vertex++)
        {
            starts[vertex + 1] += starts[vertex];
        }

        targets = new int[ways.Count];
        lengths = new float[ways.Count];
        var next = starts.AsSpan(0, positions.Length).ToArray();
        foreach (var (from, to, length) in ways)
        {
            targets[next[from]] = to;
            lengths[next[from]++] = length;
        }
    }

    internal int VertexCount => starts.Length - 1;

    /// <summary>Vertices at the other end of the mesh's own edges.</summary>
    internal ReadOnlySpan<int> EdgesOf(int vertex) => targets.AsSpan(starts[vertex], edgeCounts[vertex]);

    /// <summary>Vertices that can be reached directly, edges first.</summary>
    internal ReadOnlySpan<int> WaysOf(int vertex) => targets.AsSpan(starts[vertex], starts[vertex + 1] - starts[vertex]);

    /// <summary>Lengths in millimetres, in the order of <see cref="WaysOf"/>.</summary>
    internal ReadOnlySpan<float> LengthsOf(int vertex) => lengths.AsSpan(starts[vertex], starts[vertex + 1] - starts[vertex]);

    /// <summary>Each edge once, with the far corners of the one or two triangles beside it (−1 = none), in ascending order.</summary>
    private static List<(int A, int B, int First, int Second)> FindEdges(int[] triangles)
    {
        var keys = new ulong[triangles.Length];
        var farCorners = new int[triangles.Length];
        for (var i = 0; i < triangles.Length; i++)
        {
            var (a, b) = (triangles[i], triangles[i % 3 == 2 ? i - 2 : i + 1]);
            keys[i] = ((ulong)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
            farCorners[i] = triangles[i % 3 == 0 ? i + 2 : i - 1];
        }

        Array.Sort(keys, farCorners);
        var edges = new List<(int, int, int, int)>(keys.Length / 2);
        for (var i = 0; i < keys.Length; i++)
        {
            var (a, b, far) = ((int)(keys[i] >> 32), (int)(uint)keys[i], farCorners[i]);
            var isShared = i + 1 < keys.Length && keys[i + 1] == keys[i];
            edges.Add((a, b, far, isShared ? farCorners[++i] : -1));
        }

        return edges;
    }

    /// <summary>The straight way from one far corner to the other when the two triangles are laid flat.</summary>
    /// <returns><c>null</c> when it would leave the two triangles.</returns>
    private static float? OverEdge(Vector3 a, Vector3 b, Vector3 first, Vector3 second)
    {
        var length = Vector3.Distance(a, b);
        var along = (b - a) / length;
        var (first1, second1) = (Vector3.Dot(first - a, along), Vector3.Dot(second - a, along));
        var height = Vector3.Distance(first, a + (along * first1));
        var depth = Vector3.Distance(second, a + (along * second1));
        var crossing = first1 + ((second1 - first1) * height / (height + depth));
        return crossing > 0 && crossing < length
            ? MathF.Sqrt(((second1 - first1) * (second1 - first1)) + ((height + depth) * (height + depth)))
            : null;
    }
}
