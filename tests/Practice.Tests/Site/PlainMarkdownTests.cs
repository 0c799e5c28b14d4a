using System.Text.RegularExpressions;
using Unknot.Practice.Site;

namespace Unknot.Practice.Tests.Site;

public sealed partial class PlainMarkdownTests
{
    public static TheoryData<string> Attacks { get; } =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<iframe src=https://evil.example></iframe>",
        "<style>*{display:none}</style>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<!-- --><script>alert(1)</script>",
        "text <b onmouseover=alert(1)>bold</b>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](vbscript:msgbox)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](//evil.example)",
        "[x](/\\evil.example)",
        "[x](\\\\evil.example)",
        "[x]: javascript:alert(1)\n\n[x]",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "![x](https://evil.example/pixel.png)",
        "![x](javascript:alert(1))",
        "![x\" onerror=\"alert(1)](y)",
        "[x](https://example.com \"t\" onclick=\"alert(1)\")",
        "[x](https://example.com/\"onclick=\"alert(1))",
        "```<script>\nalert(1)\n```",
        "```x\" onclick=\"alert(1)\n```",
        "`<script>alert(1)</script>`",
        "# <img src=x onerror=alert(1)>",
        "- <details open ontoggle=alert(1)>",
        "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<math><mtext><style><img src onerror=alert(1)></style></mtext></math>",
        "</div></main><script>alert(1)</script>",
        "<form action=https://evil.example><input name=q></form>",
        "<meta http-equiv=refresh content=0;url=https://evil.example>",
        "<base href=https://evil.example>",
        "\u2028<script>alert(1)</script>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Attacks_come_out_inert(string attack)
    {
        var html = PlainMarkdown.ToHtml(attack);

        Assert.All(Elements().Matches(html), element => Assert.Contains(element.Groups["name"].Value, (string[])["p", "a", "h2", "ul", "li", "pre", "code", "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "br"]));
        Assert.All(Attributes().Matches(html), attribute => Assert.Matches("^ (href=\"(|https?://[^\"]*|mailto:[^\"]*|tel:[^\"]*|/[^/\"\\\\][^\"]*)\"|title=\"[^\"]*\"|class=\"language-[^\"]*\")$", attribute.Value));
    }

    [Fact]
    public void Good_words_stay()
    {
        Assert.Equal(
            "<h2>About</h2>\n<p>We <strong>press</strong> <a href=\"/articles\">gently</a>, <a href=\"https://example.com/a?b=1&amp;c=2\">really</a>.</p>\n",
            PlainMarkdown.ToHtml("# About\n\nWe **press** [gently](/articles), [really](https://example.com/a?b=1&c=2)."));
    }

    [Fact]
    public void What_nests_too_deeply_is_refused_and_not_a_crash()
    {
        Assert.False(PlainMarkdown.CanRead(new string('>', 19_000) + " x"));
        Assert.True(PlainMarkdown.CanRead("> > > x"));
    }

    [GeneratedRegex("<(?<name>[a-zA-Z][a-zA-Z0-9]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Elements();

    [GeneratedRegex("(?<=<[a-z0-9]+( [a-z]+=\"[^\"]*\")*) [a-zA-Z-]+(=\"[^\"]*\")?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attributes();
}
