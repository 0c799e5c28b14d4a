using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Meshing;
using Unknot.Body.Output;

namespace Unknot.Body;

/// <summary>The skin of the figure, cut into cells. Millimetres in the body frame; the right side is the mirror of the left.</summary>
public sealed class Surface
{
    private const string MeshResource = "body-half.glb";

    private readonly Vector3[] centres;
    private readonly Vector3[] normals;
    private readonly float[] areas;
    private readonly ImmutableArray<CellId>[] neighbours;

    internal Surface(HalfBody half)
    {
        Half = half;
        Tree = new TriangleTree(half.Mesh);
        Full = new MirroredMesh(half.Mesh);
        Graph = new SkinGraph(Full.Mesh.Positions, Full.Mesh.Triangles);
        var count = half.Cells.Max() + 1;
        VertexAreas = half.Mesh.VertexAreas();
        centres = new Vector3[count];
        normals = new Vector3[count];
        areas = new float[count];
        for (var vertex = 0; vertex < half.Mesh.VertexCount; vertex++)
        {
            var (cell, area) = (half.Cells[vertex], VertexAreas[vertex]);
            centres[cell] += half.Mesh.Positions[vertex] * area;
            normals[cell] += half.Mesh.Normals[vertex] * area;
            areas[cell] += area;
        }

        for (var cell = 0; cell < count; cell++)
        {
            centres[cell] = Tree.Nearest(centres[cell] / areas[cell]).Position;
            normals[cell] = Vector3.Normalize(normals[cell]);
        }

        neighbours = FindNeighbours(count);
    }

    /// <summary>Cells of both sides together.</summary>
    public int CellCount => 2 * centres.Length;

    /// <summary>Every cell, in ascending order.</summary>
    public IEnumerable<CellId> Cells => Enumerable.Range(0, CellCount).Select(value => new CellId(value));

    internal HalfBody Half { get; }

    internal TriangleTree Tree { get; }

    internal MirroredMesh Full { get; }

    /// <summary>The ways along the skin of both sides.</summary>
    internal SkinGraph Graph { get; }

    /// <summary>The share of the left half's skin that belongs to each vertex, in square millimetres.</summary>
    internal float[] VertexAreas { get; }

    /// <summary>The surface built into this assembly.</summary>
    public static Surface Load()
    {
        using var stream = typeof(Surface).Assembly.GetManifestResourceStream(MeshResource)
            ?? throw new InvalidOperationException($"{MeshResource} is not built into the assembly: write the body assets first.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Surface(Glb.Read(bytes));
    }

    /// <summary>The middle of the cell, on the skin.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public Vector3 CentreOf(CellId cell) => Sided(centres[Checked(cell)], cell.Side);

    /// <summary>The mean direction out of the body; length 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public Vector3 NormalOf(CellId cell) => Sided(normals[Checked(cell)], cell.Side);

    /// <summary>In square millimetres, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public float AreaOf(CellId cell) => areas[Checked(cell)];

    /// <summary>The cells that share a border with this one, also across the midline; ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public ImmutableArray<CellId> NeighboursOf(CellId cell)
    {
        var left = neighbours[Checked(cell)];
        return cell.Side == Side.Left ? left : [.. left.Select(neighbour => neighbour.Mirror).Order(CellOrder)];
    }

    /// <summary>The skin nearest to a place, and the direction out of the body there; length 1.</summary>
    public (Vector3 Position, Vector3 Outwards) SkinNear(Vector3 place)
    {
        var skin = Nearest(place);
        return (skin.Position, skin.Normal);
    }

    /// <summary>The nearest place on the skin of either side.</summary>
    internal SkinPlace Nearest(Vector3 point)
    {
        var side = point.X < 0 ? Side.Right : Side.Left;
        var place = Tree.Nearest(Sided(point, side));
        var corners = Half.Mesh.Triangles.AsSpan(3 * place.Triangle, 3);
        var normal = (Half.Mesh.Normals[corners[0]] * place.Weights.X)
            + (Half.Mesh.Normals[corners[1]] * place.Weights.Y)
            + (Half.Mesh.Normals[corners[2]] * place.Weights.Z);
        return new SkinPlace(place.Triangle, side, Sided(place.Position, side), Sided(Vector3.Normalize(normal), side));
    }

    /// <summary>The corners of the triangle that a place lies in, as vertices of <see cref="Full"/>.</summary>
    internal (int A, int B, int C) CornersOf(SkinPlace place)
    {
        var corners = Half.Mesh.Triangles.AsSpan(3 * place.Triangle, 3);
        return place.Side == Side.Left
            ? (corners[0], corners[1], corners[2])
            : (Full.MirrorOf(corners[0]), Full.MirrorOf(corners[1]), Full.MirrorOf(corners[2]));
    }

    /// <summary>A place of the left half, or its mirror image.</summary>
    internal static Vector3 Sided(Vector3 left, Side side) => side == Side.Right ? left with { X = -left.X } : left;

    private static Comparer<CellId> CellOrder { get; } = Comparer<CellId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private int Checked(CellId cell) => cell.Value >= 0 && cell.Value < CellCount
        ? cell.Index
        : throw new ArgumentOutOfRangeException(nameof(cell), cell.Value, $"Cells run from 0 to {CellCount - 1}.");

    private ImmutableArray<CellId>[] FindNeighbours(int count)
    {
        var found = Enumerable.Range(0, count).Select(_ => new SortedSet<int>()).ToArray();
        var (mesh, cells) = (Half.Mesh, Half.Cells);
        for (var i = 0; i < mesh.Triangles.Length; i++)
        {
            var (a, b) = (mesh.Triangles[i], mesh.Triangles[i % 3 == 2 ? i - 2 : i + 1]);
            if (cells[a] != cells[b])
            {
                found[cells[a]].Add(2 * cells[b]);
                found[cells[b]].Add(2 * cells[a]);
            }

            if (mesh.IsOnSeam(a) && mesh.IsOnSeam(b))
            {
                found[cells[a]].Add((2 * cells[a]) + 1);
                found[cells[b]].Add((2 * cells[b]) + 1);
                found[cells[a]].Add((2 * cells[b]) + 1);
                found[cells[b]].Add((2 * cells[a]) + 1);
            }
        }

        return [.. found.Select(values => values.Select(value => new CellId(value)).ToImmutableArray())];
    }
}
