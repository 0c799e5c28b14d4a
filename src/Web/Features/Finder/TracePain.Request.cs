using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Finder;

/// <summary>What may be sent.</summary>
public static partial class TracePain
{
    private const string Form =
        """{ "regions": [{ "region": id, "side": "left" | "right" | "midline", "intensity": above 0, at most 1 }], """
        + """ "cells": [{ "cell": id, "intensity": … }], "strokes": [{ "path": [[x, y, z]], "width": millimetres, "intensity": … }], """
        + """ "text": words, "qualities": [word], "places": [{ "region": id, "side": …, "qualities": [word] }], "painFree": [{ "region": id, "side": … }], "causes": [{ "cause": id, "applies": true | false }], """
        + """ "symptoms": [{ "symptom": id, "side": …, "present": true | false }], "questions": [{ "question": id, "side": …, "yes": true | false }], """
        + """ "presses": [{ "point": id, "side": "left" | "right", "outcome": "my-pain" | "only-tender" | "nothing" }], """
        + """ "unanswered": [{ "kind": "press" | "question" | "symptom" | "cause", "id": id, "side": … }], """
        + """ "limit": number of results, "ranges": true | false, "next": true | false }; """
        + "everything may be left out, but something that hurts must be given: in regions, cells, strokes or text; intensity is 1 when left out.";

    private const string Example =
        """
        { "regions": [{ "region": "temple", "side": "right", "intensity": 0.8 }, { "region": "back-of-neck", "side": "right" }],
          "cells": [],
          "strokes": [{ "path": [[-60, 1480, -60], [-75, 1470, -60]], "width": 30, "intensity": 0.6 }],
          "text": "dull ache at the top of my right shoulder, my jaw is fine",
          "qualities": ["tight"],
          "places": [{ "region": "temple", "side": "right", "qualities": ["throbbing"] }],
          "painFree": [{ "region": "forehead", "side": "left" }],
          "causes": [{ "cause": "desk-work", "applies": true }],
          "symptoms": [{ "symptom": "blocked-ear", "side": "right", "present": false }],
          "questions": [{ "question": "bend-back", "yes": false }],
          "presses": [{ "point": "upper-trapezius-1", "side": "right", "outcome": "my-pain" }],
          "unanswered": [{ "kind": "press", "id": "cervical-multifidus-1", "side": "right" }],
          "limit": 20, "ranges": true, "next": true }
        """;

    private const int MostResults = 10_000;

    /// <summary>Whether so many results may be asked for.</summary>
    internal static bool IsLimit(int? limit) => limit is null or (>= 1 and <= MostResults);

    // Fields that may be left out have a setter: the generated reader writes the type's default into what can only be initialised.
    [Description("Where it hurts and where it does not, and what was answered since. Something hurts: a region, a cell, a stroke or a place in the text. "
        + "Send everything with each request: the server remembers nothing.")]
    public sealed record Request
    {
        [Description("Whole regions that hurt; each at most once.")]
        public ImmutableArray<PainfulRegion> Regions { get; set; } = [];

        [Description("Painted surface cells that hurt; each at most once.")]
        public ImmutableArray<PainfulCell> Cells { get; set; } = [];

        [Description("What was painted, stroke by stroke; the alternative to cells. At most 200 strokes and 10,000 places in all.")]
        public ImmutableArray<PaintedStroke> Strokes { get; set; } = [];

        [MaxLength(PainWords.MaxLength), Description("Where and how it hurts in a person's own words. English. What is named in the lists wins over it.")]
        public string? Text { get; set; }

        [AllowedEntries(
            "aching", "burning", "cramping", "deep", "dull", "electric", "heavy", "itching", "numb", "pressing", "pulling",
            "radiating", "sharp", "shooting", "sore", "stabbing", "stiff", "throbbing", "tight", "tingling", "weak")]
        [Description("How it feels; each at most once. Those of the text are added.")]
        public ImmutableArray<string> Qualities { get; set; } = [];

        [Description("How it feels at single places, painted or named; counts instead of qualities there. Each region at most once.")]
        public ImmutableArray<FeltPlace> Places { get; set; } = [];

        [Description("Regions that do not hurt.")]
        public ImmutableArray<NamedRegion> PainFree { get; set; } = [];

        [Description("Whether causes apply; each at most once.")]
        public ImmutableArray<CauseAnswered> Causes { get; set; } = [];

        [Description("Whether there are symptoms beside the pain; each at most once on a side.")]
        public ImmutableArray<SymptomAnswered> Symptoms { get; set; } = [];

