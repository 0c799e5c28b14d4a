using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>GET /api/v1/muscles/{id}</c>: how to find and release the points of one muscle.</summary>
public static class ShowMuscle
{
    public sealed record Response
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string Latin { get; init; }

        [Description("The sides it is described on.")]
        public required ImmutableArray<Side> Sides { get; init; }

        [Description("What it does, one sentence each.")]
        public required ImmutableArray<string> Actions { get; init; }

        [Description("What people notice beside pain.")]
        public required ImmutableArray<string> Symptoms { get; init; }

        [Description("What sets its points off or keeps them alive.")]
        public required ImmutableArray<string> Causes { get; init; }

        [Description("Movements that bring the pain on.")]
        public required ImmutableArray<string> ProvokedBy { get; init; }

        public required ImmutableArray<PointInWords> Points { get; init; }

        [Description("Ways to release its points; the first is shown first.")]
        public required ImmutableArray<ReleaseWay> Releases { get; init; }

        [Description("A stretch or movement for afterwards.")]
        public required string Stretch { get; init; }

        [Description("Safety text for this muscle.")]
        public required ImmutableArray<string> Avoid { get; init; }
    }

    public sealed record PointInWords
    {
        public required string Id { get; init; }

        public required string Where { get; init; }

        [Description("How to sit or lie so that the muscle is slack enough to feel.")]
        public required string Position { get; init; }

        [Description("The way to it from places one can feel.")]
        public required string Landmarks { get; init; }

        [Description("What the band feels like.")]
        public required string Feels { get; init; }

        [Description("What a press should bring on when this point contributes.")]
        public required string Press { get; init; }

        [Description("How well place and zones are supported, in words.")]
        public required string Evidence { get; init; }
    }

    public sealed record ReleaseWay
    {
        [Description("Id of the technique.")]
        public required string Technique { get; init; }

        public required string Name { get; init; }

        public required Tool Tool { get; init; }

        public required string Posture { get; init; }

        public required ImmutableArray<string> Steps { get; init; }

        public required string Direction { get; init; }

        [Description("One sentence that is spoken while both hands are busy.")]
        public required string Cue { get; init; }

        [Description("Whether a ball rolls along the muscle: its way is at /api/v1/muscles/{id}/rolls/{technique}.")]
        public required bool Rolls { get; init; }

        [Description("Points it reaches; empty for all of the muscle's.")]
        public required ImmutableArray<string> Points { get; init; }

        public required Dose Dose { get; init; }

        [Description("What to avoid with this tool anywhere.")]
        public required ImmutableArray<string> Avoid { get; init; }

        [Description("How well the technique is supported, in words.")]
        public required string Evidence { get; init; }
    }

    internal static void MapShowMuscle(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/muscles/{id}", Handle)
        .WithTags("Atlas")
        .WithName("ShowMuscle")
        .WithSummary("Show how to find and release the trigger points of a muscle")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Response>, StatusCodeHttpResult, ProblemHttpResult> Handle(
        [Description("Id of a muscle, from GET /api/v1/muscles.")] string id, AtlasData atlas, Texts T, HttpContext context)
    {
        if (!MuscleId.TryParse(id, null, out var muscleId) || !atlas.TryGetMuscle(muscleId, out var muscle))
        {
            return UnknownMuscle.Answer(id, atlas);
        }

        return Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(From(muscle, atlas, T));
    }

    internal static Response From(Muscle muscle, AtlasData atlas, Texts T) => new()
    {
        Id = muscle.Id.ToString(),
        Name = muscle.Name,
        Latin = muscle.Latin,
        Sides = muscle.Sides,
        Actions = muscle.Actions,
        Symptoms = muscle.Symptoms,
        Causes = [.. muscle.Causes.Select(cause => atlas.Cause(cause).Name)],
        ProvokedBy = muscle.ProvokedBy,
        Points = [.. muscle.Points.Select(point => PointFrom(point, T))],
        Releases = [.. muscle.Releases.Select(release => ReleaseFrom(release, atlas, T))],
        Stretch = muscle.Stretch,
        Avoid = muscle.Avoid,
    };

    private static PointInWords PointFrom(TriggerPoint point, Texts T) => new()
    {
        Id = point.Id.ToString(),
        Where = point.Where,
        Position = point.Find.Position,
        Landmarks = point.Find.Landmarks,
        Feels = point.Find.Feels,
        Press = point.Find.Press,
        Evidence = Wording.Of(T, point.Evidence.Grade),
    };

    private static ReleaseWay ReleaseFrom(Atlas.Release release, AtlasData atlas, Texts T)
    {
        var technique = atlas.Technique(release.Technique);
        return new ReleaseWay
        {
            Technique = technique.Id.ToString(),
            Name = technique.Name,
            Tool = technique.Tool,
            Posture = release.Posture,
            Steps = release.Steps,
            Direction = release.Direction,
            Cue = release.Cue,
            Rolls = release.Roll is not null,
            Points = [.. release.Points.Select(point => point.ToString())],
            Dose = release.Dose ?? technique.Dose,
            Avoid = technique.Avoid,
            Evidence = Wording.Of(T, technique.Evidence.Grade),
        };
    }
}
