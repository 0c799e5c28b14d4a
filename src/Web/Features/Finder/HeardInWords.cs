using Unknot.Atlas;

namespace Unknot.Web.Features.Finder;

/// <summary>Says back how a description was understood; the island has the same sentences.</summary>
internal static class HeardInWords
{
    internal static string Of(Understanding heard, string text)
    {
        var sentences = new List<string>();
        if (heard.Painful.IsEmpty)
        {
            sentences.Add("No place that hurts was found in these words. Try others, or choose from the list.");
        }
        else if (heard.Painful.Any(found => !found.SideSaid))
        {
            sentences.Add("Marked below. No side was said for some of it, so both sides are marked.");
        }
        else
        {
            sentences.Add("Marked below.");
        }

        if (heard.Qualities is not [])
        {
            sentences.Add($"It feels: {string.Join(", ", heard.Qualities.Select(found => found.Quality.ToWord()))}.");
        }

        if (heard.NotUnderstood is not [])
        {
            sentences.Add($"Not understood: {string.Join(", ", heard.NotUnderstood.Select(span => $"“{span.In(text)}”"))}.");
        }

        return string.Join(' ', sentences);
    }
}
