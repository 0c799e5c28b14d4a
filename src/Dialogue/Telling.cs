using System.Collections.Immutable;
using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue;

/// <summary>Turns the parts of a ranking into what is told: ids as text, kinds as words, and a sentence beside each.</summary>
public static class Telling
{
    /// <returns>Null when no range was asked for.</returns>
    public static ToldRange? Of(ProbabilityRange? range) => range is { } known ? new ToldRange(known.Low, known.High) : null;

    public static ImmutableArray<ToldReason> Of(ImmutableArray<Reason> reasons, AtlasData atlas) => [.. reasons.Select(reason => ReasonFrom(reason, atlas))];

    public static ToldRegion Of(SidedRegion region, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return new ToldRegion(region.Region.ToString(), atlas.Region(region.Region).Name, region.Side);
    }

    public static ToldExplanation Of(Explanation explanation, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(atlas);
        return new ToldExplanation
        {
            Points = [.. explanation.Points.Select(point => PointFrom(point, atlas))],
            Accounts = explanation.Accounts,
            Unexplained = [.. explanation.Unexplained.Select(region => Of(region, atlas))],
        };
    }

    /// <returns>Null when nothing to ask was looked for.</returns>
    public static ToldNext? Of(NextSteps? next, AtlasData atlas) => next is null
        ? null
        : new ToldNext
        {
            Suggestions = [.. next.Suggestions.Select(suggestion => SuggestionFrom(suggestion, atlas))],
            Stop = next.Stop is { } stop ? NextWords.WordOf(stop) : null,
            StopWords = next.Stop is { } reason ? NextWords.Of(reason, atlas.Language) : null,
        };

    /// <summary>The word for it: elimination or search.</summary>
    public static string WordOf(InferenceMethod method) => method switch
    {
        InferenceMethod.Elimination => "elimination",
        InferenceMethod.Search => "search",
        _ => throw new UnreachableException(),
    };

    private static ToldPoint PointFrom(ExplainingPoint explaining, AtlasData atlas)
    {
        var (muscle, point) = atlas.Point(explaining.Point.Point);
        return new ToldPoint
        {
            Point = point.Id.ToString(),
            Side = explaining.Point.Side,
            Muscle = muscle.Id.ToString(),
            Name = muscle.Name,
            Where = point.Where,
            Keeps = [.. explaining.Keeps.Select(kept => kept.ToString())],
            Regions = [.. explaining.Regions.Select(region => Of(region, atlas))],
        };
    }

    private static ToldReason ReasonFrom(Reason reason, AtlasData atlas)
    {
        ToldReason Told(string kind) => new() { Kind = kind, Text = ReasonWords.Of(reason, atlas), Bits = reason.Bits };
        return reason switch
        {
            Reason.NotMarked(var region, var frequency) => Told("not-marked") with { Region = region.Region.ToString(), Side = region.Side, Frequency = frequency },
            Reason.PainFree(var region, var frequency) => Told("pain-free") with { Region = region.Region.ToString(), Side = region.Side, Frequency = frequency },
            Reason.Pressed(var outcome) => Told("pressed") with { Outcome = ReasonWords.WordOf(outcome) },
            Reason.Answered(var question, var side, var yes) => Told("answered") with { Question = question.ToString(), Side = side, Yes = yes },
            Reason.Noticed(var symptom, var side, var present) => Told("noticed") with { Symptom = symptom.ToString(), Side = side, Present = present },
            Reason.Caused(var cause, var applies) => Told("caused") with { Cause = cause.ToString(), Applies = applies },
            _ => throw new UnreachableException(),
        };
    }

    private static ToldSuggestion SuggestionFrom(Suggestion suggestion, AtlasData atlas)
    {
        ToldSuggestion Told(string kind) => new()
        {
            Kind = kind,
            Name = NextWords.NameOf(suggestion, atlas),
            Text = NextWords.Of(suggestion, atlas),
            Gain = suggestion.Gain,
            Cost = suggestion.Cost,
        };
        return suggestion switch
        {
            Suggestion.Press(var point) => Told("press") with { Point = point.Point.ToString(), Muscle = atlas.Point(point.Point).Muscle.Id.ToString(), Side = point.Side },
            Suggestion.Ask(var question, var side) => Told("question") with { Question = question.ToString(), Side = side },
            Suggestion.Notice(var symptom, var side) => Told("symptom") with { Symptom = symptom.ToString(), Side = side },
            Suggestion.Recall(var cause) => Told("cause") with { Cause = cause.ToString() },
            _ => throw new UnreachableException(),
        };
    }
}
