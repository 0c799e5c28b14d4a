using Unknot.Atlas;
using Unknot.Body.Meshing;
using Unknot.Body.Seen;

namespace Unknot.Body.Laying;

/// <summary>Lays the zones of points on the skin vertex by vertex. One thread only.</summary>
internal sealed class WeightPainter(Surface surface, PlaceMap places)
{
    private const float SpilloverReach = 1 / 3f;

    private readonly SkinDistance distance = new(surface.Graph);
    private readonly SkinPaths paths = new(surface, places);
    private readonly float[] essential = new float[surface.Full.Mesh.VertexCount];
    private readonly float[] spillover = new float[surface.Full.Mesh.VertexCount];

    /// <param name="points">Each with the sides it is felt on; left and right.</param>
    internal SkinWeights Paint(IEnumerable<(TriggerPoint Point, IReadOnlyCollection<Side> Sides)> points)
    {
        var result = new SkinWeights(essential.Length);
        foreach (var (point, sides) in points)
        {
            Array.Clear(essential);
            Array.Clear(spillover);
            foreach (var zone in point.Zones)
            {
                if (zone is { Path: { } path, WidthMillimetres: { } width })
                {
                    distance.Clear();
                    paths.Start(distance, path, lead: 0, owner: 0);
                    distance.Spread(width);
                    var weights = zone.Kind == ZoneKind.Essential ? essential : spillover;
                    foreach (var vertex in distance.Reached)
                    {
                        weights[vertex] = MathF.Max(weights[vertex], ZonePainter.FallOff(distance.DistanceOf(vertex), width));
                    }
                }
            }

            foreach (var side in sides)
            {
                Add(result, side);
            }
        }

        return result;
    }

    private void Add(SkinWeights result, Side side)
    {
        for (var vertex = 0; vertex < essential.Length; vertex++)
        {
            if (essential[vertex] > 0 || spillover[vertex] > 0)
            {
                var at = side == Side.Right ? surface.Full.MirrorOf(vertex) : vertex;
                result.Essential[at] = MathF.Max(result.Essential[at], essential[vertex]);
                result.Spillover[at] = MathF.Max(result.Spillover[at], spillover[vertex]);
                result.Reach[at] += MathF.Max(essential[vertex], SpilloverReach * spillover[vertex]);
            }
        }
    }
}
