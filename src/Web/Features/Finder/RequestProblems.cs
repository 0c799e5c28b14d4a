using Unknot.Dialogue;

namespace Unknot.Web.Features.Finder;

/// <summary>What is wrong with a request, place by place. Used once.</summary>
internal sealed class RequestProblems
{
    /// <summary>More problems than this help nobody.</summary>
    private const int MaxProblems = 20;

    private readonly Dictionary<string, string[]> problems = new(StringComparer.Ordinal);

    /// <summary>The place in the request, such as <c>regions[0].side</c>, and what is wrong and allowed there.</summary>
    internal IDictionary<string, string[]> All => problems;

    internal bool IsEmpty => problems.Count == 0;

    /// <summary>All problems in one text.</summary>
    internal string Summary => string.Join(' ', problems.SelectMany(problem => problem.Value).Distinct(StringComparer.Ordinal));

    internal void Add(string place, string problem)
    {
        if (problems.Count < MaxProblems)
        {
            problems[place] = [.. problems.GetValueOrDefault(place, []), problem];
        }
    }

    /// <summary>A null in a list passes the reader, whatever the types say.</summary>
    internal bool IsMissing(string place, object? entry)
    {
        if (entry is null)
        {
            Add(place, "An entry is null. Leave it out.");
        }

        return entry is null;
    }

    /// <param name="why">Ends the sentence "Allowed: at most 5, …".</param>
    internal bool IsWithin(string place, int count, int limit, string why = "as each may be named once")
    {
        if (count > limit)
        {
            Add(place, $"There are {count} entries. Allowed: at most {limit}, {why}.");
        }

        return count <= limit;
    }

    internal void CheckIntensity(string place, double intensity)
    {
        if (intensity is not (> 0 and <= 1))
        {
            Add($"{place}.intensity", $"An intensity of {intensity:R} is out of range. Allowed: above 0, at most 1.");
        }
    }

    internal static string Shortened(string text) => AnswerNames.Shortened(text);
}
