using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary><c>POST /api/v1/words</c>: from a description in words to the regions it means.</summary>
public static class UnderstandWords
{
    private const string Form = """{ "text": at most 500 characters }""";

    private const string Example = """{ "text": "back of my left leg down to the calf, tingling, not the knee" }""";

    [Description("Where it hurts, in a person's own words. English.")]
    public sealed record Request
    {
        [MaxLength(PainWords.MaxLength), Description("Such as \"behind my right eye\" or \"from the buttock down to the calf\".")]
        public required string Text { get; init; }
    }

    public sealed record Response
    {
        [Description("Version of the atlas.")]
        public required string DataVersion { get; init; }

        [Description("Regions that hurt, in the order they were said.")]
        public required ImmutableArray<SaidRegion> Painful { get; init; }

        [Description("Regions that were said not to hurt; none of them is among the painful.")]
        public required ImmutableArray<SaidRegion> PainFree { get; init; }

        [Description("How it feels.")]
        public required ImmutableArray<PainQuality> Qualities { get; init; }

        [Description("How strong, above 0 and at most 1; null when nothing was said of it.")]
        public required double? Strength { get; init; }

        [Description("Pieces of the text that nothing is known of.")]
        public required ImmutableArray<SaidPiece> NotUnderstood { get; init; }
    }

    public sealed record SaidRegion
    {
        public required string Region { get; init; }

        [Description("Plain name without a side.")]
        public required string Name { get; init; }

        public required Side Side { get; init; }

        [Description("False when it is here on both sides because no side was said.")]
        public required bool SideSaid { get; init; }

        [Description("The words it was read from.")]
        public required SaidPiece Piece { get; init; }
    }

    [Description("A piece of the text, counted in UTF-16 units as in JavaScript.")]
    public sealed record SaidPiece(int Start, int Length);

    internal static void MapUnderstandWords(this IEndpointRouteBuilder app) => app
        .MapPost("/api/v1/words", Handle)
        .WithTags("Finder")
        .WithName("UnderstandWords")
        .WithSummary("Find the regions that a description in words means")
        .WithDescription("By rules and a word list; the same text is always understood the same way. Nothing is stored.")
        .WithMetadata(new BodyForm(Form), new BodyExample(Example))
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static Results<Ok<Response>, ValidationProblem> Handle(Request request, AtlasData atlas, PainWords words, Texts T)
    {
        if (request.Text.Length > PainWords.MaxLength)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["text"] = [TooLong(T, request.Text)] }, detail: TooLong(T, request.Text));
        }

        return TypedResults.Ok(Told(words.Read(request.Text), atlas));
    }

    /// <summary>What was understood, with ids as text.</summary>
    internal static Response Told(Understanding understood, AtlasData atlas) => new()
    {
        DataVersion = atlas.Version,
        Painful = [.. understood.Painful.Select(found => SaidFrom(found, atlas))],
        PainFree = [.. understood.PainFree.Select(found => SaidFrom(found, atlas))],
        Qualities = [.. understood.Qualities.Select(found => found.Quality)],
        Strength = understood.Strength?.Share,
        NotUnderstood = [.. understood.NotUnderstood.Select(PieceFrom)],
    };

    internal static string TooLong(Texts T, string text) => T["The text has {0} characters. Allowed: at most {1}.", text.Length, PainWords.MaxLength];

    private static SaidRegion SaidFrom(UnderstoodRegion found, AtlasData atlas) => new()
    {
        Region = found.Region.Region.ToString(),
        Name = atlas.Region(found.Region.Region).Name,
        Side = found.Region.Side,
        SideSaid = found.SideSaid,
        Piece = PieceFrom(found.Span),
    };

    private static SaidPiece PieceFrom(TextSpan span) => new(span.Start, span.Length);
}
