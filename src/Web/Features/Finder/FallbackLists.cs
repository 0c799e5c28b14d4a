using System.Collections.Concurrent;
using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary>One trace for every sided region, some 200 and half a millisecond each; made when first asked for in a language, and kept.</summary>
internal sealed class FallbackLists(Atlases atlases, PainModel model, Texts T)
{
    /// <summary>Points a list holds; more would not be looked at.</summary>
    private const int Longest = 10;

    /// <summary>Less likely points help nobody.</summary>
    private const double Least = 0.01;

    private readonly ConcurrentDictionary<string, Lazy<ListFallback.Response>> all = new(StringComparer.Ordinal);

    /// <summary>In the language of the request.</summary>
    internal ListFallback.Response All => all.GetOrAdd(T.Current, _ => new(Make)).Value;

    private ListFallback.Response Make()
    {
        var atlas = atlases.In(T);
        var numbers = new Dictionary<PointId, int>();
        var points = ImmutableArray.CreateBuilder<ListFallback.FallbackPoint>();
        var modelVersion = "";
        int NumberOf(PointId point)
        {
            if (!numbers.TryGetValue(point, out var number))
            {
                numbers.Add(point, number = points.Count);
                points.Add(PointFrom(point, atlas));
            }

            return number;
        }

        ListFallback.FallbackRegion RegionFrom(SidedRegion region)
        {
            var ranking = model.Trace(new Drawing { Regions = [new RegionPain(region, 1)], Cells = [], PainFree = [] });
            modelVersion = ranking.ModelVersion;
            return new ListFallback.FallbackRegion(
                region.Region.ToString(),
                atlas.Region(region.Region).Name,
                region.Side,
                [
                    .. ranking.Results.Where(result => result.Probability >= Least && result.Explains.Any()).Take(Longest)
                        .Select(result => new ListFallback.RankedHere(NumberOf(result.Point.Point), result.Point.Side, Math.Round(result.Probability, 3))),
                ]);
        }

        ImmutableArray<ListFallback.FallbackRegion> regions =
            [.. from region in atlas.Regions from side in region.AllowedSides select RegionFrom(new SidedRegion(region.Id, side))];
        return new ListFallback.Response
        {
            DataVersion = atlas.Version,
            ModelVersion = modelVersion,
            Likelihoods = [.. new[] { 0.6, 0.35, 0.15, 0.05, 0 }.Select(from => new ListFallback.WordsFrom(from, Answer.Likelihood(T, from)))],
            Points = points.ToImmutable(),
            Regions = regions,
        };
    }

    private ListFallback.FallbackPoint PointFrom(PointId id, AtlasData atlas)
    {
        var (muscle, point) = atlas.Point(id);
        return new ListFallback.FallbackPoint
        {
            Point = id.ToString(),
            Muscle = muscle.Id.ToString(),
            Name = muscle.Name,
            Where = point.Where,
            BySelf = muscle.Treatment.By != TreatedBy.Professional,
            Care = muscle.Treatment.Who is { } who ? $"{Wording.Of(T, muscle.Treatment.By)} {who}" : null,
            Evidence = new TracePain.GradeInWords(point.Evidence.Grade, Wording.Of(T, point.Evidence.Grade)),
        };
    }
}
