using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Laying;

/// <summary>A muscle of the left side, its points and their zones.</summary>
internal sealed record LaidMuscle(
    MuscleId Id,
    ImmutableArray<PlacedFibre> Fibres,
    ImmutableArray<(PointId Id, PlacedPoint Place)> Points,
    ImmutableArray<(PointId Id, ImmutableArray<CellWeight> Zone)> Zones)
{
    internal static LaidMuscle Lay(Muscle muscle, Surface surface, ZonePainter painter, FibreLayer layer)
    {
        var fibres = layer.Lay(muscle.Fibres);
        return new LaidMuscle(
            muscle.Id,
            fibres,
            [.. muscle.Points.Select(point => (point.Id, PlaceOn(fibres[point.Fibre - 1], point.AlongPercent, surface)))],
            [.. muscle.Points.Select(point => (point.Id, painter.Paint(point.Zones)))]);
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
