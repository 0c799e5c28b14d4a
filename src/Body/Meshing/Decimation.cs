using System.Numerics;

namespace Unknot.Body.Meshing;

/// <summary>
/// Fewer triangles for the same shape: collapses the edge that costs least until few enough are left. The seam keeps to the
/// midline, the mesh stays manifold, and the order of the work depends on nothing but the input.
/// </summary>
internal sealed class Decimation
{
    private const double SeamWeight = 50;

    /// <summary>A price for long edges keeps flat skin evenly meshed, so that every cell gets some vertices.</summary>
    private const double LengthPrice = 6e-3;

    /// <summary>Where detail weighs more than this it is the shape that counts, not the length of edges.</summary>
    private const float DearestLength = 8;

    /// <summary>Smallest cosine between a triangle's normal before and after a collapse.</summary>
    private const float LeastAgreement = 0.3f;

    /// <summary>Smallest ratio of twice the area to the square of the longest edge: refuses slivers.</summary>
    private const float LeastRoundness = 0.06f;

    /// <summary>Millimetres that a vertex may move away from the place that gave it its cell.</summary>
    private const float FarthestFromHome = 14;

    private readonly Func<Vector3, float> detail;
    private readonly Vector3[] positions;
    private readonly int[] triangles;
    private readonly Quadric[] quadrics;
    private readonly List<int>[] around;
    private readonly bool[] deadTriangles;
    private readonly bool[] goneVertices;
    private readonly int[] versions;
    private readonly PriorityQueue<Collapse, double> queue = new();
    private readonly List<int> scratch = [];

    /// <summary>The cell of each vertex, and how many vertices each cell still has; none when nobody asked for cells.</summary>
    private readonly ushort[] cells;
    private readonly int[] members;

    /// <summary>A place of the full mesh that belongs to the vertex's cell.</summary>
    private readonly Vector3[] homes;

    private Decimation(TriangleMesh mesh, Func<Vector3, float> detail, ushort[] cells)
    {
        this.detail = detail;
        this.cells = [.. cells];
        homes = [.. mesh.Positions];
        members = new int[cells.Length == 0 ? 0 : cells.Max() + 1];
        Array.ForEach(cells, cell => members[cell]++);
        positions = [.. mesh.Positions];
        triangles = [.. mesh.Triangles];
        quadrics = new Quadric[positions.Length];
        around = new List<int>[positions.Length];
        deadTriangles = new bool[mesh.TriangleCount];
        goneVertices = new bool[positions.Length];
        versions = new int[positions.Length];
        for (var vertex = 0; vertex < around.Length; vertex++)
        {
            around[vertex] = new List<int>(8);
            if (mesh.IsOnSeam(vertex))
            {
                quadrics[vertex].AddPlane(Vector3.UnitX, 0, SeamWeight);
            }
        }

        for (var triangle = 0; triangle < deadTriangles.Length; triangle++)
        {
            var (a, b, c) = mesh.Corners(triangle);
            var normal = Vector3.Cross(b - a, c - a);
            var doubleArea = normal.Length();
            normal = doubleArea > 1e-12f ? normal / doubleArea : normal;
            var weight = doubleArea * 0.5 * detail((a + b + c) / 3);
            for (var corner = 0; corner < 3; corner++)
            {
                var vertex = triangles[(3 * triangle) + corner];
                quadrics[vertex].AddPlane(normal, -Vector3.Dot(normal, a), weight);
                around[vertex].Add(triangle);
            }
        }
    }

    private readonly record struct Collapse(int Kept, int Removed, int KeptVersion, int RemovedVersion, Vector3 Target);

    /// <param name="target">Triangles wanted; fewer only when one collapse removes two.</param>
    /// <param name="detail">Weight of the shape at a place, above 0; 1 = ordinary.</param>
    /// <returns>A mesh without normals: project it onto the skin afterwards.</returns>
    internal static TriangleMesh Reduce(TriangleMesh mesh, int target, Func<Vector3, float> detail) => Reduce(mesh, target, detail, []).Mesh;

