using System.Globalization;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Choosing;
using Unknot.Charts.Layout;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Tests;

public sealed class MusclePageTests
{
    public static TheoryData<string> Muscles => [.. Shared.Atlas.Muscles.Select(muscle => muscle.Id.ToString())];

    [Theory]
    [MemberData(nameof(Muscles))]
    public void A_muscle_shows_its_points_and_says_how_to_find_and_release_them(string id)
    {
        var muscle = Shared.Atlas.Muscle(MuscleId.Parse(id, null));
        var choice = (ChartChoice.OneMuscle)Shared.Maker.Choose(new ChartFilter { Muscle = id });

        var sheets = Shared.Maker.Sheets(choice, Paper.A4, FigureBuild.Neutral);

        var words = string.Join(' ', sheets.SelectMany(sheet => sheet.Texts()).Select(text => text.Words));
        Assert.Contains(muscle.Avoid[0].Split(' ')[0], words, StringComparison.Ordinal);
        Assert.Contains(Words.Of(muscle.Evidence.Grade)[..12], words, StringComparison.Ordinal);
        Assert.All(sheets, sheet => Assert.Empty(sheet.TextsBeyondThePaper()));

        // Each number stands on a large picture, above its own picture and at its words.
        var numbers = sheets[0].Texts().Where(text => text.Ink == Colours.White).Select(text => text.Words).ToList();
        Assert.All(choice.Points, point => Assert.Contains(point.Number.ToString(CultureInfo.InvariantCulture), numbers));
    }

    [Fact]
    public void Fibres_are_drawn_on_the_large_pictures()
    {
        var sheets = Shared.Maker.Sheets(Shared.Maker.Choose(new ChartFilter { Muscle = "soleus" }), Paper.A4, FigureBuild.Neutral);

        Assert.True(sheets[0].Marks.OfType<Mark.Shape>().Count(shape => shape.Line is { } line && line with { Opacity = 1 } == Colours.Fibre) > 5);
    }

    [Theory]
    [InlineData("a4")]
    [InlineData("letter")]
    public void No_number_on_a_picture_covers_another(string paper) => Assert.All(
        Shared.Maker.Sheets(Shared.Maker.Choose(new ChartFilter()), Paper.Find(paper)!, FigureBuild.Neutral).Skip(1),
        sheet => Assert.Empty(sheet.OverlappingDots(least: 5)));

    [Fact]
    public void Every_point_of_the_full_chart_is_marked_on_a_picture_of_its_muscle()
    {
        var sheets = Shared.Maker.Sheets(Shared.Maker.Choose(new ChartFilter()), Paper.A4, FigureBuild.Neutral);

        // A disc in the picture and one before its words: each number at least twice.
        var discs = sheets.Skip(1).SelectMany(sheet => sheet.Texts()).Where(text => text.Ink == Colours.White).GroupBy(text => text.Words, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        Assert.All(Shared.Maker.Points, point => Assert.True(discs.GetValueOrDefault(point.Number.ToString(CultureInfo.InvariantCulture)) >= 2, $"{point.Point.Id}"));
    }
}
