using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Pictures;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Articles;

public sealed partial class ArticleTextTests
{
    [Fact]
    public void Text_and_shortcodes_come_in_their_order()
    {
        var parts = Writing.Texts.Read("Before.\n\n[[muscle soleus]]\n\nBetween.\n\n[[technique thumb]]\n[[programme low-back-buttock]]\n\n[[booking]]\n").Parts(None);

        Assert.Equal(
            ["Text", "Muscle", "Text", "Technique", "Programme", "Booking"],
            parts.Select(part => part.GetType().Name));
        Assert.Equal("<p>Before.</p>\n", ((ArticlePart.Text)parts[0]).Html);
        Assert.Equal(new ArticlePart.Muscle("soleus"), parts[1]);
    }

    [Fact]
    public void A_figure_says_what_it_shows_and_how()
    {
        var read = Writing.Texts.Read("[[figure muscles=soleus,temporalis points=soleus-1 view=back side=both caption=\"Two, and a point.\"]]");

        var figure = Assert.IsType<ArticlePart.Figure>(Assert.Single(read.Parts(None)));
        Assert.Equal("soleus temporalis", string.Join(' ', figure.Muscles));
        Assert.Equal("soleus-1", string.Join(' ', figure.Points));
        Assert.Equal(("back", "both", "Two, and a point."), (figure.View, figure.Side, figure.Caption));
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData("A\n\n[[muscle soles]]", 3, "no muscle 'soles'")]
    [InlineData("[[muscle]]", 1, "Name a muscle")]
    [InlineData("[[gizmo soleus]]", 1, "no [[gizmo]]")]
    [InlineData("[[technique hammer]]", 1, "no technique 'hammer'")]
    [InlineData("[[programme none]]", 1, "no programme 'none'")]
    [InlineData("[[booking now]]", 1, "takes nothing")]
    [InlineData("[[figure muscles=soleus]]", 1, "needs a caption")]
    [InlineData("[[figure caption=\"x\"]]", 1, "needs muscles")]
    [InlineData("[[figure muscles=soleus view=above caption=\"x\"]]", 1, "view of a figure is one of")]
    [InlineData("[[figure muscles=soleus colour=red caption=\"x\"]]", 1, "not 'colour'")]
    [InlineData("[[figure muscles=soleus caption=x y]]", 1, "'y' is not understood")]
    [InlineData("[[figure muscles=soleus points=soleus-9 caption=\"x\"]]", 1, "no point 'soleus-9'")]
    [InlineData("A\n\nfoot [[muscle soleus]] hand", 3, "line of its own")]
    [InlineData("- a\n- b\n\n  [[muscle soleus]]", 4, "list or a quote")]
    [InlineData("Said [@nobody-1999].", 1, "no source 'nobody-1999'")]
    [InlineData("a\n\n[x](/muscles/soles)", 3, "no muscle 'soles'")]
    [InlineData("[x](/pain/nose-bleed)", 1, "no region 'nose-bleed'")]
    [InlineData("[x](/techniques/hammer)", 1, "no technique 'hammer'")]
    [InlineData("[x](/release/none)", 1, "no programme 'none'")]
    [InlineData("[x](javascript:alert(1))", 1, "'javascript:alert(1)' is left out")]
    [InlineData("![x](https://example.com/a.png)", 1, "is left out")]
    [InlineData("![](/pictures/0199a000-0000-7000-8000-000000000001)", 1, "no words")]
    public void What_is_wrong_is_told_with_its_line(string markdown, int line, string message)
    {
        var problem = Assert.Single(Writing.Texts.Read(markdown).Problems);

        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_see_nothing_of_what_is_not_known() =>
        Assert.Equal("<p>One.</p>\n<p>Two</p>\n", Writing.Html("One [@nobody-1999].\n\n[[muscle soles]]\n\nTwo ![x](https://example.com/a.png)").Replace("Two </p>", "Two</p>", StringComparison.Ordinal));

    [Fact]
    public void Sources_are_numbered_as_they_are_first_cited()
    {
        var read = Writing.Texts.Read("One [@jones-2021]. Two [@smith-2020; @jones-2021; @smith-2020]. Three [@smith-2020].");

        Assert.Equal("jones-2021 smith-2020", string.Join(' ', read.Sources));
        var html = ((ArticlePart.Text)Assert.Single(read.Parts(None))).Html;
        Assert.Equal(["1", "2", "1", "2"], CitedNumber().Matches(html).Select(match => match.Groups["number"].Value));
        Assert.Single(FirstCited().Matches(html), match => match.Value == "id=\"cited-1\"");
        Assert.Equal(2, FirstCited().Count(html));
    }

    [Fact]
    public void Headings_can_be_linked_to_and_never_share_a_name()
    {
        var read = Writing.Texts.Read("# Big one\n\n## What's sore?\n\n## What's sore?\n\n### ¿Qué?\n");

        Assert.Equal(
            [(2, "s-big-one", "Big one"), (2, "s-whats-sore", "What's sore?"), (2, "s-whats-sore-2", "What's sore?"), (3, "s-que", "¿Qué?")],
            read.Headings.Select(heading => (heading.Level, heading.Id, heading.Words)));
    }

    [Fact]
    public void The_first_mention_of_a_muscle_in_a_paragraph_leads_to_it()
    {
        var html = Writing.Html("The UPPER trapezius, the trapezius and the soleus.\n\n## Soleus\n\nSee [the soleus](/muscles/soleus): soleus. Soleuses.");

        Assert.Equal(
            "<p>The <a class=\"mention\" href=\"/muscles/upper-trapezius\" data-muscle=\"upper-trapezius\">UPPER trapezius</a>, the trapezius and the "
            + "<a class=\"mention\" href=\"/muscles/soleus\" data-muscle=\"soleus\">soleus</a>.</p>\n<h2 id=\"s-soleus\">Soleus</h2>\n"
            + "<p>See <a href=\"/muscles/soleus\" data-muscle=\"soleus\">the soleus</a>: soleus. Soleuses.</p>\n",
            html);
    }

    [Fact]
    public void Muscles_and_regions_that_it_speaks_of_are_known()
    {
        var read = Writing.Texts.Read("[Heel](/pain/heel#x). The temporalis.\n\n[[figure muscles=soleus caption=\"x\"]]\n\n[x](/muscles/upper-trapezius?a=b)");

        Assert.Equal("temporalis soleus upper-trapezius", string.Join(' ', read.Muscles));
        Assert.Equal("heel", string.Join(' ', read.Regions));
    }

    [Fact]
    public void Links_to_other_sites_do_not_hand_over_the_page() => Assert.Equal(
        "<p><a href=\"https://example.com/\" rel=\"noopener\">x</a> <a href=\"/evidence\">y</a> <a href=\"mailto:a@example.com\">z</a> <a href=\"#here\">h</a></p>\n",
        Writing.Html("[x](https://example.com/) [y](/evidence) [z](mailto:a@example.com) [h](#here)"));

    [Fact]
    public void Tables_and_footnotes_are_understood()
    {
        var html = Writing.Html("| a | b |\n|---|---|\n| 1 | 2 |\n\nWord.[^1]\n\n[^1]: Note.\n");

        Assert.Contains("<td>1</td>", html, StringComparison.Ordinal);
        Assert.Contains("class=\"footnotes\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_has_its_size_and_its_widths()
    {
        var picture = new Picture { Id = new PictureId(Guid.Parse("0199a000-0000-7000-8000-000000000001")), Name = "x", Width = 1600, Height = 900, AddedAtUtc = DateTime.UnixEpoch };

        var read = Writing.Texts.Read($"![A \"calf\"]({picture.AddressAt(960)})");
        var html = ((ArticlePart.Text)Assert.Single(read.Parts(new Dictionary<PictureId, Picture> { [picture.Id] = picture }))).Html;

        Assert.Equal(picture.Id, Assert.Single(read.Pictures));
        Assert.Contains("width=\"1600\" height=\"900\" alt=\"A &quot;calf&quot;\"", html, StringComparison.Ordinal);
        Assert.Contains($"{picture.AddressAt(480)} 480w, {picture.AddressAt(960)} 960w, {picture.AddressAt(1600)} 1600w", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_of_the_site_take_the_form_that_the_page_needs()
    {
        var html = ((ArticlePart.Text)Writing.Texts.Read("[x](/evidence) soleus [y](https://example.com)").Parts(None, address => address is ['/', ..] ? $"/es{address}" : address)[0]).Html;

        Assert.Contains("href=\"/es/evidence\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/es/muscles/soleus\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.com\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public void An_attack_becomes_plain_words(string attack)
    {
        foreach (var markdown in new[] { attack, $"a {attack} b", $"> {attack}", $"- {attack}", $"## {attack}", $"| {attack} |\n|--|\n| {attack} |", $"[{attack}](https://example.com)", $"x[^1]\n\n[^1]: {attack}" })
        {
            var html = Writing.Html(markdown);

            Assert.Empty(Elements().Matches(html).Select(match => match.Groups["name"].Value).Except(Harmless, StringComparer.Ordinal));
            Assert.DoesNotMatch(Handlers(), html);
            Assert.All(Addresses().Matches(html), match => Assert.Matches("^(https?://(?!good)|mailto:|/(?![/\\\\])|#)", match.Groups["address"].Value));
        }
    }

    [Fact]
    public void There_are_attacks_enough() => Assert.True(Attacks.Texts.Distinct(StringComparer.Ordinal).Count() >= 60);

    [Theory]
    [InlineData('>', 50_000)]
    [InlineData('[', 100_000)]
    [InlineData('*', 100_000)]
    [InlineData('(', 100_000)]
    [InlineData('|', 50_000)]
    [InlineData('!', 100_000)]
    [InlineData('`', 100_000)]
    [InlineData('<', 100_000)]
    [InlineData('#', 100_000)]
    [InlineData('-', 100_000)]
    public void No_text_exhausts_the_server(char letter, int count)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Writing.Texts.Read(new string(letter, count)).Parts(None);
        Writing.Texts.Read(string.Concat(Enumerable.Repeat($"{letter} ", count / 2))).Parts(None);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void What_is_nested_too_deeply_is_told()
    {
        var read = Writing.Texts.Read(string.Concat(Enumerable.Repeat("> ", 2000)) + "x");

        Assert.True(read.IsTooDeep);
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public void It_takes_a_minute_to_read_230_words()
    {
        Assert.Equal(1, Writing.Texts.Read("One word").ReadingMinutes);
        Assert.Equal(2, Writing.Texts.Read(string.Join(' ', Enumerable.Repeat("word", 460))).ReadingMinutes);
    }

    private static readonly ImmutableDictionary<PictureId, Picture> None = ImmutableDictionary<PictureId, Picture>.Empty;

    private static readonly string[] Harmless =
        ["p", "em", "strong", "a", "h2", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "sup", "div", "hr", "code", "pre", "br"];

    [GeneratedRegex("<+/?(?<name>[A-Za-z][A-Za-z0-9]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Elements();

    [GeneratedRegex("<[a-zA-Z][^>]*\\s(on[a-z]+|style|srcdoc|formaction)\\s*=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Handlers();

    [GeneratedRegex("<[a-z][^>]*\\s(href|src|action)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses();

    [GeneratedRegex("#source-(?<number>[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex CitedNumber();

    [GeneratedRegex("id=\"cited-[0-9]\"", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstCited();
}
