using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary>Puts a ranking into the words that the API and the page show.</summary>
internal static class Answer
{
    /// <summary>Below this chance that any point refers to a region, another cause is the likelier one.</summary>
    private const double AccountedFor = 0.5;

    /// <param name="T">The language, the same as that of the atlas.</param>
    /// <param name="limit">Results beside those of the explanation; null for all.</param>
    internal static TracePain.Response From(Texts T, Ranking ranking, AtlasData atlas, int? limit = null)
    {
        var explaining = ranking.Explanation.Points.Select(explained => explained.Point).ToHashSet();
        var results = ranking.Results.Where((result, rank) => limit is null || rank < limit || explaining.Contains(result.Point));
        return From(ranking, [.. results.Select(result => ResultFrom(T, result, ranking, atlas))], atlas);
    }

    private static TracePain.Response From(Ranking ranking, ImmutableArray<TracePain.Result> results, AtlasData atlas) => new()
    {
        DataVersion = ranking.DataVersion,
        ModelVersion = ranking.ModelVersion,
        Understood = null,
        Findings =
        [
            .. ranking.Findings.Select(finding => new TracePain.FoundRegion(
                finding.Region.Region.ToString(), atlas.Region(finding.Region.Region).Name, finding.Region.Side, finding.Intensity)),
        ],
        Results = results,
        Explanation = Telling.Of(ranking.Explanation, atlas),
        Unexplained =
        [
            .. ranking.Fits.Where(fit => fit.Explained < AccountedFor).Select(fit => new TracePain.MarkedRegion(
                fit.Region.Region.ToString(), atlas.Region(fit.Region.Region).Name, fit.Region.Side)),
        ],
        ProbablyNotMuscular = ranking.ProbablyNotMuscular,
        MuscularEvidence = ranking.MuscularEvidence,
        Method = Telling.WordOf(ranking.Method),
        ErrorBound = ranking.ErrorBound,
        Next = Telling.Of(ranking.Next, atlas),
    };

    /// <summary>The probability in words that promise nothing.</summary>
    /// <param name="T">The language.</param>
    /// <param name="probability">0 … 1.</param>
    internal static string Likelihood(Texts T, double probability) => probability switch
    {
        >= 0.6 => T["very likely worth checking"],
        >= 0.35 => T["worth checking first"],
        >= 0.15 => T["worth checking"],
        >= 0.05 => T["possible"],
        _ => T["less likely"],
    };

    private static TracePain.Result ResultFrom(Texts T, RankedPoint ranked, Ranking ranking, AtlasData atlas)
    {
        var (muscle, point) = atlas.Point(ranked.Point.Point);
        return new TracePain.Result
        {
            Point = point.Id.ToString(),
            Muscle = muscle.Id.ToString(),
            Name = muscle.Name,
            Side = ranked.Point.Side,
            Where = point.Where,
            Prior = ranked.Prior,
            Probability = ranked.Probability,
            Likelihood = Likelihood(T, ranked.Probability),
            Range = Telling.Of(ranked.Range),
            RangeWords = ranked.Range is { } range ? RangeWords.Of(range, T.Current) : null,
            Accounts = AccountsFor(ranked, ranking.Findings),
            Why = WhyWords.Of(ranked, atlas),
            Explains =
            [
                .. ranked.Explains.OrderByDescending(area => area.Share).Select(area => new TracePain.Explained(
                    area.Region.Region.ToString(), atlas.Region(area.Region.Region).Name, area.Region.Side, area.Share, area.Frequency)),
            ],
            Reasons = Telling.Of(ranked.Reasons, atlas),
            Chain = [.. ranked.Chain.Select(link => link.ToString())],
            ChainLinks = [.. ranked.Chain.Select(link => LinkFrom(link, atlas.Point(link.Point).Muscle))],
            BySelf = muscle.Treatment.By != TreatedBy.Professional,
            Care = muscle.Treatment.Who is { } who ? $"{Wording.Of(T, muscle.Treatment.By)} {who}" : null,
            Evidence = new TracePain.GradeInWords(point.Evidence.Grade, Wording.Of(T, point.Evidence.Grade)),
        };
    }

    /// <summary>What hurts more counts for more.</summary>
    private static double AccountsFor(RankedPoint ranked, ImmutableArray<RegionPain> findings)
    {
        var shares = ranked.Explains.ToDictionary(area => area.Region, area => area.Share);
        var pain = findings.Sum(finding => finding.Intensity);
        return pain > 0 ? findings.Sum(finding => finding.Intensity * shares.GetValueOrDefault(finding.Region)) / pain : 0;
    }

    private static TracePain.ChainLink LinkFrom(SidedPoint point, Muscle muscle) =>
        new(point.Point.ToString(), point.Side, muscle.Id.ToString(), muscle.Name);
}
