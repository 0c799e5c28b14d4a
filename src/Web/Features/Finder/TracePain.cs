using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Finder;

/// <summary><c>POST /api/trace</c>: from a drawing to the trigger points that may contribute to it.</summary>
public static class TracePain
{
    private const string Form =
        """{ "regions": [{ "region": id, "side": "left" | "right" | "midline", "intensity": above 0, at most 1 }], """
        + """ "cells": [{ "cell": id, "intensity": above 0, at most 1 }], "painFree": [{ "region": id, "side": … }] }; """
        + "every list may be left out, but one of regions and cells must have an entry; intensity is 1 when left out.";

    private const string Example =
        """{ "regions": [{ "region": "temple", "side": "right", "intensity": 0.8 }, { "region": "back-of-neck", "side": "right" }], """
        + """ "cells": [], "painFree": [{ "region": "forehead", "side": "left" }] }""";

    // Fields that may be left out have a setter: the generated reader writes the type's default into what can only be initialised.
    [Description("Where it hurts and where it does not. At least one region or cell hurts.")]
    public sealed record Request
    {
        [Description("Whole regions that hurt; each at most once.")]
        public ImmutableArray<PainfulRegion> Regions { get; set; } = [];

        [Description("Painted surface cells that hurt; each at most once.")]
        public ImmutableArray<PainfulCell> Cells { get; set; } = [];

        [Description("Regions that do not hurt.")]
        public ImmutableArray<NamedRegion> PainFree { get; set; } = [];
    }

    public sealed record PainfulRegion
    {
        [Description("Id of a region, from GET /api/regions.")]
        public required string Region { get; init; }

        [AllowedValues("left", "right", "midline"), Description("The person's own side; midline for a region that exists once.")]
        public required string Side { get; init; }

        [Range(0.0, 1.0, MinimumIsExclusive = true), Description("How strong, above 0 and at most 1.")]
        public double Intensity { get; set; } = 1;
    }

    public sealed record PainfulCell
    {
        [Description("Id of a surface cell: even on the left, odd on the right.")]
        public required int Cell { get; init; }

        [Range(0.0, 1.0, MinimumIsExclusive = true), Description("How strong, above 0 and at most 1.")]
        public double Intensity { get; set; } = 1;
    }

    public sealed record NamedRegion
    {
        [Description("Id of a region, from GET /api/regions.")]
        public required string Region { get; init; }

        [AllowedValues("left", "right", "midline"), Description("The person's own side; midline for a region that exists once.")]
        public required string Side { get; init; }
    }

    public sealed record Response
    {
        [Description("Version of the atlas.")]
        public required string DataVersion { get; init; }

        [Description("Version of the model that reasons with it.")]
        public required string ModelVersion { get; init; }

        [Description("The marked regions, painted cells included.")]
        public required ImmutableArray<FoundRegion> Findings { get; init; }

        [Description("Trigger points, most probable first.")]
        public required ImmutableArray<Result> Results { get; init; }

        [Description("Marked regions that more likely have a cause other than any point.")]
        public required ImmutableArray<MarkedRegion> Unexplained { get; init; }

        [Description("True when the marked pain fits no pattern of the atlas, so that care should be sought instead.")]
        public required bool ProbablyNotMuscular { get; init; }
    }

    public sealed record FoundRegion(string Region, string Name, Side Side, double Intensity);

    public sealed record MarkedRegion(string Region, string Name, Side Side);

    [Description("A trigger point that may contribute to the marked pain.")]
    public sealed record Result
    {
        public required string Point { get; init; }

        public required string Muscle { get; init; }

        [Description("Everyday name of the muscle.")]
        public required string Name { get; init; }

        public required Side Side { get; init; }

        [Description("Where in the muscle, in plain words.")]
        public required string Where { get; init; }

        [Description("0 to 1.")]
        public required double Probability { get; init; }

        [Description("The probability in words.")]
        public required string Likelihood { get; init; }

        [Description("Which marked regions it accounts for, largest share first.")]
        public required ImmutableArray<Explained> Explains { get; init; }

        [Description("Points (id:side) that may have set this one off, first cause first.")]
        public required ImmutableArray<string> Chain { get; init; }

        [Description("The same points with their muscles, in the same order.")]
        public required ImmutableArray<ChainLink> ChainLinks { get; init; }

        [Description("False for a muscle that only a therapist should press: it is shown, but is no part of a session.")]
        public required bool BySelf { get; init; }

        [Description("Who should press instead, or how careful to be; null when one may press it freely.")]
        public required string? Care { get; init; }

        public required GradeInWords Evidence { get; init; }
    }

    public sealed record Explained(string Region, string Name, Side Side, double Share);

    public sealed record ChainLink(string Point, Side Side, string Muscle, string Name);

    public sealed record GradeInWords(EvidenceGrade Grade, string Words);

    internal static void MapTracePain(this IEndpointRouteBuilder app) => app
        .MapPost("/api/trace", Handle)
        .WithTags("Finder")
        .WithName("TracePain")
        .WithSummary("Rank the trigger points that may contribute to the marked pain")
        .WithDescription("Nothing is stored. Ask about red flags before showing the answer to anybody: see the page / for the questions.")
        .WithMetadata(new BodyForm(Form), new BodyExample(Example))
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static Results<Ok<Response>, ValidationProblem> Handle(Request request, AtlasData atlas, BodyAtlas body, PainModel model)
    {
        var check = new DrawingCheck(atlas, body);
        var drawing = check.Read(request);
        return drawing is null
            ? TypedResults.ValidationProblem(check.Problems, detail: check.Summary, title: "This drawing cannot be traced")
            : TypedResults.Ok(Answer.From(model.Trace(drawing), atlas));
    }
}