        [Description("Answers to questions about movements and tests; each at most once on a side.")]
        public ImmutableArray<QuestionAnswered> Questions { get; set; } = [];

        [Description("What pressing points brought; each at most once on a side.")]
        public ImmutableArray<PointPressed> Presses { get; set; } = [];

        [Description("What was asked and not answered, because it could not be reached or is not known: it is not asked again.")]
        public ImmutableArray<NotAnswered> Unanswered { get; set; } = [];

        [Range(1, MostResults), Description("How many results are wanted at most, beside those of the explanation; all when left out.")]
        public int? Limit { get; set; }

        [Description("Whether the ranges of the probabilities are wanted.")]
        public bool Ranges { get; set; } = true;

        [Description("Whether it is wanted what to ask or try next. Without it the answer comes quicker.")]
        public bool Next { get; set; } = true;
    }

    public sealed record PainfulRegion
    {
        [Description("Id of a region, from GET /api/v1/regions.")]
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

    [Description("One movement of a brush over the figure.")]
    public sealed record PaintedStroke
    {
        [Description("Places that the middle of the brush passed, 1 to 2000: [x, y, z] in millimetres, x the person's left, y up, z forward, on the skin or near it.")]
        public required ImmutableArray<ImmutableArray<double>> Path { get; init; }

        [Range(0.0, Stroke.MaxWidth, MinimumIsExclusive = true), Description("Width of the brush in millimetres.")]
        public required double Width { get; init; }

        [Range(0.0, 1.0, MinimumIsExclusive = true), Description("How strong, above 0 and at most 1.")]
        public double Intensity { get; set; } = 1;
    }

    public sealed record FeltPlace
    {
        [Description("Id of a region, from GET /api/v1/regions. One in which nothing is marked says nothing.")]
        public required string Region { get; init; }

        [AllowedValues("left", "right", "midline"), Description("The person's own side; midline for a region that exists once.")]
        public required string Side { get; init; }

        [AllowedEntries(
            "aching", "burning", "cramping", "deep", "dull", "electric", "heavy", "itching", "numb", "pressing", "pulling",
            "radiating", "sharp", "shooting", "sore", "stabbing", "stiff", "throbbing", "tight", "tingling", "weak")]
        [Description("How it feels there; each at most once.")]
        public required ImmutableArray<string> Qualities { get; init; }
    }

    public sealed record NamedRegion
    {
        [Description("Id of a region, from GET /api/v1/regions.")]
        public required string Region { get; init; }

        [AllowedValues("left", "right", "midline"), Description("The person's own side; midline for a region that exists once.")]
        public required string Side { get; init; }
    }

    public sealed record CauseAnswered
    {
        [Description("Id of a cause, from GET /api/v1/causes.")]
        public required string Cause { get; init; }

        [Description("Whether it happened to the person, or still goes on.")]
        public required bool Applies { get; init; }
    }

    public sealed record SymptomAnswered
    {
        [Description("Id of a symptom, from GET /api/v1/symptoms.")]
        public required string Symptom { get; init; }

        [AllowedValues("left", "right", "midline", null), Description("The person's own side; leave it out when both are meant.")]
        public string? Side { get; set; }

        [Description("Whether the person has it.")]
        public required bool Present { get; init; }
    }

    public sealed record QuestionAnswered
    {
        [Description("Id of a question, from GET /api/v1/questions.")]
        public required string Question { get; init; }

        [AllowedValues("left", "right", "midline", null), Description("The person's own side; leave it out when both are meant.")]
        public string? Side { get; set; }

        [Description("The answer.")]
        public required bool Yes { get; init; }
    }

    public sealed record PointPressed
    {
        [Description("Id of a point, from GET /api/v1/points.")]
        public required string Point { get; init; }

        [AllowedValues("left", "right"), Description("The person's own side.")]
        public required string Side { get; init; }

        [AllowedValues("my-pain", "only-tender", "nothing"), Description("my-pain: it brings on the pain the person came with.")]
        public required string Outcome { get; init; }
    }
    public sealed record NotAnswered
    {
        [AllowedValues("press", "question", "symptom", "cause"), Description("What kind it is, as in next.")]
        public required string Kind { get; init; }

        [Description("Id of the point, the question, the symptom or the cause.")]
        public required string Id { get; init; }

        [AllowedValues("left", "right", "midline", null), Description("Of a press only.")]
        public string? Side { get; set; }
    }
}
