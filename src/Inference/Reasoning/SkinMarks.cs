using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Unknot.Body;

namespace Unknot.Inference.Reasoning;

/// <summary>What was painted, cell by cell, and what it says about the regions. Narrow and broad brushes, lines and dots are to say the same.</summary>
internal sealed class SkinMarks
{
    /// <summary>
    /// Paint that reaches over so much of a region, in parts of its length, begins to mean the region by itself, and from the second on it means
    /// all of it.
    /// </summary>
    private const double SomeExtent = 0.2;
    private const double FullExtent = 0.9;

    /// <summary>How far inwards the middle of a line across a region is on average; see <see cref="SkinKernel.Inwardness"/>.</summary>
    private const double UsualInwardness = 0.7;

    /// <summary>A brush narrower than the cells, in parts of their width, is a pen: its width is not meant.</summary>
    private const double PenWidth = 1.6;

    /// <summary>A region has so many neighbours around a cell in a line of cells; a broader piece has more.</summary>
    private const double NeighboursOfLine = 2.0 / 3;

    private readonly ReferralMap map;
    private readonly double[] covered;
    private readonly double[] intensities;
    private readonly Dictionary<int, double> shareInPiece = [];
    private readonly Dictionary<int, double> extents = [];

    private SkinMarks(ReferralMap map)
    {
        this.map = map;
        covered = new double[map.CellCount];
        intensities = new double[map.CellCount];
    }

    /// <summary>The painted cells, ascending; of a line drawn with a pen those beside it too.</summary>
    internal ImmutableArray<int> Cells { get; private set; } = [];

    /// <summary>The regions in which anything was painted.</summary>
    internal IReadOnlySet<int> Regions { get; private set; } = new HashSet<int>();

    internal static SkinMarks Of(Drawing drawing, ReferralMap map)
    {
        var marks = new SkinMarks(map);
        foreach (var (cell, intensity) in drawing.Cells)
        {
            marks.Add(cell.Value, 1, intensity);
        }

        foreach (var stroke in drawing.Strokes)
        {
            var pen = PenWidth * stroke.Path.Average(place => Math.Sqrt(map.AreaOf(map.Brush.CellAt(place))));
            foreach (var (cell, share) in map.Brush.Paint(stroke.Path, (float)Math.Max(stroke.Width, pen)))
            {
                marks.Add(cell.Value, share, stroke.Intensity);
            }
        }

        marks.Cells = marks.Painted();
        marks.Regions = marks.Cells.Select(cell => map.RegionOf(new CellId(cell))).ToHashSet();
        marks.FindPieces(marks.Broaden);
        marks.Cells = marks.Painted();
        marks.FindPieces(marks.AddPiece);
        return marks;
    }

    /// <summary>In square millimetres.</summary>
    internal double PaintedArea(int cell) => covered[cell] * map.AreaOf(new CellId(cell));

    internal double IntensityOf(int cell) => intensities[cell];

    /// <summary>
    /// How much of a statement about the region the paint is, 0 … 1: whether it reaches over the region, or the region holds most of one piece of
    /// paint. A piece that lies in several regions and reaches over none is one statement, shared among them.
    /// </summary>
    internal double WeightOf(int region)
    {
        var extent = Math.Clamp((extents.GetValueOrDefault(region) - SomeExtent) / (FullExtent - SomeExtent), 0, 1);
        return Math.Max(shareInPiece.GetValueOrDefault(region), extent * extent * (3 - (2 * extent)));
    }

    private void Add(int cell, double cover, double intensity)
    {
        covered[cell] = Math.Max(covered[cell], cover);
        intensities[cell] = Math.Max(intensities[cell], intensity);
    }

    private ImmutableArray<int> Painted() => [.. Enumerable.Range(0, map.CellCount).Where(cell => covered[cell] > 0)];

    private void FindPieces(Action<List<int>> found)
    {
        var left = Cells.ToHashSet();
        foreach (var start in Cells)
        {
            if (!left.Remove(start))
            {
                continue;
            }

            var piece = new List<int>();
            var open = new Queue<int>([start]);
            while (open.TryDequeue(out var cell))
            {
                piece.Add(cell);

                // One cell left out does not end a piece: dots in a row are a line.
                foreach (var near in map.NeighboursOf(new CellId(cell)))
                {
                    foreach (var next in map.NeighboursOf(near).Append(near))
                    {
                        if (left.Remove(next.Value))
                        {
                            open.Enqueue(next.Value);
                        }
                    }
                }
            }

            found(piece);
        }
    }

    /// <summary>A line of single cells is one of a pen, which is broader than the cells.</summary>
    private void Broaden(List<int> piece)
    {
        var (width, size) = WidthOf(piece);
        var missing = (PenWidth - (width / size)) / 2;
        if (missing <= 0.05)
        {
            return;
        }

        foreach (var (cell, strength) in piece.Select(cell => (cell, intensities[cell])).ToList())
        {
            foreach (var near in map.NeighboursOf(new CellId(cell)))
            {
                Add(near.Value, Math.Min(missing, 1) * covered[cell], strength);
            }
        }
    }

    private void AddPiece(List<int> piece)
    {
        var masses = new SortedDictionary<int, double>();
        foreach (var cell in piece)
        {
            foreach (var (region, part) in map.Kernel.Memberships[cell])
            {
                masses[region] = masses.GetValueOrDefault(region) + (part * PaintedArea(cell));
            }
        }

        // Squares, because what lies mostly in one region is meant there; what a brush has strayed over is not.
        var total = masses.Values.Sum(mass => mass * mass);
        foreach (var (region, mass) in masses)
        {
            shareInPiece[region] = Math.Max(shareInPiece.GetValueOrDefault(region), mass * mass / total);
        }

        AddExtents(piece);
    }

    /// <summary>How far the piece reaches over each region: its area there over its own width, so that a broad brush reaches no further than a narrow one.</summary>
    private void AddExtents(List<int> piece)
    {
        var (width, _) = WidthOf(piece);
        foreach (var cell in piece)
        {
            var region = map.RegionOf(new CellId(cell));
            var length = Math.Sqrt(map.AreaOfRegion[region]);
            ref var extent = ref CollectionsMarshal.GetValueRefOrAddDefault(extents, region, out _);
            extent += PaintedArea(cell) * map.Kernel.Inwardness[cell] / (Math.Min(width, length) * length * UsualInwardness);
        }
    }

    /// <summary>Mean width of a piece and of its cells in millimetres; the former from how much of what surrounds the cells is painted too.</summary>
    private (double Width, double Size) WidthOf(List<int> piece)
    {
        var (area, around, size) = (0.0, 0.0, 0.0);
        foreach (var cell in piece)
        {
            var neighbours = map.NeighboursOf(new CellId(cell));
            around += PaintedArea(cell) * neighbours.Sum(neighbour => covered[neighbour.Value]) / Math.Max(1, neighbours.Length);
            size += PaintedArea(cell) * Math.Sqrt(map.AreaOf(new CellId(cell)));
            area += PaintedArea(cell);
        }

        return (size / area * Math.Max(1, NeighboursOfLine / Math.Max(1 - (around / area), 0.05)), size / area);
    }
}
