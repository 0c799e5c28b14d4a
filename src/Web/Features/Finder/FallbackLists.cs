using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Web.Features.Finder;

/// <summary>One trace for every sided region, some 200 and half a millisecond each; made when first asked for and kept.</summary>
internal sealed class FallbackLists(AtlasData atlas, PainModel model)
{
    /// <summary>Points a list holds; more would not be looked at.</summary>
    private const int Longest = 10;

    /// <summary>Less likely points help nobody.</summary>
    private const double Least = 0.01;

    private readonly Lazy<ListFallback.Response> all = new(() => Make(atlas, model));

    internal ListFallback.Response All => all.Value;

    private static ListFallback.Response Make(AtlasData atlas, PainModel model)
    {
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
            Likelihoods = [.. new[] { 0.6, 0.35, 0.15, 0.05, 0 }.Select(from => new ListFallback.WordsFrom(from, Answer.Likelihood(from)))],
            Points = points.ToImmutable(),
            Regions = regions,
        };
    }

    private static ListFallback.FallbackPoint PointFrom(PointId id, AtlasData atlas)
    {
        var (muscle, point) = atlas.Point(id);
        return new ListFallback.FallbackPoint
        {
            Point = id.ToString(),
            Muscle = muscle.Id.ToString(),
            Name = muscle.Name,
            Where = point.Where,
            BySelf = muscle.Treatment.By != TreatedBy.Professional,
            Care = muscle.Treatment.Who is { } who ? $"{Wording.Of(muscle.Treatment.By)} {who}" : null,
            Evidence = new TracePain.GradeInWords(point.Evidence.Grade, Wording.Of(point.Evidence.Grade)),
        };
    }
}
