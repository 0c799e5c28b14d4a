using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Dialogue;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary>
/// Press tests and questions with their answers, as a page without script carries them: <c>press:upper-trapezius-1:right:my-pain</c>, that is kind, id,
/// side (empty for a cause) and answer.
/// </summary>
internal static class PostedChecks
{
    internal const string Unknown = "unknown";

    /// <summary>The values of the buttons under a suggestion, with what stands on them.</summary>
    internal static ImmutableArray<(string Answer, string Words)> AnswersTo(Texts T, ToldSuggestion suggestion) => suggestion.Kind == "press"
        ? [("my-pain", T["That is my pain"]), ("only-tender", T["Sore, but different"]), ("nothing", T["Nothing"]), (Unknown, T["Can't reach"])]
        : [("yes", T["Yes"]), ("no", T["No"]), (Unknown, T["Don't know"])];

    /// <summary>A suggestion with an answer, as it is posted.</summary>
    internal static string Of(ToldSuggestion suggestion, string answer) =>
        $"{suggestion.Kind}:{suggestion.Point ?? suggestion.Question ?? suggestion.Symptom ?? suggestion.Cause}:{suggestion.Side?.ToWord()}:{answer}";

    /// <summary>Adds the answers to a request. What is no answer is left out: the page makes them, nobody types them.</summary>
    internal static TracePain.Request With(TracePain.Request request, ImmutableArray<string> checks)
    {
        foreach (var check in checks)
        {
            if (check.Split(':') is not [var kind, var id, var side, var answer])
            {
                continue;
            }

            var sideOrNone = side == "" ? null : side;
            if (answer == Unknown)
            {
                request.Unanswered = request.Unanswered.Add(new() { Kind = kind, Id = id, Side = sideOrNone });
                continue;
            }

            switch (kind)
            {
                case "press":
                    request.Presses = request.Presses.Add(new() { Point = id, Side = side, Outcome = answer });
                    break;
                case "question":
                    request.Questions = request.Questions.Add(new() { Question = id, Side = sideOrNone, Yes = answer == "yes" });
                    break;
                case "symptom":
                    request.Symptoms = request.Symptoms.Add(new() { Symptom = id, Side = sideOrNone, Present = answer == "yes" });
                    break;
                case "cause":
                    request.Causes = request.Causes.Add(new() { Cause = id, Applies = answer == "yes" });
                    break;
                default:
                    break;
            }
        }

        return request;
    }

    /// <summary>What was answered, to be read and undone; null for what is no answer to anything in the atlas.</summary>
    internal static string? InWords(Texts T, string check, AtlasData atlas)
    {
        if (check.Split(':') is not [var kind, var id, var sideWord, var answer])
        {
            return null;
        }

        var side = sideWord switch
        {
            "left" => Side.Left,
            "right" => Side.Right,
            _ => Side.Midline,
        };
        var about = kind switch
        {
            "press" => atlas.Muscles.FirstOrDefault(muscle => muscle.Points.Any(point => point.Id.ToString() == id))?.Name,
            "question" => atlas.Questions.FirstOrDefault(question => question.Id.ToString() == id)?.Text,
            "symptom" => atlas.Symptoms.FirstOrDefault(symptom => symptom.Id.ToString() == id)?.Name,
            "cause" => atlas.Causes.FirstOrDefault(cause => cause.Id.ToString() == id)?.Name,
            _ => null,
        };
        return about is null ? null : InWords(T, PlaceWords.Of(about, side, T.Current), kind, answer);
    }

    private static string InWords(Texts T, string about, string kind, string answer) => answer switch
    {
        "my-pain" => T["{0}: that is my pain", about],
        "only-tender" => T["{0}: sore, but different", about],
        "nothing" => T["{0}: nothing", about],
        "yes" => T["{0}: yes", about],
        "no" => T["{0}: no", about],
        _ when kind == "press" => T["{0}: could not reach it", about],
        _ => T["{0}: do not know", about],
    };
}
