using System.Globalization;
using Unknot.Atlas;
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
                $"{place,3}. {result.Probability,4:0 %}  {result.Name}, {result.Point.Side.ToWord()} ({result.Point}): {atlas.Point(result.Point.Point).Point.Where}"));
            if (result.Explains.Length > 0)
            {
                var areas = result.Explains.Select(area => string.Create(CultureInfo.InvariantCulture, $"{Named(atlas, area.Region)} {area.Share:0 %}"));
                output.WriteLine($"            may be felt in: {string.Join(", ", areas)}");
            }

            if (result.Chain.Length > 0)
            {
                output.WriteLine($"            may be kept alive by: {string.Join(" → ", result.Chain)}");
            }
        }

        output.WriteLine();
        output.WriteLine($"These points are worth checking by hand; they are not a diagnosis. Atlas {ranking.DataVersion}.");
    }

    private static string Named(AtlasData atlas, SidedRegion region) =>
        region.Side == Side.Midline ? atlas.Region(region.Region).Name : $"{atlas.Region(region.Region).Name} ({region.Side.ToWord()})";
}
