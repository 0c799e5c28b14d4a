using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Unknot.Body;

namespace Unknot.Inference.Reasoning;

/// <summary>What was painted, cell by cell, and what it says about the regions. Narrow and broad brushes, lines and dots are to say the same.</summary>
internal sealed class SkinMarks
{
    /// <summary>From this part of a region on, counted inwards from its edge, paint begins to mean the region, and from the second on it means all of it.</summary>
    private const double SomeExtent = 0.25;
    private const double FullExtent = 0.5;

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

    /// <summary>The painted cells, ascending.</summary>
    internal ImmutableArray<int> Cells { get; private set; } = [];

    internal static SkinMarks Of(Drawing drawing, ReferralMap map)
    {
        var marks = new SkinMarks(map);
        foreach (var (cell, intensity) in drawing.Cells)
        {
            marks.Add(cell.Value, 1, intensity);
        }

        foreach (var stroke in drawing.Strokes)
        {
            foreach (var (cell, share) in map.Brush.Paint(stroke.Path, (float)stroke.Width))
            {
                marks.Add(cell.Value, share, stroke.Intensity);
            }
        }

        marks.Cells = [.. Enumerable.Range(0, map.CellCount).Where(cell => marks.covered[cell] > 0)];
        marks.FindPieces();
        marks.FindExtents();
        return marks;
    }

    /// <summary>In square millimetres.</summary>
    internal double PaintedArea(int cell) => covered[cell] * map.AreaOf(new CellId(cell));

    internal double IntensityOf(int cell) => intensities[cell];

    /// <summary>
    /// How much of a statement about the region the paint is, 0 … 1: whether it fills the region, or the region holds most of one piece of paint. A
    /// piece that lies in several regions and fills none is one statement, shared among them.
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

    private void FindPieces()
    {
        var left = Cells.ToHashSet();
        var masses = new SortedDictionary<int, double>();
        foreach (var start in Cells)
        {
            if (!left.Remove(start))
            {
                continue;
            }

            masses.Clear();
            var open = new Queue<int>([start]);
            while (open.TryDequeue(out var cell))
            {
                foreach (var (region, part) in map.Kernel.Memberships[cell])
                {
                    masses[region] = masses.GetValueOrDefault(region) + (part * PaintedArea(cell));
                }

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

            // Squares, because what lies mostly in one region is meant there; what a brush has strayed over is not.
            var total = masses.Values.Sum(mass => mass * mass);
            foreach (var (region, mass) in masses)
            {
                shareInPiece[region] = Math.Max(shareInPiece.GetValueOrDefault(region), mass * mass / total);
            }
        }
    }

    private void FindExtents()
    {
        var touched = new SortedSet<int>();
        foreach (var cell in Cells)
        {
            touched.Add(cell);
            foreach (var near in map.NeighboursOf(new CellId(cell)))
            {
                touched.Add(near.Value);
            }
        }

        foreach (var cell in touched)
        {
            var region = map.RegionOf(new CellId(cell));
            var reached = Math.Min(1, 2 * map.Kernel.Blurred(covered, cell));
            ref var extent = ref CollectionsMarshal.GetValueRefOrAddDefault(extents, region, out _);
            extent += reached * map.Kernel.Inwardness[cell] * map.AreaOf(new CellId(cell)) / map.Kernel.InwardAreaOf[region];
        }
    }
}
