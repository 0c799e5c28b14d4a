using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Web.Features.Muscles;

/// <summary>Fibres as the API tells them.</summary>
internal static class DrawnFibres
{
    /// <summary>Those of the left side.</summary>
    internal static ImmutableArray<ImmutableArray<FibreVertex>> Of(MuscleId muscle, BodyAtlas body) => [.. body.FibresOf(muscle, Side.Left).Select(VerticesOf)];

    /// <summary>A tenth of a millimetre is finer than any screen shows, and a third of the bytes.</summary>
    internal static float Tenth(float millimetres) => MathF.Round(millimetres, 1);

    private static ImmutableArray<FibreVertex> VerticesOf(PlacedFibre fibre) =>
        [.. fibre.Path.Zip(fibre.RadiiMillimetres, (place, radius) => new FibreVertex(Tenth(place.X), Tenth(place.Y), Tenth(place.Z), Tenth(radius)))];
}
