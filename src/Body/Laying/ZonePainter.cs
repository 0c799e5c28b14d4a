using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body.Meshing;

namespace Unknot.Body.Laying;

/// <summary>Turns the zones of a point on the left into weights of cells. One thread only.</summary>
internal sealed class ZonePainter(Surface surface, PlaceMap places)
{
    private const float LeastWeight = 0.02f;

    private readonly SkinDistance distance = new(surface.Graph);
    private readonly SkinPaths paths = new(surface, places);
    private readonly float[] sums = new float[surface.CellCount];
    private readonly float[] essential = new float[surface.CellCount];
    private readonly float[] spillover = new float[surface.CellCount];

    /// <returns>Ascending by cell, one entry a cell; zones inside the body are left out.</returns>
    internal ImmutableArray<CellWeight> Paint(ImmutableArray<Zone> zones)
    {
        Array.Clear(essential);
        Array.Clear(spillover);
        foreach (var zone in zones)
        {
            if (zone is { Path: { } path, WidthMillimetres: { } width })
            {
                var isEssential = zone.Kind == ZoneKind.Essential;
                Paint(path, width, (float)zone.Frequency, isEssential ? essential : spillover);
            }
        }

        var result = ImmutableArray.CreateBuilder<CellWeight>();
        for (var cell = 0; cell < essential.Length; cell++)
        {
            var weight = MathF.Max(essential[cell], spillover[cell]);
            if (weight >= LeastWeight)
            {
                result.Add(new CellWeight(new CellId(cell), weight, essential[cell] >= spillover[cell] ? ZoneKind.Essential : ZoneKind.Spillover));
            }
        }

        return result.ToImmutable();
    }

    private void Paint(ImmutableArray<Place> path, float width, float frequency, float[] weights)
    {
        distance.Clear();
        paths.Start(distance, path, lead: 0, owner: 0);
        distance.Spread(width);
        Array.Clear(sums);
        foreach (var vertex in distance.Reached)
        {
            // The area counts for the left cell and, on the seam, for its mirror image too.
            var left = surface.Full.LeftOf(vertex);
            var weight = FallOff(distance.DistanceOf(vertex), width) * surface.VertexAreas[left];
            var cell = CellId.Of(surface.Half.Cells[left], vertex < surface.Full.LeftCount ? Side.Left : Side.Right);
            sums[cell.Value] += weight;
            if (surface.Full.MirrorOf(vertex) == vertex)
            {
                sums[cell.Mirror.Value] += weight;
            }
        }

        for (var cell = 0; cell < sums.Length; cell++)
        {
            if (sums[cell] > 0)
            {
                weights[cell] = MathF.Max(weights[cell], frequency * MathF.Min(1, sums[cell] / surface.AreaOf(new CellId(cell))));
            }
        }
    }

    /// <summary>1 within half the width, smoothly down to 0 at the full width.</summary>
    internal static float FallOff(float distance, float width)
    {
        var share = Math.Clamp((distance - (width / 2)) / (width / 2), 0, 1);
        return 1 - (share * share * (3 - (2 * share)));
    }
}
