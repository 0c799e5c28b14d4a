using System.Text.Json.Nodes;

namespace Unknot.Atlas.Tests.Priors;

public sealed class PrevalenceTests
{
    private static readonly MuscleId Trapezius = MuscleId.Parse("trapezius", null);

    [Fact]
    public void A_study_of_twenty_people_is_drawn_towards_fifteen_percent_by_the_weight_of_eight()
    {
        var prevalence = Assert.Single(Load(new TinyAtlas()));

        Assert.Equal(((8 * 0.15) + (20 * 0.8)) / 28, prevalence.Share, 1e-12);
        Assert.Equal(0.4, prevalence.Low, 1e-12);
        Assert.Equal(0.9, prevalence.High, 1e-12);
    }

    [Fact]
    public void No_study_weighs_more_than_sixty_people()
    {
        var atlas = new TinyAtlas();
        Study(atlas)["people"] = 5000;

        Assert.Equal(((8 * 0.15) + (60 * 0.8)) / 68, Assert.Single(Load(atlas)).Share, 1e-12);
    }

    [Fact]
    public void An_estimate_weighs_as_much_as_eight_people_and_pools_with_the_study()
    {
        var atlas = new TinyAtlas();
        atlas["priors.json"]["studies"]!.AsArray().Add(TinyAtlas.Parse("""
            { "id": "guess", "complaint": "neck-pain", "population": "Adults", "shares": [ { "muscles": ["trapezius"], "share": 0.2 } ], "evidence": { "grade": "derived", "sources": [] } }
            """));
        var prevalence = Assert.Single(Load(atlas));

        Assert.Equal(((8 * 0.15) + (20 * 0.8) + (8 * 0.2)) / 36, prevalence.Share, 1e-12);
        Assert.Equal(0.2, prevalence.Low, 1e-12);
        Assert.Equal(["neck", "guess"], prevalence.Studies.Select(study => study.Id));
    }

    [Fact]
    public void Four_muscles_counted_as_one_behave_like_two_independent_ones()
    {
        var atlas = new TinyAtlas();
        foreach (var id in new[] { "second", "third", "fourth" })
        {
            atlas[$"muscles/{id}.json"] = TinyAtlas.Muscle(id);
            var find = atlas[$"muscles/{id}.json"]["points"]![0]!;
            find["where"] = $"Somewhere in the {id} muscle of these four";
        }

        var share = Study(atlas)["shares"]![0]!;
        share["muscles"] = new JsonArray("trapezius", "second", "third", "fourth");
        share["share"] = 0.64;
        share["high"] = 0.64;
        share["low"] = 0.64;

        Assert.Equal(((8 * 0.15) + (20 * 0.4)) / 28, Assert.Single(Load(atlas)).Share, 1e-12);
    }

    [Fact]
    public void A_muscle_that_nobody_counted_has_no_prevalence()
    {
        var atlas = new TinyAtlas();
        atlas["priors.json"]["studies"] = new JsonArray();
        atlas.ThePoint["evidence"]!["grade"] = "study";

        Assert.Empty(Load(atlas));
    }

    [Fact]
    public void Ranges_of_the_atlas_hold_their_share()
    {
        var atlas = AtlasData.Load();
        Assert.All(atlas.Muscles.SelectMany(muscle => atlas.PrevalenceOf(muscle.Id)), prevalence =>
        {
            Assert.InRange(prevalence.Share, prevalence.Low, prevalence.High);
            Assert.InRange(prevalence.Low, 0, 1);
            Assert.InRange(prevalence.High, 0, 1);
            Assert.NotEmpty(prevalence.Studies);
        });
    }

    private static System.Collections.Immutable.ImmutableArray<Prevalence> Load(TinyAtlas atlas) => AtlasData.Load(atlas.Files()).PrevalenceOf(Trapezius);

    private static JsonNode Study(TinyAtlas atlas) => atlas["priors.json"]["studies"]![0]!;
}
