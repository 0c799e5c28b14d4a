using System.Collections.Immutable;

namespace Unknot.Inference.Shared.Files;

/// <summary>What an engine said about a case.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Milliseconds">On one thread; of a failed case what was spent on it, or the limit that ended it.</param>
/// <param name="Failure">One word; null when it was solved.</param>
/// <param name="Marginals">For each node that it is active; empty when it failed.</param>
internal sealed record Result(string CaseId, double Milliseconds, string? Failure, ImmutableArray<double> Marginals)
{
    /// <summary>The lines of a peer's file: <c>id milliseconds solved p0 p1 …</c> or <c>id milliseconds word</c>.</summary>
    internal static ImmutableDictionary<string, Result> Read(TextReader file)
    {
        var results = ImmutableDictionary.CreateBuilder<string, Result>(StringComparer.Ordinal);
        while (file.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 3 || (words[2] != "solved" && words.Length > 3))
            {
                throw new FormatException($"Cannot read '{line[..Math.Min(line.Length, 80)]}'.");
            }

            var failure = words[2] == "solved" ? null : words[2];
            results.Add(words[0], new Result(words[0], CaseReader.Number(words[1]), failure, [.. words.Skip(3).Select(CaseReader.Number)]));
        }

        return results.ToImmutable();
    }
}
