using Unknot.Atlas;
using Unknot.Charts.Choosing;

namespace Unknot.Charts.Tests;

public sealed class FilterTests
{
    [Fact]
    public void Nothing_asked_shows_every_point_in_the_order_of_the_body()
    {
        var some = Assert.IsType<ChartChoice.Some>(Shared.Maker.Choose(new ChartFilter()));

        Assert.Equal(Shared.Atlas.Muscles.Sum(muscle => muscle.Points.Length), some.Points.Length);
        Assert.Equal(Enumerable.Range(1, some.Points.Length), some.Points.Select(point => point.Number));
        Assert.Equal(some.Points.Select(point => point.Muscle.Part).Order(), some.Points.Select(point => point.Muscle.Part));
    }

    [Fact]
    public void A_region_brings_the_points_that_are_felt_there()
    {
        var some = Assert.IsType<ChartChoice.Some>(Shared.Maker.Choose(Read("region=temple")));

        var muscles = some.Points.Select(point => point.Muscle.Id.ToString()).ToHashSet();
        Assert.Contains("temporalis", muscles);
        Assert.Contains("upper-trapezius", muscles);
        Assert.DoesNotContain("soleus", muscles);
    }

    [Fact]
    public void A_region_inside_the_body_brings_the_points_that_are_felt_there()
    {
        var some = Assert.IsType<ChartChoice.Some>(Shared.Maker.Choose(Read("region=upper-back-teeth")));

        Assert.All(some.Points, point => Assert.Contains(point.Point.Zones, zone => zone.Inside?.ToString() == "upper-back-teeth"));
    }

    [Fact]
    public void A_side_makes_no_difference_since_the_chart_shows_both() =>
        Assert.Equal(
            Assert.IsType<ChartChoice.Some>(Shared.Maker.Choose(Read("region=temple"))).Points.Select(point => point.Number),
            Assert.IsType<ChartChoice.Some>(Shared.Maker.Choose(Read("region=Temple:right"))).Points.Select(point => point.Number));

    [Fact]
    public void Filters_narrow_one_another()
    {
        var some = Assert.IsType<ChartChoice.Some>(Shared.Maker.Choose(Read("region=temple&part=neck")));

        Assert.All(some.Points, point => Assert.Equal(BodyPart.Neck, point.Muscle.Part));
    }

    [Theory]
    [InlineData("headache")]
    [InlineData("Headaches")]
    [InlineData("a stiff neck")]
    public void A_symptom_is_found_in_the_words_of_the_muscles(string symptom)
    {
        var some = Assert.IsType<ChartChoice.Some>(Shared.Maker.Choose(new ChartFilter { Symptom = symptom }));

        Assert.Contains(some.Points, point => point.Muscle.Id.ToString() == "upper-trapezius");
        Assert.DoesNotContain(some.Points, point => point.Muscle.Id.ToString() == "soleus");
    }

    [Theory]
    [InlineData("upper-trapezius")]
    [InlineData("Upper trapezius")]
    [InlineData("upper traps")]
    public void One_muscle_by_any_of_its_names_has_a_chart_of_its_own(string name) =>
        Assert.Equal("upper-trapezius", Assert.IsType<ChartChoice.OneMuscle>(Shared.Maker.Choose(new ChartFilter { Muscle = name })).Muscle.Id.ToString());

    [Theory]
    [InlineData("region=tmple", "region", "temple")]
    [InlineData("muscle=upper trapezus", "muscle", "upper-trapezius")]
    [InlineData("part=leg", "part", "leg-foot")]
    [InlineData("symptom=headake", "symptom", "headache")]
    [InlineData("symptom=qqqqq", "symptom", "Nearest")]
    public void What_is_not_known_is_answered_with_what_is_near(string filter, string field, string near)
    {
        var refused = Assert.IsType<ChartChoice.Refused>(Shared.Maker.Choose(Read(filter)));

        var (name, message) = Assert.Single(refused.Problems);
        Assert.Equal(field, name);
        Assert.Contains(near, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_word_is_told_at_once() =>
        Assert.Equal(2, Assert.IsType<ChartChoice.Refused>(Shared.Maker.Choose(Read("region=tmple&part=leg"))).Problems.Length);

    [Fact]
    public void Filters_that_leave_nothing_say_so() =>
        Assert.Contains("calf", Assert.IsType<ChartChoice.Nothing>(Shared.Maker.Choose(Read("region=calf&part=face"))).Message, StringComparison.Ordinal);

    /// <summary>Reads <c>region=temple&amp;part=neck</c>.</summary>
    internal static ChartFilter Read(string text)
    {
        var fields = text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1], StringComparer.Ordinal);
        return new ChartFilter
        {
            Region = fields.GetValueOrDefault("region"),
            Part = fields.GetValueOrDefault("part"),
            Muscle = fields.GetValueOrDefault("muscle"),
            Symptom = fields.GetValueOrDefault("symptom"),
        };
    }
}
