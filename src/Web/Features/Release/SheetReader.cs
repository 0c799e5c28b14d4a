using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using Unknot.Atlas;
using Unknot.Dialogue;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Release;

/// <summary>Reads the points that somebody wants on a sheet, as a form writes them: <c>upper-trapezius-1:right</c>.</summary>
internal static class SheetReader
{
    /// <returns>The points in order, or what is wrong with them: then there are none.</returns>
    internal static (ImmutableArray<SidedPoint> Points, ImmutableArray<string> Problems) Read(Texts T, StringValues fields, AtlasData atlas)
    {
        var points = ImmutableArray.CreateBuilder<SidedPoint>();
        var problems = ImmutableArray.CreateBuilder<string>();
        if (fields.Count is 0 or > SessionTimes.MostPoints)
        {
            problems.Add(T["A sheet has 1 to {0} points; {1} were given.", SessionTimes.MostPoints, fields.Count]);
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
                problems.Add(T["There is no point '{0}'. Nearest: {1}.", AnswerNames.Shortened(name), string.Join(", ", NearestNames.Of(name, [.. known.Keys], 3))]);
                continue;
            }

            var side = found.Muscle.Sides.Select(allowed => (Side?)allowed).FirstOrDefault(allowed => allowed!.Value.ToWord() == sideName);
            if (side is not { } given)
            {
                problems.Add(T["'{0}' is not a side of '{1}'. Allowed: {2}.", AnswerNames.Shortened(sideName), name, string.Join(", ", found.Muscle.Sides.Select(allowed => $"{name}:{allowed.ToWord()}"))]);
            }
            else if (found.Muscle.Treatment.By == TreatedBy.Professional)
            {
                problems.Add(T["{0} should be pressed by a therapist only, so that '{1}' is on no sheet.", found.Muscle.Name, name]);
            }
            else if (points.Contains(new SidedPoint(found.Id, given)))
            {
                problems.Add(T["'{0}' is given twice.", text]);
            }
            else
            {
                points.Add(new SidedPoint(found.Id, given));
            }
        }

        return problems.Count > 0 ? ([], problems.ToImmutable()) : (points.ToImmutable(), []);
    }
}
