using System.Xml.Linq;
using Unknot.Body;
using Unknot.Charts.Choosing;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Tests;

public sealed class FileTests
{
    private const int MostBytes = 3_000_000;

    private static readonly Lazy<byte[]> Full = new(() => Pdf(new ChartMaker(Shared.Atlas, Shared.Body)));

    [Fact]
    public void The_same_chart_is_the_same_file() => Assert.Equal(Full.Value, Pdf(new ChartMaker(Shared.Atlas, Shared.Body)));

    [Fact]
    public void The_full_chart_is_small() => Assert.InRange(Full.Value.Length, 20_000, MostBytes);

    [Fact]
    public void The_text_of_a_pdf_is_text()
    {
        var pdf = new PdfText(Full.Value);

        Assert.All(Shared.Atlas.Muscles, muscle => Assert.Contains(muscle.Name, pdf.Text.Replace('\n', ' '), StringComparison.Ordinal));
        Assert.Contains("your right", pdf.Text, StringComparison.Ordinal);
        Assert.Contains(Shared.Atlas.Version, pdf.Text, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_font_of_a_pdf_is_embedded_and_nothing_is_a_picture()
    {
        var pdf = new PdfText(Full.Value);

        Assert.NotEmpty(pdf.AllFonts);
        Assert.Equal(pdf.AllFonts.Order(StringComparer.Ordinal), pdf.EmbeddedFonts.Order(StringComparer.Ordinal));
        Assert.False(pdf.HasImages);
    }

    [Theory]
    [InlineData("a4", 595.28, 841.89)]
    [InlineData("letter", 612, 792)]
    [InlineData("a3", 841.89, 1190.62)]
    public void Pages_have_the_size_of_the_paper(string paper, double width, double height)
    {
        var pdf = System.Text.Encoding.Latin1.GetString(Pdf(Shared.Maker, paper));

        var box = System.Text.RegularExpressions.Regex.Match(pdf, @"/MediaBox \[0 0 (?<width>[0-9.]+) (?<height>[0-9.]+)\]", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Equal(width, double.Parse(box.Groups["width"].Value, System.Globalization.CultureInfo.InvariantCulture), 0.05);
        Assert.Equal(height, double.Parse(box.Groups["height"].Value, System.Globalization.CultureInfo.InvariantCulture), 0.05);
    }

    [Fact]
    public void An_svg_says_the_same_and_refers_to_nothing_outside()
    {
        var choice = (ChartChoice.Some)Shared.Maker.Choose(new ChartFilter());

        var svg = XDocument.Load(new MemoryStream(Shared.Maker.Svg(choice, Paper.A4, FigureBuild.Neutral)));

        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
        Assert.Equal(Shared.Maker.Sheets(choice, Paper.A4, FigureBuild.Neutral).SelectMany(sheet => sheet.Texts()).Select(text => text.Words), texts);
        Assert.All(svg.Descendants().Attributes("href"), href => Assert.StartsWith("#", href.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "image" or "style" or "script");
    }

    private static byte[] Pdf(ChartMaker maker, string paper = "a4") =>
        maker.Pdf((ChartChoice.Some)maker.Choose(new ChartFilter()), Paper.Find(paper)!, FigureBuild.Neutral);
}