    /// <param name="target">Triangles wanted; more are left when every further collapse would cost a cell its last vertex.</param>
    /// <param name="detail">Weight of the shape at a place, above 0; 1 = ordinary.</param>
    /// <param name="cells">The cell of each vertex; empty when there are none to keep.</param>
    /// <returns>A mesh without normals and the cell of each of its vertices.</returns>
    internal static (TriangleMesh Mesh, ushort[] Cells) Reduce(TriangleMesh mesh, int target, Func<Vector3, float> detail, ushort[] cells)
    {
        var work = new Decimation(mesh, detail, cells);
        work.Run(target);
        return work.Compact();
    }

    private void Run(int target)
    {
        for (var i = 0; i < triangles.Length; i++)
        {
            var (a, b) = (triangles[i], triangles[i % 3 == 2 ? i - 2 : i + 1]);
            if (a < b || (IsOnSeam(a) && IsOnSeam(b)))
            {
                Offer(a, b);
            }
        }

        var alive = deadTriangles.Length;
        while (alive > target && queue.TryDequeue(out var collapse, out _))
        {
            if (!IsStale(collapse) && KeepsTopology(collapse.Kept, collapse.Removed) && KeepsShape(collapse) && KeepsCells(collapse))
            {
                alive -= Apply(collapse);
            }
        }
    }

    private bool IsOnSeam(int vertex) => positions[vertex].X == 0;

    private bool IsStale(Collapse collapse) =>
        goneVertices[collapse.Kept] || goneVertices[collapse.Removed]
        || versions[collapse.Kept] != collapse.KeptVersion || versions[collapse.Removed] != collapse.RemovedVersion;

    private void Offer(int a, int b)
    {
        var quadric = Quadric.Sum(quadrics[a], quadrics[b]);
        var middle = (positions[a] + positions[b]) / 2;
        var length = Vector3.Distance(positions[a], positions[b]);
        if (!quadric.TryMinimum(out var target) || Vector3.Distance(target, middle) > 2.5f * length)
        {
            var (atMiddle, atA, atB) = (quadric.ErrorAt(middle), quadric.ErrorAt(positions[a]), quadric.ErrorAt(positions[b]));
            target = atA < atMiddle && atA <= atB ? positions[a] : atB < atMiddle ? positions[b] : middle;
        }

        target.X = IsOnSeam(a) || IsOnSeam(b) ? 0 : MathF.Max(target.X, 0.05f);
        var cost = Math.Max(0, quadric.ErrorAt(target)) + (LengthPrice * MathF.Min(detail(middle), DearestLength) * length * length);
        queue.Enqueue(new Collapse(a, b, versions[a], versions[b], target), cost);
    }

    /// <summary>
    /// The two vertices may share no neighbours but the far corners of the triangles between them, and two seam vertices only
    /// collapse along the seam: else sheets would be glued together.
    /// </summary>
    private bool KeepsTopology(int kept, int removed)
    {
        scratch.Clear();
        var between = 0;
        foreach (var triangle in around[kept])
        {
            scratch.AddRange(triangles.AsSpan(3 * triangle, 3));
            between += Has(triangle, removed) ? 1 : 0;
        }

        var shared = 0;
        var seen = new List<int>(8);
        foreach (var triangle in around[removed])
        {
            foreach (var vertex in triangles.AsSpan(3 * triangle, 3))
            {
                if (vertex != kept && vertex != removed && !seen.Contains(vertex) && scratch.Contains(vertex))
                {
                    seen.Add(vertex);
                    shared++;
                }
            }
        }

        return shared == between && between == (IsOnSeam(kept) && IsOnSeam(removed) ? 1 : 2);
    }

    private bool KeepsShape(Collapse collapse) =>
        KeepsShape(collapse.Kept, collapse.Removed, collapse.Target) && KeepsShape(collapse.Removed, collapse.Kept, collapse.Target);

