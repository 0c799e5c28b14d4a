using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Laying;

/// <summary>A muscle of the left side, its points and their zones.</summary>
internal sealed record LaidMuscle(
    MuscleId Id,
    ImmutableArray<PlacedFibre> Fibres,
    ImmutableArray<(PointId Id, PlacedPoint Place)> Points,
    ImmutableArray<(PointId Id, ImmutableArray<CellWeight> Zone)> Zones,
    ImmutableArray<(PointId Id, ImmutableArray<NearbyLandmark> Signs)> Nearby)
{
    internal static LaidMuscle Lay(Muscle muscle, Surface surface, LayingTools tools)
    {
        var fibres = tools.Fibres.Lay(muscle.Fibres);
        ImmutableArray<(PointId Id, PlacedPoint Place)> points =
            [.. muscle.Points.Select(point => (point.Id, PlaceOn(fibres[point.Fibre - 1], point.AlongPercent, surface)))];
        return new LaidMuscle(
            muscle.Id,
            fibres,
            points,
            [.. muscle.Points.Select(point => (point.Id, tools.Zones.Paint(point.Zones)))],
            [.. points.Select(point => (point.Id, tools.Signs.Around(point.Place)))]);
    }

    private static PlacedPoint PlaceOn(PlacedFibre fibre, float percent, Surface surface)
    {
        var position = FibreLayer.AtShare(fibre.Path.AsSpan(), percent / 100);
        var skin = surface.Nearest(position);
        return new PlacedPoint
        {
            Position = position,
            OnSkin = skin.Position,
            Normal = skin.Normal,
            DepthMillimetres = Vector3.Distance(position, skin.Position),
        };
    }
}
