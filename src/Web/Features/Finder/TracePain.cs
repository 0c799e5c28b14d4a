using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary><c>POST /api/v1/trace</c>: from a drawing, and what was answered since, to the trigger points that may contribute to it.</summary>
public static partial class TracePain
{
    /// <summary>A drawing that takes longer gets the best certified answer; nobody waits longer than this for a ranking.</summary>
    private static readonly TraceOptions Options = TraceOptions.Full with { Deadline = TimeSpan.FromSeconds(2) };

    public sealed record Response
    {
        [Description("Version of the atlas.")]
        public required string DataVersion { get; init; }

        [Description("Version of the model that reasons with it.")]
        public required string ModelVersion { get; init; }

        [Description("How the text was understood; null without one.")]
        public required UnderstandWords.Response? Understood { get; init; }

        [Description("The marked regions, painted cells and what the text names included.")]
        public required ImmutableArray<FoundRegion> Findings { get; init; }

        [Description("Trigger points, most probable first: all of them, or as many as were asked for and those of the explanation.")]
        public required ImmutableArray<Result> Results { get; init; }

        [Description("The smallest set of points that may account for the pain, and what to treat first.")]
        public required ToldExplanation Explanation { get; init; }

        [Description("Marked regions that more likely have a cause other than any point.")]
        public required ImmutableArray<MarkedRegion> Unexplained { get; init; }

        [Description("True when the marked pain fits no pattern of the atlas, so that care should be sought instead.")]
        public required bool ProbablyNotMuscular { get; init; }

        [Description("How much better points account for the drawing than other causes alone: base-10 logarithm of the ratio of the two likelihoods, at least 0.")]
        public required double MuscularEvidence { get; init; }

        [AllowedValues("elimination", "search"), Description("elimination: exact but for rounding; search: with the error bound below.")]
        public required string Method { get; init; }

        [Description("No probability is further than this from the exact one for the model, 0 to 1.")]
        public required double ErrorBound { get; init; }

        [Description("What to ask or try next; null when nothing was looked for.")]
        public required ToldNext? Next { get; init; }
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

        [Description("Before anything was told: how likely it is in anybody, 0 to 1.")]
        public required double Prior { get; init; }

        [Description("0 to 1.")]
        public required double Probability { get; init; }

        [Description("The probability in words.")]
        public required string Likelihood { get; init; }

        [Description("How far the published figures leave the probability open; null when that was not worked out.")]
        public required ToldRange? Range { get; init; }

        [Description("The range in plain words, as numbers of people; null without a range.")]
        public required string? RangeWords { get; init; }

        [Description("The share of all that was marked that it accounts for, 0 to 1.")]
        public required double Accounts { get; init; }

        [Description("Why it is ranked, in one plain sentence.")]
        public required string Why { get; init; }

        [Description("Which marked regions it accounts for, largest share first.")]
        public required ImmutableArray<Explained> Explains { get; init; }

        [Description("What else speaks for or against it, weightiest first; at most six.")]
        public required ImmutableArray<ToldReason> Reasons { get; init; }

        [Description("Points (id:side) that may have set this one off, first cause first.")]
        public required ImmutableArray<string> Chain { get; init; }

        [Description("The same points with their muscles, in the same order.")]
        public required ImmutableArray<ChainLink> ChainLinks { get; init; }

        [Description("False for a muscle that only a therapist should press: it is shown, but is no part of a session.")]
        public required bool BySelf { get; init; }

        [Description("Who should press instead, or how careful to be; null when one may press it freely.")]
        public required string? Care { get; init; }

        [Description("How well the point's place and pain map are supported.")]
        public required GradeInWords Evidence { get; init; }
    }

    public sealed record Explained(
        string Region,
        string Name,
        Side Side,
        [property: Description("That the point is active and felt here, 0 to 1.")] double Share,
        [property: Description("How often the point is felt in what was marked here, 0 to 1.")] double Frequency);

    public sealed record ChainLink(string Point, Side Side, string Muscle, string Name);

    public sealed record GradeInWords(EvidenceGrade Grade, string Words);

    internal static void MapTracePain(this IEndpointRouteBuilder app) => app
        .MapPost("/api/v1/trace", Handle)
        .WithTags("Finder")
        .WithName("TracePain")
        .WithSummary("Rank the trigger points that may contribute to the marked pain")
        .WithDescription("Nothing is stored. Ask about red flags before showing the answer to anybody: see the page / for the questions. "
            + "To go on, ask what next suggests and send everything again with the answer in the list of its kind.")
        .WithMetadata(new BodyForm(Form), new BodyExample(Example))
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>The answer for the API and for the page.</summary>
    /// <param name="T">The language, the same as that of the atlas.</param>
    /// <param name="inquiry">One without problems.</param>
    /// <param name="understood">How its words were understood; null when there were none.</param>
    /// <param name="wanted">How much of the answer is wanted; everything when left out.</param>
    internal static Response AnswerTo(Texts T, Inquiry inquiry, UnderstandWords.Response? understood, AtlasData atlas, PainModel model, Request? wanted = null)
    {
        var options = Options with { WithRanges = wanted?.Ranges ?? true, WithNext = wanted?.Next ?? true };
        return Answer.From(T, model.Trace(inquiry, options), atlas, wanted?.Limit) with { Understood = understood };
    }

    private static Results<Ok<Response>, ValidationProblem> Handle(
        Request request, AtlasData atlas, BodyAtlas body, PainModel model, PainWords words, AnswerNames names, Texts T)
    {
        var check = new InquiryCheck(atlas, body, model, words, names, T);
        return check.Read(request) is { } inquiry
            ? TypedResults.Ok(AnswerTo(T, inquiry, check.Heard is { } heard ? UnderstandWords.Told(heard, atlas) : null, atlas, model, request))
            : TypedResults.ValidationProblem(check.Problems.All, detail: check.Problems.Summary, title: "This drawing cannot be traced");
    }
}
