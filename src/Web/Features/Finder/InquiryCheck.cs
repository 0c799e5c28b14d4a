using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary>Turns what was sent into an inquiry, or says everything that is wrong with it. Used once.</summary>
/// <param name="atlas">Knows the regions.</param>
/// <param name="body">Knows the cells.</param>
/// <param name="model">Has the last word on what can be reasoned with.</param>
/// <param name="words">Reads the text.</param>
/// <param name="names">Knows what answers are about.</param>
/// <param name="T">The language.</param>
internal sealed class InquiryCheck(AtlasData atlas, BodyAtlas body, PainModel model, PainWords words, AnswerNames names, Texts T)
{
    internal RequestProblems Problems { get; } = new();

    /// <summary>How the text was understood; null when there is none.</summary>
    internal Understanding? Heard { get; private set; }

    /// <returns>Null when there are <see cref="Problems"/>.</returns>
    internal Inquiry? Read(TracePain.Request request)
    {
        Heard = Hear(request.Text);
        var drawings = new DrawingCheck(atlas, body, Problems);
        var answers = new AnswersCheck(atlas, names, Problems);
        var inquiry = answers.Read(request, drawings.Read(request, Heard));
        inquiry = inquiry with { Places = drawings.ReadPlaces(request, answers) };
        inquiry = inquiry with { Qualities = [.. inquiry.Qualities.Union(Heard?.Qualities.Select(found => found.Quality) ?? [])] };
        if (!TracePain.IsLimit(request.Limit))
        {
            Problems.Add("limit", $"A limit of {request.Limit} is out of range. Allowed: 1 to 10,000; leave it out for all results.");
        }

        if (!Problems.IsEmpty)
        {
            return null;
        }

        inquiry = WithoutContradictedWords(inquiry, request.PainFree.Length);
        foreach (var problem in model.ProblemsOf(inquiry))
        {
            Problems.Add(problem.Place, $"{problem.What}.");
        }

        return Problems.IsEmpty ? inquiry : null;
    }

    private Understanding? Hear(string? text)
    {
        if (text?.Length > PainWords.MaxLength)
        {
            Problems.Add("text", UnderstandWords.TooLong(T, text));
            return null;
        }

        return string.IsNullOrWhiteSpace(text) ? null : words.Read(text);
    }

    /// <summary>Words give way to what was painted; only the model knows exactly where a stroke passes.</summary>
    /// <param name="named">How many of the pain-free regions were named in the list; those of the words come after them.</param>
    private Inquiry WithoutContradictedWords(Inquiry inquiry, int named)
    {
        if (inquiry.Drawing.PainFree.Length == named)
        {
            return inquiry;
        }

        var contradicted = model.ProblemsOf(inquiry).Select(problem => problem.Place).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<SidedRegion> painFree = [.. inquiry.Drawing.PainFree.Where((_, i) => i < named || !contradicted.Contains($"painFree[{i}]"))];
        return inquiry with { Drawing = inquiry.Drawing with { PainFree = painFree } };
    }
}
