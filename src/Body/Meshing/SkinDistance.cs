namespace Unknot.Body.Meshing;

/// <summary>
/// Distances along the skin from a set of starts (Dijkstra over <see cref="SkinGraph"/>). Can be used again and again without
/// allocating; not for two threads at once.
/// </summary>
internal sealed class SkinDistance(SkinGraph graph)
{
    private readonly float[] distances = Enumerable.Repeat(float.PositiveInfinity, graph.VertexCount).ToArray();
    private readonly int[] owners = new int[graph.VertexCount];
    private readonly List<int> touched = [];
    private readonly PriorityQueue<int, float> queue = new();

    /// <summary>Vertices reached since <see cref="Clear"/>.</summary>
    internal IReadOnlyList<int> Reached => touched;

    /// <summary>Millimetres from the nearest start; infinity when not reached.</summary>
    internal float DistanceOf(int vertex) => distances[vertex];

    /// <summary>The owner whose start is nearest; meaningful only for reached vertices.</summary>
    internal int OwnerOf(int vertex) => owners[vertex];

    /// <summary>Forgets starts and distances.</summary>
    internal void Clear()
    {
        foreach (var vertex in touched)
        {
            distances[vertex] = float.PositiveInfinity;
        }

        touched.Clear();
        queue.Clear();
    }

    /// <param name="distance">Distance at the start in millimetres; negative gives its owner a lead.</param>
    internal void Start(int vertex, float distance, int owner) => Offer(vertex, distance, owner);

    /// <summary>Spreads the starts over the skin; the same starts in the same order give the same distances and owners.</summary>
    /// <param name="farthest">Vertices farther than this are left alone.</param>
    internal void Spread(float farthest = float.PositiveInfinity)
    {
        while (queue.TryDequeue(out var vertex, out var reached))
        {
            if (reached > distances[vertex])
            {
                continue;
            }

            var ways = graph.WaysOf(vertex);
            var lengths = graph.LengthsOf(vertex);
            for (var i = 0; i < ways.Length; i++)
            {
                var distance = reached + lengths[i];
                if (distance <= farthest)
                {
                    Offer(ways[i], distance, owners[vertex]);
                }
            }
        }
    }

    /// <summary>The way back from a vertex that was reached to the start it was reached from.</summary>
    /// <returns>From the vertex to the start, both included.</returns>
    internal List<int> WayBack(int vertex)
    {
        var way = new List<int> { vertex };
        while (true)
        {
            var ways = graph.WaysOf(vertex);
            var lengths = graph.LengthsOf(vertex);
            var (nearest, shortest) = (vertex, distances[vertex]);
            for (var i = 0; i < ways.Length; i++)
            {
                if (distances[ways[i]] < shortest && distances[ways[i]] + lengths[i] <= distances[vertex] * 1.0001f)
                {
                    (nearest, shortest) = (ways[i], distances[ways[i]]);
                }
            }

            if (nearest == vertex)
            {
                return way;
            }

            way.Add(nearest);
            vertex = nearest;
        }
    }

    private void Offer(int vertex, float distance, int owner)
    {
        if (distance >= distances[vertex])
        {
            return;
        }

        if (float.IsPositiveInfinity(distances[vertex]))
        {
            touched.Add(vertex);
        }

        distances[vertex] = distance;
        owners[vertex] = owner;
        queue.Enqueue(vertex, distance);
    }
}
