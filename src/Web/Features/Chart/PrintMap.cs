using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts;
using Unknot.Charts.Sheets;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Chart;

/// <summary>
/// <c>POST /api/v1/my-map</c> (JSON) and <c>POST /my-map</c> (a form, for pages without script): somebody's own points as a file.
/// Nothing is stored, and the QR code leads to a plain address.
/// </summary>
public static class PrintMap
{
    private const string Form = """{ "points": [{ "point": "upper-trapezius-1", "side": "left|right", "seconds": 5 … 90, "technique": "id" }], "regions": [{ "region": "id", "side": "left|right|midline" }], "cells": [id], "format": "pdf|svg", "paper": "a4|letter|a3", "build": "neutral" }.""";

    private const string Example = """{ "points": [{ "point": "upper-trapezius-1", "side": "right", "seconds": 20 }], "regions": [{ "region": "temple", "side": "right" }] }""";

    private const string NotDrawn = "This map cannot be drawn";

    [Description("The points of one person, in the order of release.")]
    public sealed record Request
    {
        [Description("At least one, each once.")]
        public required ImmutableArray<MapEntry> Points { get; init; }

        [Description("Regions that hurt, drawn on the figure.")]
        public ImmutableArray<MapRegion> Regions { get; set; } = [];

        [Description("Surface cells that hurt, drawn on the figure.")]
        public ImmutableArray<int> Cells { get; set; } = [];

        [AllowedValues("pdf", "svg")]
        public string Format { get; set; } = "pdf";

        [AllowedValues("a4", "letter", "a3")]
        public string Paper { get; set; } = "a4";

        [Description("The build of the figure.")]
        public string Build { get; set; } = "neutral";
    }

    public sealed record MapEntry
    {
        [Description("Id of a point, from GET /api/v1/muscles.")]
        public required string Point { get; init; }

        [AllowedValues("left", "right"), Description("The person's own side.")]
        public required string Side { get; init; }

        [Range(MapReader.LeastSeconds, MapReader.MostSeconds), Description("How long to hold.")]
        public int Seconds { get; set; } = MapReader.DefaultSeconds;

        [Description("Id of one of the muscle's ways of release; its first when left out.")]
        public string? Technique { get; set; }
    }

    public sealed record MapRegion
    {
        [Description("Id of a region, from GET /api/v1/regions.")]
        public required string Region { get; init; }

        [AllowedValues("left", "right", "midline"), Description("The person's own side; midline for a region that exists once.")]
        public required string Side { get; init; }
    }

    internal static void MapPrintMap(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/my-map", FromJson)
            .WithTags("Chart")
            .WithName("PrintMap")
            .WithSummary("Print somebody's own points, with order, seconds and when to stop")
            .WithDescription("Nothing is stored.")
            .WithMetadata(new BodyForm(Form), new BodyExample(Example))
            .Produces(StatusCodes.Status200OK, contentType: DrawChart.Pdf)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        app.MapPost("/my-map", FromFormAsync).ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, ValidationProblem> FromJson(Request request, HttpContext context, AtlasData atlas, BodyAtlas body, ChartMaker maker)
    {
        var reader = new MapReader(atlas, body);
        foreach (var point in request.Points)
        {
            reader.AddPoint(point.Point, point.Side, point.Seconds, point.Technique);
        }

        foreach (var region in request.Regions)
        {
            reader.AddRegion(region.Region, region.Side);
        }

        foreach (var cell in request.Cells)
        {
            reader.AddCell(cell);
        }

        return Answer(reader, request.Format, request.Paper, request.Build, context, maker);
    }

    /// <summary>Fields <c>point</c> (<c>id:side</c>, repeated, in order), <c>region</c>, <c>cell</c>, <c>seconds</c>, <c>paper</c>, <c>build</c>.</summary>
    private static async Task<Results<FileContentHttpResult, ValidationProblem, BadRequest>> FromFormAsync(
        HttpContext context, AtlasData atlas, BodyAtlas body, ChartMaker maker, CancellationToken cancellation)
    {
        IFormCollection form;
        try
        {
            if (!context.Request.HasFormContentType)
            {
                return TypedResults.BadRequest();
            }

            form = await context.Request.ReadFormAsync(cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return TypedResults.BadRequest();
        }

        var reader = new MapReader(atlas, body);
        var seconds = int.TryParse(form["seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : MapReader.DefaultSeconds;
        foreach (var point in form["point"])
        {
            reader.AddPoint(point ?? "", seconds);
        }

        foreach (var region in form["region"].OfType<string>())
        {
            var colon = region.LastIndexOf(':');
            reader.AddRegion(colon < 0 ? region : region[..colon], colon < 0 ? "" : region[(colon + 1)..]);
        }

        foreach (var cell in form["cell"])
        {
            reader.AddCell(int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1);
        }

        var answer = Answer(reader, "pdf", Or(form["paper"], "a4"), Or(form["build"], "neutral"), context, maker);
        return answer.Result switch { FileContentHttpResult file => file, ValidationProblem problem => problem, _ => TypedResults.BadRequest() };
    }

    private static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;

    private static Results<FileContentHttpResult, ValidationProblem> Answer(
        MapReader reader, string format, string paperName, string buildName, HttpContext context, ChartMaker maker)
    {
        var host = context.Request.Host;
        var address = host.HasValue ? new UriBuilder(context.Request.Scheme, host.Host, host.Port ?? -1, "/release").Uri : null;
        var map = reader.Read(address);
        var paper = Paper.Find(paperName);
        var build = ChartMaker.Builds.FirstOrDefault(build => build.Id == buildName);
        if (map is null || paper is null || build is null)
        {
            return DrawChart.Refusal(
                [
                    .. reader.Problems,
                    .. paper is null ? [("paper", $"There is no such paper. Allowed: {string.Join(", ", Paper.All.Select(known => known.Id))}.")] : Array.Empty<(string, string)>(),
                    .. build is null ? [("build", $"There is no such build. Allowed: {string.Join(", ", ChartMaker.Builds.Select(known => known.Id))}.")] : Array.Empty<(string, string)>(),
                ],
                NotDrawn);
        }

        context.Response.Headers.CacheControl = "no-store";
        return format == "svg"
            ? TypedResults.File(maker.Svg(map, paper, build), DrawChart.Svg, "my-trigger-points.svg")
            : TypedResults.File(maker.Pdf(map, paper, build), DrawChart.Pdf, "my-trigger-points.pdf");
    }
}