    private bool KeepsShape(int moved, int other, Vector3 target)
    {
        foreach (var triangle in around[moved])
        {
            if (Has(triangle, other))
            {
                continue;
            }

            var corners = triangles.AsSpan(3 * triangle, 3);
            var (a, b, c) = (positions[corners[0]], positions[corners[1]], positions[corners[2]]);
            var before = Vector3.Cross(b - a, c - a);
            a = corners[0] == moved ? target : a;
            b = corners[1] == moved ? target : b;
            c = corners[2] == moved ? target : c;
            var after = Vector3.Cross(b - a, c - a);
            var doubleArea = after.Length();
            var longest = MathF.Max(Vector3.DistanceSquared(a, b), MathF.Max(Vector3.DistanceSquared(b, c), Vector3.DistanceSquared(c, a)));
            if (Vector3.Dot(before, after) < LeastAgreement * before.Length() * doubleArea || doubleArea < MathF.Max(1e-6f, LeastRoundness * longest))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The vertex that is left belongs to the cell that has the nearer place there, or to the one that would else be lost; it never
    /// leaves that cell by far, and two cells with one vertex each cannot share it.
    /// </summary>
    private bool KeepsCells(Collapse collapse)
    {
        if (cells.Length == 0)
        {
            return true;
        }

        var (kept, removed) = (collapse.Kept, collapse.Removed);
        var isNearer = Vector3.Distance(homes[kept], collapse.Target) <= Vector3.Distance(homes[removed], collapse.Target);
        var isSame = cells[kept] == cells[removed];
        var staysKept = isSame ? isNearer : members[cells[removed]] > 1 && (isNearer || members[cells[kept]] == 1);
        var (winner, loser) = staysKept ? (kept, removed) : (removed, kept);
        if ((!isSame && members[cells[loser]] == 1) || Vector3.Distance(homes[winner], collapse.Target) > FarthestFromHome)
        {
            return false;
        }

        members[cells[loser]]--;
        (cells[kept], homes[kept]) = (cells[winner], homes[winner]);
        return true;
    }

    /// <returns>The number of triangles removed.</returns>
    private int Apply(Collapse collapse)
    {
        var (kept, removed) = (collapse.Kept, collapse.Removed);
        positions[kept] = collapse.Target;
        quadrics[kept] = Quadric.Sum(quadrics[kept], quadrics[removed]);
        goneVertices[removed] = true;
        versions[kept]++;
        var dead = 0;
        foreach (var triangle in around[removed])
        {
            if (Has(triangle, kept))
            {
                deadTriangles[triangle] = true;
                dead++;
                foreach (var corner in triangles.AsSpan(3 * triangle, 3))
                {
                    if (corner != removed)
                    {
                        around[corner].Remove(triangle);
                    }
                }
            }
            else
            {
                triangles.AsSpan(3 * triangle, 3).Replace(removed, kept);
                around[kept].Add(triangle);
            }
        }

        OfferAround(kept);
        return dead;
    }

    private void OfferAround(int vertex)
    {
        scratch.Clear();
        foreach (var triangle in around[vertex])
        {
            foreach (var corner in triangles.AsSpan(3 * triangle, 3))
            {
                if (corner != vertex && !scratch.Contains(corner))
                {
                    scratch.Add(corner);
                }
            }
        }

        foreach (var neighbour in scratch)
        {
            Offer(vertex, neighbour);
        }
    }

    private bool Has(int triangle, int vertex) => triangles.AsSpan(3 * triangle, 3).Contains(vertex);

    private (TriangleMesh Mesh, ushort[] Cells) Compact()
    {
        var numbers = new int[positions.Length];
        Array.Fill(numbers, -1);
        var kept = new List<Vector3>();
        var keptCells = new List<ushort>();
        var result = new List<int>();
        for (var i = 0; i < triangles.Length; i++)
        {
            if (deadTriangles[i / 3])
            {
                continue;
            }

            var vertex = triangles[i];
            if (numbers[vertex] < 0)
            {
                numbers[vertex] = kept.Count;
                kept.Add(positions[vertex]);
                if (cells.Length > 0)
                {
                    keptCells.Add(cells[vertex]);
                }
            }

            result.Add(numbers[vertex]);
        }

        return (new TriangleMesh([.. kept], new Vector3[kept.Count], [.. result]), [.. keptCells]);
    }
}
