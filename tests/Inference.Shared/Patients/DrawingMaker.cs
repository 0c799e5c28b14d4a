using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Shared.Patients;

/// <summary>
/// Made-up drawings of the real atlas, for speed and exactness: one to four active points, what is felt of their zones, and how it is
/// marked. They are meant to be as awkward as real ones, not as frequent; the calibration makes its own patients.
/// </summary>
internal sealed class DrawingMaker(LaidAtlas laid, int seed)
{
    private static readonly double[] ShareByCount = [0.25, 0.3, 0.25, 0.2];

    private readonly Random random = new(seed);

    /// <summary>The next drawing; never empty, and without problems.</summary>
    internal Drawing Next(DrawingKind kind)
    {
        while (true)
        {
            var points = ActivePoints();
            var drawing = kind == DrawingKind.Blob ? Painted(points) : Scattered(points);
            if (!drawing.Cells.IsEmpty || !drawing.Regions.IsEmpty)
            {
                return drawing with { PainFree = Free(drawing, points) };
            }
        }
    }

    /// <summary>The first by how common it is; each further one is as often a neighbour, a link of a chain, or anywhere.</summary>
    private List<int> ActivePoints()
    {
        var count = 1 + Pick(ShareByCount);
        var points = new List<int> { Pick(laid.Priors) };
        while (points.Count < count)
        {
            var from = points[random.Next(points.Count)];
            ImmutableArray<int> candidates = random.Next(3) switch
            {
                0 => laid.PointsNear(from),
                1 => laid.PointsChained(from),
                _ => [],
            };
            var next = candidates.IsEmpty ? Pick(laid.Priors) : candidates[Pick([.. candidates.Select(point => laid.Priors[point])])];
            if (!points.Contains(next))
            {
                points.Add(next);
            }
        }

        return points;
    }

    private Drawing Painted(List<int> points)
    {
        var cells = new SortedDictionary<int, double>();
        foreach (var point in points)
        {
            var places = laid.Body.ZoneOf(laid.Map.Points[point]).ToLookup(place => laid.Map.RegionOf(place.Cell));
            foreach (var (region, frequency) in laid.LinksOfPoint[point])
            {
                if (random.NextDouble() < frequency && places[region].Any())
                {
                    var intensity = 0.3 + (0.7 * random.NextDouble());
                    foreach (var cell in Ellipse(places[region].MaxBy(place => place.Weight).Cell))
                    {
                        cells[cell.Value] = Math.Max(cells.GetValueOrDefault(cell.Value), intensity);
                    }
                }
            }
        }

        return new Drawing { Regions = [], Cells = [.. cells.Select(cell => new CellPain(new CellId(cell.Key), cell.Value))], PainFree = [] };
    }

    /// <summary>The connected cells whose middles lie within an ellipse on the skin, 12 … 60 mm from its middle to its ends.</summary>
    private HashSet<CellId> Ellipse(CellId start)
    {
        var surface = laid.Body.Surface;
        var centre = surface.CentreOf(start);
        var outwards = surface.NormalOf(start);
        var along = Vector3.Normalize(Vector3.Cross(outwards, RandomDirection()));
        var across = Vector3.Cross(outwards, along);
        var (half, otherHalf) = (12 + (48 * random.NextSingle()), 12 + (23 * random.NextSingle()));
        var inside = new HashSet<CellId> { start };
        var open = new Queue<CellId>([start]);
        while (open.TryDequeue(out var cell))
        {
            foreach (var next in surface.NeighboursOf(cell))
            {
                var way = surface.CentreOf(next) - centre;
                var (x, y, depth) = (Vector3.Dot(way, along) / half, Vector3.Dot(way, across) / otherHalf, Vector3.Dot(way, outwards) / half);
                if ((x * x) + (y * y) + (depth * depth) <= 1 && inside.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        return inside;
    }

    private Vector3 RandomDirection() => new(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);

    private Drawing Scattered(List<int> points)
    {
        var cells = new SortedDictionary<int, double>();
        var regions = new SortedDictionary<int, double>();
        foreach (var point in points)
        {
            foreach (var (region, frequency) in laid.LinksOfPoint[point])
            {
                if (random.NextDouble() < frequency / 2)
                {
                    regions[region] = 0.3 + (0.7 * random.NextDouble());
                }
            }

            foreach (var place in laid.Body.ZoneOf(laid.Map.Points[point]))
            {
                if (random.NextDouble() < place.Weight / 2)
                {
                    cells[place.Cell.Value] = 0.3 + (0.7 * random.NextDouble());
                }
            }
        }

        return new Drawing
        {
            Regions = [.. regions.Select(region => new RegionPain(laid.Map.Regions[region.Key], region.Value))],
            Cells = [.. cells.Select(cell => new CellPain(new CellId(cell.Key), cell.Value))],
            PainFree = [],
        };
    }

    /// <summary>Two in five say of some places, mostly near ones, that they do not hurt.</summary>
    private ImmutableArray<SidedRegion> Free(Drawing drawing, List<int> points)
    {
        if (random.NextDouble() >= 0.4)
        {
            return [];
        }

        var painful = drawing.Cells.Select(pain => laid.Map.RegionOf(pain.Cell)).Concat(drawing.Regions.Select(pain => laid.Map.NumberOf(pain.Region))).ToHashSet();
        var near = points.SelectMany(point => laid.PointsNear(point).Add(point)).SelectMany(point => laid.LinksOfPoint[point].Select(link => link.Region));
        var candidates = near.Distinct().Where(region => !painful.Contains(region)).Order().ToArray();
        random.Shuffle(candidates);
        return [.. candidates.Take(random.Next(1, 7)).Order().Select(region => laid.Map.Regions[region])];
    }

    /// <summary>An index, as often as its weight says.</summary>
    private int Pick(IReadOnlyList<double> weights)
    {
        var left = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Count - 1;
    }
}
