using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Meshing;

/// <summary>A tree of boxes over the triangles of a mesh: nearest place and first hit in a few microseconds.</summary>
internal sealed class TriangleTree
{
    private const int LeafSize = 4;
    private const int StackSize = 64;

    private readonly TriangleMesh mesh;
    private readonly int[] order;
    private readonly List<Node> nodes = [];

    internal TriangleTree(TriangleMesh mesh)
    {
        this.mesh = mesh;
        order = new int[mesh.TriangleCount];
        var codes = new ulong[order.Length];
        for (var triangle = 0; triangle < order.Length; triangle++)
        {
            var (a, b, c) = mesh.Corners(triangle);
            order[triangle] = triangle;

            // Neighbours in space become neighbours in the array; the number of the triangle keeps the order unambiguous.
            codes[triangle] = (Interleave((a + b + c) / 3) << 20) | (uint)triangle;
        }

        Array.Sort(codes, order);
        Build(0, order.Length);
    }

    /// <param name="Low">Lowest corner of the box.</param>
    /// <param name="Right">Number of the second child; the first follows its parent. 0 for a leaf.</param>
    private readonly record struct Node(Vector3 Low, Vector3 High, int First, int Count, int Right);

    /// <summary>A place on the mesh.</summary>
    /// <param name="Weights">Shares of the triangle's three corners.</param>
    internal readonly record struct Place(int Triangle, Vector3 Position, Vector3 Weights, float DistanceSquared);

    /// <summary>The place on the mesh that is nearest to a point.</summary>
    internal Place Nearest(Vector3 point)
    {
        Span<(int Node, float DistanceSquared)> stack = stackalloc (int, float)[StackSize];
        var depth = 0;
        stack[depth++] = (0, 0);
        var best = new Place(-1, default, default, float.MaxValue);
        while (depth > 0)
        {
            var (number, nearest) = stack[--depth];
            if (nearest >= best.DistanceSquared)
            {
                continue;
            }

            var node = nodes[number];
            if (node.Right == 0)
            {
                for (var i = node.First; i < node.First + node.Count; i++)
                {
                    var place = NearestOn(order[i], point);
                    best = place.DistanceSquared < best.DistanceSquared ? place : best;
                }

                continue;
            }

            var (left, right) = (DistanceToBox(number + 1, point), DistanceToBox(node.Right, point));
            var leftFirst = left <= right;
            stack[depth++] = leftFirst ? (node.Right, right) : (number + 1, left);
            stack[depth++] = leftFirst ? (number + 1, left) : (node.Right, right);
        }

        return best;
    }

    /// <summary>How far a ray runs before it meets the mesh from either side.</summary>
    /// <param name="direction">Unit vector.</param>
    /// <param name="longest">In millimetres; hits beyond it are not seen.</param>
    /// <returns>Millimetres, or <paramref name="longest"/> when nothing is met.</returns>
    internal float FirstHit(Vector3 origin, Vector3 direction, float longest)
    {
        Span<int> stack = stackalloc int[StackSize];
        var depth = 0;
        stack[depth++] = 0;
        var inverse = Vector3.One / direction;
        var nearest = longest;
        while (depth > 0)
        {
            var number = stack[--depth];
            var node = nodes[number];
            var (low, high) = ((node.Low - origin) * inverse, (node.High - origin) * inverse);
            var (entries, exits) = (Vector3.Min(low, high), Vector3.Max(low, high));
            var entry = MathF.Max(MathF.Max(entries.X, entries.Y), MathF.Max(entries.Z, 0));
            if (entry > MathF.Min(MathF.Min(exits.X, exits.Y), MathF.Min(exits.Z, nearest)))
            {
                continue;
            }

            if (node.Right != 0)
            {
                stack[depth++] = node.Right;
                stack[depth++] = number + 1;
                continue;
            }

            for (var i = node.First; i < node.First + node.Count; i++)
            {
                nearest = MathF.Min(nearest, Hit(order[i], origin, direction));
            }
        }

        return nearest;
    }

