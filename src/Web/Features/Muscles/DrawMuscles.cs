using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>GET /api/v1/muscles/figures</c>: the fibres of every muscle, for a figure without its skin.</summary>
public static class DrawMuscles
{
    [Description("Geometry of the left side in millimetres, x the person's left, y up, z forward. The right side is its mirror image: x becomes -x.")]
    public sealed record Response(string DataVersion, ImmutableArray<DrawnMuscle> Muscles);

    public sealed record DrawnMuscle(
        string Id,
        [property: Description("Everyday name.")] string Name,
        [property: Description("Whether it is seen as soon as the skin is lifted off.")] MuscleLayer Layer,
        ImmutableArray<DrawnFibre> Fibres);

    public sealed record DrawnFibre(
        ImmutableArray<FibreVertex> Path,
        [property: Description("The skin nearest to its first, middle and last vertex. Tells from which side of the body it is seen.")]
        ImmutableArray<SkinOver> Skin);

    [Description("The direction out of the body there, length 1, and how deep the fibre lies under it in millimetres.")]
    public sealed record SkinOver(float X, float Y, float Z, float Depth);

    internal static void MapDrawMuscles(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/muscles/figures", Handle)
        .WithTags("Atlas")
        .WithName("DrawMuscles")
        .WithSummary("Get the fibres of every muscle as geometry")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, BodyAtlas body, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(
                atlas.Version,
                [.. atlas.Muscles.Select(muscle => new DrawnMuscle(muscle.Id.ToString(), muscle.Name, muscle.Fibres.Layer, FibresOf(muscle.Id, body)))]));

    private static ImmutableArray<DrawnFibre> FibresOf(MuscleId muscle, BodyAtlas body) =>
        [.. body.FibresOf(muscle, Side.Left).Zip(DrawnFibres.Of(muscle, body), (fibre, path) => new DrawnFibre(path, SkinOf(fibre, body)))];

    private static ImmutableArray<SkinOver> SkinOf(PlacedFibre fibre, BodyAtlas body) =>
        [.. new[] { fibre.Path[0], fibre.Path[fibre.Path.Length / 2], fibre.Path[^1] }.Select(place => Over(place, body))];

    private static SkinOver Over(Vector3 place, BodyAtlas body)
    {
        var (skin, normal) = body.Surface.SkinNear(place);
        return new(MathF.Round(normal.X, 2), MathF.Round(normal.Y, 2), MathF.Round(normal.Z, 2), MathF.Round(Vector3.Distance(skin, place)));
    }
}
