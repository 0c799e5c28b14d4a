using FsCheck;
using FsCheck.Fluent;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

public sealed class PainModelTests
{
    [Fact]
    public void Every_point_is_ranked_on_both_sides_once_and_in_order() => Check(drawing =>
    {
        var results = RealModel.Model.Trace(drawing).Results;
        Assert.Equal(RealModel.Atlas.Muscles.Sum(muscle => muscle.Points.Length * muscle.Sides.Length), results.Length);
        Assert.Equal(results.Length, results.Select(result => result.Point).Distinct().Count());
        Assert.All(results, result => Assert.InRange(result.Probability, 0, 1));
        Assert.All(results, result => Assert.Equal(RealModel.Atlas.Point(result.Point.Point).Muscle.Id, result.Muscle));
        foreach (var (one, next) in results.Zip(results.Skip(1)))
        {
            Assert.True(Key(one).CompareTo(Key(next)) < 0, $"{one.Point} is before {next.Point}");
        }
    });

    [Fact]
    public void The_order_of_entries_and_their_repetition_change_nothing() => Check(drawing =>
    {
        var turned = new Drawing
        {
            Regions = [.. drawing.Regions.Reverse(), .. drawing.Regions],
            Cells = [.. drawing.Cells.Reverse(), .. drawing.Cells.Select(pain => pain with { Intensity = pain.Intensity / 2 })],
            PainFree = [.. drawing.PainFree.Reverse(), .. drawing.PainFree],
        };
        AssertSame(RealModel.Model.Trace(drawing), RealModel.Model.Trace(turned));
    });

    [Fact]
    public void The_mirror_image_of_a_drawing_has_the_mirror_image_of_its_ranking() => Check(drawing =>
    {
        var model = RealModel.Symmetric.Model;
        var ranking = model.Trace(drawing);
        if (!ranking.MergedWitnesses.IsEmpty)
        {
            return; // of pairs that are equally alike the first is merged, and first is not the same in the mirror
        }

        var one = ranking.Results.ToDictionary(result => result.Point);
        foreach (var result in model.Trace(Drawings.Mirrored(drawing)).Results)
        {
            var other = one[result.Point with { Side = result.Point.Side.Mirrored() }];
            Assert.Equal(other.Probability, result.Probability, 1e-9);
            Assert.Equal(other.Explains.Length, result.Explains.Length);
        }
    });

    [Fact]
    public void What_a_point_explains_is_marked_and_no_likelier_than_the_point() => Check(drawing =>
    {
        var ranking = RealModel.Model.Trace(drawing);
        var marked = ranking.Findings.Select(finding => finding.Region).ToHashSet();
        foreach (var result in ranking.Results)
        {
            Assert.All(result.Explains, area => Assert.Contains(area.Region, marked));
            Assert.All(result.Explains, area => Assert.InRange(area.Share, 0.01, result.Probability + 1e-12));
            Assert.Equal(result.Explains.Select(area => area.Share).OrderDescending(), result.Explains.Select(area => area.Share));
        }

        Assert.Equal(ranking.Findings.Select(finding => finding.Region), ranking.Fits.Select(fit => fit.Region));
        Assert.All(ranking.Fits, fit => Assert.InRange(fit.Explained, 0, 1));
    });

    [Fact]
    public void A_chain_leads_along_relations_of_the_atlas_to_the_point() => Check(drawing =>
    {
        var relations = RealModel.Atlas.Chains;
        foreach (var result in RealModel.Model.Trace(drawing).Results)
        {
            Assert.InRange(result.Chain.Length, 0, 2);
            var path = result.Chain.Add(result.Point);
            foreach (var (key, satellite) in path.Zip(path.Skip(1)))
            {
                Assert.Equal(key.Side, satellite.Side);
                Assert.Contains(relations, chain => chain.Key == MuscleOf(key) && chain.Satellite == MuscleOf(satellite) && (chain.KeyPoint ?? key.Point) == key.Point);
            }
        }
    });

    [Fact]
    public void A_region_free_of_pain_takes_from_the_points_that_refer_there()
    {
        var before = Probability(Drawings.Of("temple:right"), "upper-trapezius-1:right");
        var freed = Drawings.Of("temple:right") with { PainFree = [RealModel.Region("side-of-neck:right"), RealModel.Region("behind-ear:right")] };
        var silent = Drawings.Of("temple:right");
        Assert.True(Probability(freed, "upper-trapezius-1:right") < before / 2);
        Assert.True(Probability(freed, "temporalis-2:right") > Probability(silent, "temporalis-2:right"));
    }