    private static ulong Interleave(Vector3 centre)
    {
        // 13 bits an axis over 2,048 mm around the figure's middle: a quarter of a millimetre, in 39 bits.
        var cell = Vector3.Clamp((centre + new Vector3(1024, 150, 1024)) * 4, Vector3.Zero, new Vector3(8191));
        return Spread((ulong)cell.X) | (Spread((ulong)cell.Y) << 1) | (Spread((ulong)cell.Z) << 2);
    }

    private static ulong Spread(ulong bits)
    {
        var result = 0UL;
        for (var i = 0; i < 13; i++)
        {
            result |= ((bits >> i) & 1) << (3 * i);
        }

        return result;
    }

    private int Build(int first, int count)
    {
        var number = nodes.Count;
        nodes.Add(default);
        if (count <= LeafSize)
        {
            var box = Bounds.Empty;
            for (var i = first; i < first + count; i++)
            {
                var (a, b, c) = mesh.Corners(order[i]);
                box = box.Including(a, 0).Including(b, 0).Including(c, 0);
            }

            nodes[number] = new Node(box.Low, box.High, first, count, 0);
            return number;
        }

        var half = count / 2;
        var left = nodes[Build(first, half)];
        var rightNumber = Build(first + half, count - half);
        var right = nodes[rightNumber];
        nodes[number] = new Node(Vector3.Min(left.Low, right.Low), Vector3.Max(left.High, right.High), first, count, rightNumber);
        return number;
    }

    private float DistanceToBox(int number, Vector3 point)
    {
        var node = nodes[number];
        return Vector3.DistanceSquared(point, Vector3.Clamp(point, node.Low, node.High));
    }

    /// <summary>Closest point on a triangle by the regions of its corners, edges and face (Ericson).</summary>
    private Place NearestOn(int triangle, Vector3 point)
    {
        var (a, b, c) = mesh.Corners(triangle);
        var (ab, ac, ap) = (b - a, c - a, point - a);
        var (d1, d2) = (Vector3.Dot(ab, ap), Vector3.Dot(ac, ap));
        if (d1 <= 0 && d2 <= 0)
        {
            return At(1, 0, 0);
        }

        var (d3, d4) = (Vector3.Dot(ab, point - b), Vector3.Dot(ac, point - b));
        if (d3 >= 0 && d4 <= d3)
        {
            return At(0, 1, 0);
        }

        var towardsC = (d1 * d4) - (d3 * d2);
        if (towardsC <= 0 && d1 >= 0 && d3 <= 0)
        {
            var share = d1 / (d1 - d3);
            return At(1 - share, share, 0);
        }

        var (d5, d6) = (Vector3.Dot(ab, point - c), Vector3.Dot(ac, point - c));
        if (d6 >= 0 && d5 <= d6)
        {
            return At(0, 0, 1);
        }

        var towardsB = (d5 * d2) - (d1 * d6);
        if (towardsB <= 0 && d2 >= 0 && d6 <= 0)
        {
            var share = d2 / (d2 - d6);
            return At(1 - share, 0, share);
        }

        var towardsA = (d3 * d6) - (d5 * d4);
        if (towardsA <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        {
            var share = (d4 - d3) / (d4 - d3 + (d5 - d6));
            return At(0, 1 - share, share);
        }

        var sum = towardsA + towardsB + towardsC;
        return At(towardsA / sum, towardsB / sum, towardsC / sum);

        Place At(float u, float v, float w)
        {
            var position = (a * u) + (b * v) + (c * w);
            return new Place(triangle, position, new Vector3(u, v, w), Vector3.DistanceSquared(position, point));
        }
    }

    private float Hit(int triangle, Vector3 origin, Vector3 direction)
    {
        var (a, b, c) = mesh.Corners(triangle);
        var (ab, ac) = (b - a, c - a);
        var across = Vector3.Cross(direction, ac);
        var determinant = Vector3.Dot(ab, across);
        if (MathF.Abs(determinant) < 1e-9f)
        {
            return float.MaxValue;
        }

        var offset = origin - a;
        var u = Vector3.Dot(offset, across) / determinant;
        var turned = Vector3.Cross(offset, ab);
        var v = Vector3.Dot(direction, turned) / determinant;
        var distance = Vector3.Dot(ac, turned) / determinant;
        return u < 0 || v < 0 || u + v > 1 || distance < 0 ? float.MaxValue : distance;
    }
}
