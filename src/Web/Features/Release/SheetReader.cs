using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Unknot.Atlas;
using Unknot.Dialogue;

namespace Unknot.Web.Features.Release;

/// <summary>Reads the points that somebody wants on a sheet, as a form writes them: <c>upper-trapezius-1:right</c>.</summary>
internal static class SheetReader
{
    /// <returns>The points in order, or what is wrong with them: then there are none.</returns>
    internal static (ImmutableArray<SidedPoint> Points, ImmutableArray<string> Problems) Read(StringValues fields, AtlasData atlas)
    {
        var points = ImmutableArray.CreateBuilder<SidedPoint>();
        var problems = ImmutableArray.CreateBuilder<string>();
        if (fields.Count is 0 or > SessionTimes.MostPoints)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"A sheet has 1 to {SessionTimes.MostPoints} points; {fields.Count} were given."));
            return ([], problems.ToImmutable());
        }

        var known = atlas.Muscles.SelectMany(muscle => muscle.Points.Select(point => (point.Id, Muscle: muscle))).ToDictionary(pair => pair.Id.ToString(), pair => pair, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var text = field ?? "";
            var colon = text.LastIndexOf(':');
            var (name, sideName) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
            if (!known.TryGetValue(name, out var found))
            {
                problems.Add($"There is no point '{AnswerNames.Shortened(name)}'. Nearest: {string.Join(", ", NearestNames.Of(name, [.. known.Keys], 3))}.");
                continue;
            }

            var side = found.Muscle.Sides.Select(allowed => (Side?)allowed).FirstOrDefault(allowed => allowed!.Value.ToWord() == sideName);
            if (side is not { } given)
            {
                problems.Add($"'{AnswerNames.Shortened(sideName)}' is not a side of '{name}'. Allowed: {string.Join(", ", found.Muscle.Sides.Select(allowed => $"{name}:{allowed.ToWord()}"))}.");
            }
            else if (found.Muscle.Treatment.By == TreatedBy.Professional)
            {
                problems.Add($"{found.Muscle.Name} should be pressed by a therapist only, so that '{name}' is on no sheet.");
            }
            else if (points.Contains(new SidedPoint(found.Id, given)))
            {
                problems.Add($"'{text}' is given twice.");
            }
            else
            {
                points.Add(new SidedPoint(found.Id, given));
            }
        }

        return problems.Count > 0 ? ([], problems.ToImmutable()) : (points.ToImmutable(), []);
    }
}
