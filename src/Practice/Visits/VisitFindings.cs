using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unknot.Practice.Visits;

/// <summary>Reads and writes what was found and done at a visit, as JSON: unknown, missing and repeated fields are refused.</summary>
public static class VisitFindings
{
    /// <summary>Most points of one visit.</summary>
    public const int Most = 60;

    /// <param name="json">Null for none.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static ImmutableArray<VisitFinding>? Read(string? json)
    {
        if (json is null)
        {
            return [];
        }

        try
        {
            return [.. JsonSerializer.Deserialize(json, VisitJson.Default.VisitFindingArray) ?? []];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null for none.</returns>
    public static string? Write(ImmutableArray<VisitFinding> findings) => findings.IsEmpty ? null : JsonSerializer.Serialize([.. findings], VisitJson.Default.VisitFindingArray);

    /// <summary>What is wrong with them, by place in the list; empty when they can be kept.</summary>
    internal static IEnumerable<NoteProblem> ProblemsOf(ImmutableArray<VisitFinding> findings, KnownPoints points)
    {
        if (findings.Length > Most)
        {
            yield return new NoteProblem("findings", $"A visit holds at most {Most} points; these are {findings.Length}.");
        }

        for (var place = 0; place < findings.Length; place++)
        {
            var finding = findings[place];
            var field = $"finding-{place + 1}";
            if (!points.Sided.Contains(finding.Point))
            {
                yield return new NoteProblem(field, $"Point {place + 1} is not in the atlas.");
            }
            else if (findings.Take(place).Any(other => other.Point == finding.Point))
            {
                yield return new NoteProblem(field, $"Point {place + 1} is in the list twice.");
            }

            if (finding.Seconds is < 1 or > VisitFinding.MostSeconds)
            {
                yield return new NoteProblem(field, $"Point {place + 1}: it is pressed for 1 to {VisitFinding.MostSeconds} seconds.");
            }

            if (finding.Before is < 0 or > VisitFinding.MostPain || finding.After is < 0 or > VisitFinding.MostPain)
            {
                yield return new NoteProblem(field, $"Point {place + 1}: pain goes from 0 to {VisitFinding.MostPain}.");
            }

            if (finding.Words.Length > VisitFinding.LongestWords)
            {
                yield return new NoteProblem(field, $"Point {place + 1}: the words are longer than {VisitFinding.LongestWords} characters.");
            }
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VisitFinding[]))]
internal sealed partial class VisitJson : JsonSerializerContext;
