using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Tests;

public sealed class MyMapTests
{
    private static readonly Uri Address = new("https://unknot.example/release");

    [Fact]
    public void A_map_says_order_seconds_side_and_when_to_stop()
    {
        var pdf = new PdfText(Shared.Maker.Pdf(Map("upper-trapezius-1:right", "soleus-1:left"), Paper.A4, FigureBuild.Neutral));

        var text = pdf.Text.Replace('\n', ' ');
        Assert.Contains("Upper trapezius, right", text, StringComparison.Ordinal);
        Assert.Contains("Soleus, left", text, StringComparison.Ordinal);
        Assert.Contains("Hold 25 seconds", text, StringComparison.Ordinal);
        Assert.Contains("Date", text, StringComparison.Ordinal);
        Assert.All(Shared.Atlas.Safety.StopRules, rule => Assert.Contains(rule, text, StringComparison.Ordinal));
        Assert.Contains("unknot.example/release", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_address_holds_a_point()
    {
        var svg = System.Text.Encoding.UTF8.GetString(Shared.Maker.Svg(Map("upper-trapezius-1:right"), Paper.A4, FigureBuild.Neutral));

        Assert.DoesNotContain("upper-trapezius-1", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Twelve_points_fit_without_covering_one_another()
    {
        string[] points = [.. Shared.Maker.Points.Take(6).SelectMany(point => (string[])[$"{point.Point.Id}:left", $"{point.Point.Id}:right"])];

        var sheets = Shared.Maker.Sheets(Map(points), Paper.Letter, FigureBuild.Neutral);

        Assert.All(sheets, sheet =>
        {
            Assert.Empty(sheet.OverlappingTexts());
            Assert.Empty(sheet.TextsBeyondThePaper());
        });
    }

    [Fact]
    public void Marked_pain_is_drawn_as_dots()
    {
        var map = Map("upper-trapezius-1:right");

        var plain = Shared.Maker.Sheets(map, Paper.A4, FigureBuild.Neutral)[0];
        var marked = Shared.Maker.Sheets(map with { PainfulRegions = [new(RegionId.Parse("temple", null), Side.Right)] }, Paper.A4, FigureBuild.Neutral)[0];

        Assert.DoesNotContain(plain.Marks, mark => mark is Mark.Dots);
        Assert.Contains(marked.Marks, mark => mark is Mark.Dots { Places.Length: > 20 });
    }

    [Theory]
    [InlineData("uper-trapezius-1:right", 20, "upper-trapezius-1")]
    [InlineData("upper-trapezius-1", 20, "upper-trapezius-1:left or upper-trapezius-1:right")]
    [InlineData("upper-trapezius-1:up", 20, "left")]
    [InlineData("upper-trapezius-1:right", 4, "5 to 90")]
    [InlineData("upper-trapezius-1:right", 91, "5 to 90")]
    public void What_cannot_be_on_a_map_is_told_with_what_is_allowed(string point, int seconds, string told)
    {
        var reader = new MapReader(Shared.Atlas, Shared.Body);

        reader.AddPoint(point, seconds);

        Assert.Null(reader.Read(null));
        Assert.Contains(told, Assert.Single(reader.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_counts_once_and_a_map_has_a_point()
    {
        var twice = new MapReader(Shared.Atlas, Shared.Body);
        twice.AddPoint("soleus-1:left", 20);
        twice.AddPoint("soleus-1:left", 20);

        Assert.Null(twice.Read(null));
        Assert.Contains("twice", Assert.Single(twice.Problems).Message, StringComparison.Ordinal);
        Assert.Null(new MapReader(Shared.Atlas, Shared.Body).Read(null));
    }

    private static MyMap Map(params string[] points)
    {
        var reader = new MapReader(Shared.Atlas, Shared.Body);
        foreach (var point in points)
        {
            reader.AddPoint(point, 25);
        }

        return reader.Read(Address) ?? throw new InvalidOperationException(string.Join(' ', reader.Problems));
    }
}