    [Fact]
    public void Saying_that_a_region_is_free_of_pain_never_raises_the_point_that_refers_there_most() => Check(drawing =>
    {
        var map = RealModel.Map;
        var before = RealModel.Model.Trace(drawing);
        var painted = drawing.Cells.Select(pain => RealModel.Body.RegionOf(pain.Cell));
        var spokenOf = before.Findings.Select(finding => finding.Region).Concat(drawing.PainFree).Concat(painted).ToHashSet();
        var region = Enumerable.Range(0, map.Regions.Length).Where(region => !map.Named[region].IsEmpty && !spokenOf.Contains(map.Regions[region]))
            .ElementAt(drawing.Cells[0].Cell.Value % 100);
        var point = map.Points[map.Named[region].MaxBy(link => link.Weight).Node];
        var after = RealModel.Model.Trace(drawing with { PainFree = drawing.PainFree.Add(map.Regions[region]) });
        Assert.True(Probability(after, point) <= Probability(before, point) + 1e-9);
    });

    [Fact]
    public void Stronger_pain_says_more()
    {
        var probabilities = new[] { 0.05, 0.3, 0.6, 1 }.Select(intensity => Probability(Drawings.Of(intensity, "heel:left"), "soleus-1:left"));
        Assert.Equal(probabilities.Order(), probabilities);
        Assert.True(probabilities.Last() > 1.2 * probabilities.First());
    }

    [Fact]
    public void A_bigger_brush_within_a_region_makes_nothing_surer_once_half_of_it_is_painted()
    {
        var cells = RealModel.Body.CellsOf(RealModel.Region("calf:left"));
        var most = RealModel.Model.Trace(Drawings.Painted(1, cells.Take(cells.Length * 3 / 4)));
        var all = RealModel.Model.Trace(Drawings.Painted(1, cells));
        Assert.Equal(most.Fits.Single().Explained, all.Fits.Single().Explained, 0.1);
    }

    [Fact]
    public void A_small_spot_on_its_own_is_as_clear_as_the_region_it_lies_in()
    {
        var cells = RealModel.Body.CellsOf(RealModel.Region("front-of-knee:left"));
        var spot = RealModel.Model.Trace(Drawings.Painted(1, cells.Take(1)));
        var whole = RealModel.Model.Trace(Drawings.Painted(1, cells));
        Assert.False(spot.ProbablyNotMuscular);
        Assert.Equal(whole.Fits.Single().Explained, spot.Fits.Single().Explained, 0.2);
    }

    [Fact]
    public void The_edge_of_a_stroke_says_nothing_about_the_neighbouring_region()
    {
        var calf = RealModel.Body.CellsOf(RealModel.Region("calf:left"));
        var over = calf.SelectMany(cell => RealModel.Body.Surface.NeighboursOf(cell)).First(cell => RealModel.Body.RegionOf(cell) != RealModel.Region("calf:left"));
        var sighting = Assert.Single(Sighting.Of(Drawings.Painted(1, calf.Append(over)), RealModel.Map));
        Assert.Equal(RealModel.Region("calf:left"), RealModel.Map.Regions[sighting.Region]);
        Assert.InRange(sighting.Certainty, 0.99, 1);
    }

    [Fact]
    public void A_weak_mark_does_not_look_like_pain_that_no_muscle_accounts_for()
    {
        var weak = RealModel.Model.Trace(Drawings.Of(0.01, "heel:left"));
        var strong = RealModel.Model.Trace(Drawings.Of(1, "heel:left"));
        Assert.True(weak.Results[0].Probability < strong.Results[0].Probability);
        Assert.Equal(strong.ExplainedShare, weak.ExplainedShare, 0.1);
        Assert.False(weak.ProbablyNotMuscular);
    }

    [Fact]
    public void Painting_and_naming_a_region_finds_it_once()
    {
        var cells = RealModel.Body.CellsOf(RealModel.Region("calf:left"));
        var drawing = Drawings.Of(0.5, "calf:left") with { Cells = Drawings.Painted(0.8, cells.Take(2)).Cells };
        Assert.Equal([new RegionPain(RealModel.Region("calf:left"), 0.8)], RealModel.Model.Trace(drawing).Findings.AsEnumerable());
    }

