using System.Globalization;
using Unknot.Body;
using Unknot.Charts.Choosing;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Tests;

public sealed class PosterTests
{
    public static TheoryData<string, string> Subjects
    {
        get
        {
            var subjects = new TheoryData<string, string>();
            foreach (var paper in Paper.All)
            {
                foreach (var filter in new[] { "", "part=neck", "part=thigh-knee", "region=temple", "region=heel", "symptom=headache", "region=front-of-knee" })
                {
                    subjects.Add(paper.Id, filter);
                }
            }

            return subjects;
        }
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void No_text_covers_another_or_leaves_the_paper(string paper, string filter) => Assert.All(Sheets(paper, filter), sheet =>
    {
        Assert.Empty(sheet.OverlappingTexts());
        Assert.Empty(sheet.TextsBeyondThePaper());
    });

    [Fact]
    public void The_check_for_covered_text_can_fail()
    {
        var sheet = Sheets("a4", "")[0];
        var text = sheet.Texts()[5];

        Assert.Single((sheet with { Marks = [text, text with { At = text.At + new System.Numerics.Vector2(1, 1) }] }).OverlappingTexts());
    }

    [Fact]
    public void Every_point_is_numbered_once_on_the_figures()
    {
        var labels = Sheets("a4", "")[0].Texts().Where(text => text.Size is 7 or 5.4f && int.TryParse(text.Words, CultureInfo.InvariantCulture, out _)).Select(text => int.Parse(text.Words, CultureInfo.InvariantCulture));

        Assert.Equal(Enumerable.Range(1, Shared.Maker.Points.Length), labels.Order());
    }

    [Fact]
    public void No_dot_of_a_point_covers_another() => Assert.Empty(Sheets("a4", "")[0].OverlappingDots());

    [Fact]
    public void The_check_for_covered_dots_can_fail()
    {
        var sheet = Sheets("a4", "")[0];

        Assert.NotEmpty((sheet with { Marks = [.. sheet.Marks, .. sheet.Marks] }).OverlappingDots());
    }

    [Fact]
    public void Every_muscle_is_in_the_legend()
    {
        var words = string.Join(' ', Sheets("a4", "")[0].Texts().Select(text => text.Words));

        Assert.All(Shared.Atlas.Muscles, muscle => Assert.Contains(muscle.Name, words, StringComparison.Ordinal));
    }

    [Fact]
    public void Muscles_that_only_a_therapist_should_press_have_an_asterisk_and_the_poster_says_what_it_means()
    {
        var words = string.Join(' ', Sheets("a4", "")[0].Texts().Select(text => text.Words));

        Assert.Contains("muscles with * are for a therapist", words, StringComparison.Ordinal);
        Assert.All(
            Shared.Atlas.Muscles.Where(muscle => muscle.Name.Length < 20),
            muscle => Assert.Equal(muscle.Treatment.By == Atlas.TreatedBy.Professional, words.Contains($"{muscle.Name} *", StringComparison.Ordinal)));
    }

    private static System.Collections.Immutable.ImmutableArray<Sheet> Sheets(string paper, string filter)
    {
        var choice = Assert.IsType<ChartChoice.Some>(Shared.Maker.Choose(FilterTests.Read(filter)));
        return Shared.Maker.Sheets(choice, Paper.Find(paper)!, FigureBuild.Neutral);
    }
}
