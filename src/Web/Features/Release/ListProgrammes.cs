using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Release;

/// <summary><c>GET /api/v1/programmes</c>: ready-made sessions.</summary>
public static class ListProgrammes
{
    public sealed record Response(string DataVersion, ImmutableArray<ListedProgramme> Programmes);

    public sealed record ListedProgramme
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string Summary { get; init; }

        [Description("Who it is for, one sentence each.")]
        public required ImmutableArray<string> Suits { get; init; }

        [Description("Regions that hurt in those it is for, the most usual first.")]
        public required ImmutableArray<string> Places { get; init; }

        [Description("In the order of the session; each is pressed on both sides.")]
        public required ImmutableArray<ProgrammeStep> Points { get; init; }

        [Description("With one hold of 20 seconds on each point and side.")]
        public required int Minutes { get; init; }

        [Description("Who it is not for, or only lightly; what forbids it first.")]
        public required ImmutableArray<string> NotFor { get; init; }

        [Description("How well this choice of points is supported, in words.")]
        public required string Evidence { get; init; }

        [Description("What the sources cover and what they do not.")]
        public required string? EvidenceNote { get; init; }

        [Description("Ids of sources, in the bibliography at /evidence.")]
        public required ImmutableArray<string> Sources { get; init; }
    }

    public sealed record ProgrammeStep(string Point, string Muscle, string Technique);

    internal static void MapListProgrammes(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/programmes", Handle)
        .WithTags("Atlas")
        .WithName("ListProgrammes")
        .WithSummary("List the ready-made sessions")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, Texts T, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(atlas.Version, [.. atlas.Programmes.Select(programme => From(T, programme, atlas))]));

    private static ListedProgramme From(Texts T, Programme programme, AtlasData atlas)
    {
        var muscles = programme.Points.Select(point => atlas.Point(point.Point).Muscle).ToArray();
        var named = muscles.SelectMany(muscle => muscle.Contraindications).ToHashSet(StringComparer.Ordinal);
        return new ListedProgramme
        {
            Id = programme.Id.ToString(),
            Name = programme.Name,
            Summary = programme.Summary,
            Suits = programme.Suits,
            Places = [.. programme.Places.Select(place => place.ToString())],
            Points = [.. programme.Points.Select((point, index) => new ProgrammeStep(point.Point.ToString(), muscles[index].Id.ToString(), point.Technique.ToString()))],
            Minutes = SessionTimes.MinutesFor(2 * programme.Points.Length),
            NotFor = [.. atlas.Safety.Contraindications.Where(item => named.Contains(item.Id)).OrderByDescending(item => item.Forbids).Select(item => item.Text)],
            Evidence = Wording.Of(T, programme.Evidence.Grade),
            EvidenceNote = programme.Evidence.Note,
            Sources = [.. programme.Evidence.Sources.Select(source => source.ToString())],
        };
    }
}
