using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Unknot.Atlas;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;

namespace Unknot.Cli.Output;

/// <summary>A ranking for people to read in a terminal.</summary>
internal static class TraceText
{
    internal static void Write(TextWriter output, AtlasData atlas, Ranking ranking, int count)
    {
        output.WriteLine($"It hurts: {string.Join(", ", ranking.Findings.Select(finding => Named(atlas, finding.Region)))}");
        output.WriteLine();
        if (ranking.ProbablyNotMuscular)
        {
            output.WriteLine("This fits no pattern of the muscles in the atlas well. Have it looked at by a clinician.");
            output.WriteLine();
        }

        var place = 0;
        foreach (var result in ranking.Results.Take(count))
        {
            place++;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{place,3}. {result.Probability,4:0 %}{RangeOf(result)}  {result.Name}, {result.Point.Side.ToWord()} ({result.Point}): {atlas.Point(result.Point.Point).Point.Where}"));
            if (result.Explains.Length > 0)
            {
                var areas = result.Explains.Select(area => string.Create(CultureInfo.InvariantCulture, $"{Named(atlas, area.Region)} {area.Share:0 %}"));
                output.WriteLine($"            may be felt in: {string.Join(", ", areas)}");
            }

            WriteAgainst(output, atlas, result.Reasons);

            if (result.Chain.Length > 0)
            {
                output.WriteLine($"            may be kept alive by: {string.Join(" → ", result.Chain)}");
            }
        }

        WriteExplanation(output, atlas, ranking.Explanation);
        WriteNext(output, atlas, ranking.Next);
        output.WriteLine();
        output.WriteLine($"These points are worth checking by hand; they are not a diagnosis. Atlas {ranking.DataVersion}.");
    }

    // The places that are merely not marked, up to three for every point, in one line; what was said has one each.
    private static void WriteAgainst(TextWriter output, AtlasData atlas, ImmutableArray<Reason> reasons)
    {
        foreach (var reason in reasons.Where(reason => reason is { Bits: < 0 } and not Reason.NotMarked))
        {
            output.WriteLine($"            against: {ReasonWords.Of(reason, atlas)}");
        }

        var notMarked = reasons.OfType<Reason.NotMarked>().Select(reason => Named(atlas, reason.Region)).ToList();
        if (notMarked.Count > 0)
        {
            output.WriteLine($"            a little against: often felt too, but not marked: {string.Join(", ", notMarked)}");
        }
    }

    private static void WriteExplanation(TextWriter output, AtlasData atlas, Explanation explanation)
    {
        if (explanation.Points.Length > 0)
        {
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Together these may account for {explanation.Accounts:0 %} of it. In this order:"));
            var place = 0;
            foreach (var point in explanation.Points)
            {
                place++;
                output.WriteLine($"{place,3}. {PlaceWords.Of(point.Point, atlas)} ({point.Point}){PartOf(point, atlas)}");
            }
        }

        if (explanation.Unexplained.Length > 0)
        {
            output.WriteLine();
            output.WriteLine($"Nothing here accounts for: {string.Join(", ", explanation.Unexplained.Select(region => Named(atlas, region)))}");
        }
    }

    private static string PartOf(ExplainingPoint point, AtlasData atlas)
    {
        var parts = new List<string>();
        if (point.Keeps.Length > 0)
        {
            parts.Add($"may keep alive {string.Join(", ", point.Keeps)}");
        }

        if (point.Regions.Length > 0)
        {
            parts.Add($"for {string.Join(", ", point.Regions.Select(region => Named(atlas, region)))}");
        }

        return parts.Count == 0 ? "" : $": {string.Join("; ", parts)}";
    }

    private static void WriteNext(TextWriter output, AtlasData atlas, NextSteps? next)
    {
        if (next is null)
        {
            return;
        }

        output.WriteLine();
        if (next.Stop is { } stop)
        {
            output.WriteLine(NextWords.Of(stop));
        }

        foreach (var suggestion in next.Suggestions)
        {
            output.WriteLine($"Ask next: {NextWords.Of(suggestion, atlas)}");
            output.WriteLine($"          answer with {OptionFor(suggestion)}");
        }
    }

    private static string OptionFor(Suggestion suggestion) => suggestion switch
    {
        Suggestion.Press(var point) => $"--press {point}=my-pain, =only-tender or =nothing",
        Suggestion.Ask(var question, var side) => $"--question {question}{Colon(side)}=yes or =no",
        Suggestion.Notice(var symptom, var side) => $"--symptom {symptom}{Colon(side)} or {symptom}{Colon(side)}=no",
        Suggestion.Recall(var cause) => $"--cause {cause} or {cause}=no",
        _ => throw new UnreachableException(),
    };

    private static string Colon(Side side) => side == Side.Midline ? "" : $":{side.ToWord()}";

    private static string RangeOf(RankedPoint result) => Telling.Of(result.Range) is { } range ? $" ({RangeWords.Percent(range)})" : "";

    private static string Named(AtlasData atlas, SidedRegion region) =>
        region.Side == Side.Midline ? atlas.Region(region.Region).Name : $"{atlas.Region(region.Region).Name} ({region.Side.ToWord()})";
}