    [Fact]
    public void Nothing_marked_gives_the_priors_and_says_nothing_about_muscles()
    {
        var ranking = RealModel.Model.Trace(Drawings.Empty);
        Assert.Empty(ranking.Findings);
        Assert.Equal(1, ranking.ExplainedShare);
        Assert.False(ranking.ProbablyNotMuscular);
        var priors = new MusclePriors(RealModel.Atlas, RealModel.Map);
        Assert.All(ranking.Results, result => Assert.Equal(priors.OfEachPoint(RealModel.Atlas.Muscle(result.Muscle)), result.Probability, 1e-9));
    }

    [Fact]
    public void The_whole_body_in_pain_is_answered_with_findings_taken_together()
    {
        var ranking = RealModel.Model.Trace(Drawings.Everywhere());
        Assert.Equal(RealModel.Map.Regions.Length, ranking.Findings.Length);
        Assert.NotEmpty(ranking.MergedWitnesses);
        Assert.All(ranking.MergedWitnesses, group => Assert.True(group.Length > 1));
        Assert.Equal(ranking.MergedWitnesses.Sum(group => group.Length), ranking.MergedWitnesses.SelectMany(group => group).Distinct().Count());
        Assert.All(ranking.Results, result => Assert.InRange(result.Probability, 0, 1));
        AssertSame(ranking, RealModel.Model.Trace(Drawings.Everywhere()));
    }

    [Fact]
    public void A_drawing_of_three_regions_of_one_part_needs_no_such_help()
    {
        foreach (var part in Enum.GetValues<BodyPart>())
        {
            var regions = RealModel.Atlas.Regions.Where(region => region.Part == part).Select(region => new SidedRegion(region.Id, region.AllowedSides[^1]));
            var drawing = Drawings.Empty with { Regions = [.. regions.Take(3).Select(region => new RegionPain(region, 1))] };
            Assert.Empty(RealModel.Model.Trace(drawing).MergedWitnesses);
        }
    }

    [Fact]
    public void Many_threads_get_the_same_answer()
    {
        var drawings = Enumerable.Range(0, 24).Select(Drawings.Random).ToList();
        var alone = drawings.ConvertAll(RealModel.Model.Trace);
        var together = drawings.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(RealModel.Model.Trace).ToList();
        foreach (var (one, other) in alone.Zip(together))
        {
            AssertSame(one, other);
        }
    }

    [Fact]
    public void A_ranking_says_which_data_and_model_made_it()
    {
        var ranking = RealModel.Model.Trace(Drawings.Of("heel:left"));
        Assert.Equal(RealModel.Atlas.Version, ranking.DataVersion);
        Assert.Equal(Assumptions.ModelVersion, ranking.ModelVersion);
    }

    private static (double, string, Side) Key(RankedPoint result) => (-result.Probability, result.Point.Point.ToString(), result.Point.Side);

    private static MuscleId MuscleOf(SidedPoint point) => RealModel.Atlas.Point(point.Point).Muscle.Id;

    private static double Probability(Drawing drawing, string point) => Probability(RealModel.Model.Trace(drawing), RealModel.Point(point));

    private static double Probability(Ranking ranking, SidedPoint point) => ranking.Results.Single(result => result.Point == point).Probability;

    private static void AssertSame(Ranking one, Ranking other)
    {
        Assert.Equal(one.Findings.AsEnumerable(), other.Findings.AsEnumerable());
        Assert.Equal(one.ExplainedShare, other.ExplainedShare);
        foreach (var (a, b) in one.Results.Zip(other.Results))
        {
            Assert.Equal((a.Point, a.Probability), (b.Point, b.Probability));
            Assert.Equal(a.Explains.AsEnumerable(), b.Explains.AsEnumerable());
            Assert.Equal(a.Chain.AsEnumerable(), b.Chain.AsEnumerable());
        }
    }

    private static void Check(Action<Drawing> holds) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var drawing = Drawings.Random(seed);

            // A region may come out both named and free; such drawings are refused, and that has its own test.
            if (RealModel.Model.ProblemsOf(drawing).IsEmpty)
            {
                holds(drawing);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(2026, 11));
}
