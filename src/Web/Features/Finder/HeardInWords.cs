using Unknot.Atlas;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary>Says back how a description was understood; the island has the same sentences.</summary>
internal static class HeardInWords
{
    internal static string Of(Texts T, Understanding heard, string text)
    {
        var sentences = new List<string>();
        if (heard.Painful.IsEmpty)
        {
            sentences.Add(T["No place that hurts was found in these words. Try others, or choose from the list."]);
        }
        else if (heard.Painful.Any(found => !found.SideSaid))
        {
            sentences.Add(T["Marked below. No side was said for some of it, so both sides are marked."]);
        }
        else
        {
            sentences.Add(T["Marked below."]);
        }

        if (heard.Qualities is not [])
        {
            sentences.Add(T["It feels: {0}.", string.Join(", ", heard.Qualities.Select(found => Wording.Of(T, found.Quality)))]);
        }

        if (heard.NotUnderstood is not [])
        {
            sentences.Add(T["Not understood: {0}.", string.Join(", ", heard.NotUnderstood.Select(span => T["“{0}”", span.In(text)]))]);
        }

        return string.Join(' ', sentences);
    }
}
