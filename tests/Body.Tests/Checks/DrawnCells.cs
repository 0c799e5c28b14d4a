using System.Globalization;
using System.Numerics;
using System.Xml.Linq;
using Unknot.Body.Meshing;

namespace Unknot.Body.Tests.Checks;

/// <summary>A committed drawing beside what rays say that it shows: a second opinion, which knows nothing of how drawings are made.</summary>
internal sealed class DrawnCells
{
    /// <summary>Cosine; skin that leans away more shows next to nothing of itself.</summary>
    private const float LeastFacing = 0.2f;

    /// <summary>Millimetres inside the frame within which a place counts as shown.</summary>
    private const float Margin = 4;

    private const float Far = 3000;

    /// <summary>Share of a cell's area that has to be seen before a drawing must have it.</summary>
    private const float LeastShare = 0.25f;

    private readonly XElement svg;

    internal DrawnCells(string path)
    {
        svg = XDocument.Load(path).Root!; // a file that was read has a root
        Listed = [.. svg.Descendants().Select(element => element.Attribute("data-cell")?.Value).OfType<string>()
            .Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))];
    }

    /// <summary>The cells that the drawing has.</summary>
    internal HashSet<int> Listed { get; }

    /// <summary>The cells that are in plain sight and that the drawing does not have.</summary>
    internal IReadOnlyList<CellId> Missing(TriangleMesh placed, TriangleTree tree, float[] areas) =>
        [.. InPlainSight(placed, tree, areas).Where(cell => !Listed.Contains(cell.Value))];

    internal static CellId CellOf(int vertex)
    {
        var full = Shared.Surface.Full;
        return CellId.Of(Shared.Surface.Half.Cells[full.LeftOf(vertex)], vertex < full.LeftCount ? Atlas.Side.Left : Atlas.Side.Right);
    }

    private IEnumerable<CellId> InPlainSight(TriangleMesh placed, TriangleTree tree, float[] areas)
    {
        var (right, up) = (Vector("data-right"), Vector("data-up"));
        var toward = Vector3.Cross(right, up);
        var frame = Numbers("viewBox");
        var (originX, originY) = (Numbers("data-origin-x")[0], Numbers("data-origin-y")[0]);
        var seen = new float[Shared.Surface.CellCount];
        Parallel.For(0, placed.VertexCount, vertex =>
        {
            var (place, normal) = (placed.Positions[vertex], placed.Normals[vertex]);
            var facing = Vector3.Dot(normal, toward);
            var (u, v) = (originX + Vector3.Dot(place, right), originY - Vector3.Dot(place, up));
            if (facing > LeastFacing && u > Margin && v > Margin && u < frame[2] - Margin && v < frame[3] - Margin
                && tree.FirstHit(place + normal, toward, Far) >= Far)
            {
                lock (seen)
                {
                    seen[CellOf(vertex).Value] += areas[vertex] * facing;
                }
            }
        });
        return Shared.Surface.Cells.Where(cell => seen[cell.Value] > LeastShare * Shared.Surface.AreaOf(cell));
    }

    private Vector3 Vector(string attribute) => Numbers(attribute) is [var x, var y, var z] ? new(x, y, z) : throw new FormatException(attribute);

    private float[] Numbers(string attribute) =>
        [.. svg.Attribute(attribute)!.Value.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture))];
}
