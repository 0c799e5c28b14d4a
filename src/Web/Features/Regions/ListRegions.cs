using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Regions;

/// <summary><c>GET /api/v1/regions</c>: every place that can be marked, with its surface cells.</summary>
public static class ListRegions
{
    public sealed record Response(string DataVersion, ImmutableArray<RegionEntry> Regions);

    public sealed record RegionEntry
    {
        public required string Id { get; init; }

        [Description("Plain name without a side.")]
        public required string Name { get; init; }

        [Description("Other words for it.")]
        public required ImmutableArray<string> Synonyms { get; init; }

        public required BodyPart Part { get; init; }

        [Description("False for a place inside the body, which can be named but not painted.")]
        public required bool OnSkin { get; init; }

        [Description("The sides it may be named with.")]
        public required ImmutableArray<SideCells> Sides { get; init; }
    }

    public sealed record SideCells
    {
        public required Side Side { get; init; }

        [Description("Surface cells on this side; empty for a place inside the body.")]
        public required ImmutableArray<int> Cells { get; init; }

        [Description("The view of the figure that shows it best; null for a place inside the body.")]
        public required Facing? Facing { get; init; }
    }

    [JsonConverter(typeof(JsonStringEnumConverter<Facing>))]
    public enum Facing
    {
        [JsonStringEnumMemberName("front")]
        Front,

        [JsonStringEnumMemberName("back")]
        Back,

        [JsonStringEnumMemberName("left")]
        Left,

        [JsonStringEnumMemberName("right")]
        Right,
    }

    internal static void MapListRegions(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/regions", Handle)
        .WithTags("Atlas")
        .WithName("ListRegions")
        .WithSummary("List every region: names, sides, surface cells")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, BodyAtlas body, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(atlas.Version, [.. atlas.Regions.Select(region => EntryFrom(region, body))]));

    internal static RegionEntry EntryFrom(Region region, BodyAtlas body) => new()
    {
        Id = region.Id.ToString(),
        Name = region.Name,
        Synonyms = region.Synonyms,
        Part = region.Part,
        OnSkin = region.Surface == RegionSurface.Skin,
        Sides = [.. region.AllowedSides.Select(side => SideFrom(side, body.CellsOf(new SidedRegion(region.Id, side)), body.Surface))],
    };

    private static SideCells SideFrom(Side side, ImmutableArray<CellId> cells, Surface surface) => new()
    {
        Side = side,
        Cells = [.. cells.Select(cell => cell.Value)],
        Facing = cells.IsEmpty ? null : FacingOf(cells, surface),
    };

    /// <summary>The side that most of the skin looks to. Front and back win over left and right when in doubt: they show more around it.</summary>
    private static Facing FacingOf(ImmutableArray<CellId> cells, Surface surface)
    {
        const float SidewaysWinsFrom = 1.5f;
        var outwards = cells.Aggregate(Vector3.Zero, (sum, cell) => sum + (surface.NormalOf(cell) * surface.AreaOf(cell)));
        if (MathF.Abs(outwards.X) > SidewaysWinsFrom * MathF.Abs(outwards.Z))
        {
            return outwards.X > 0 ? Facing.Left : Facing.Right;
        }

        return outwards.Z >= 0 ? Facing.Front : Facing.Back;
    }
}
