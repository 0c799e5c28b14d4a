using System.Text.RegularExpressions;
using Unknot.Practice.Comments;

namespace Unknot.Practice.Tests.Comments;

public sealed partial class CommentTextTests
{
    [Theory]
    [InlineData("One\ntwo", "<p>One<br />\ntwo</p>\n")]
    [InlineData("*Yes* and **no**", "<p><em>Yes</em> and <strong>no</strong></p>\n")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("[here](https://example.com/a)", "<p><a href=\"https://example.com/a\" rel=\"ugc nofollow noopener\">here</a></p>\n")]
    [InlineData("# no heading", "<p># no heading</p>\n")]
    [InlineData("a < b & c", "<p>a &lt; b &amp; c</p>\n")]
    public void A_little_markdown_is_read(string text, string html) => Assert.Equal(html, CommentText.ToHtml(text));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](//example.com)")]
    [InlineData("[x](/console/people)")]
    [InlineData("![x](https://example.com/pixel.png)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<https://example.com>")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("[x](https://example.com \"onmouseover=alert(1)\")")]
    [InlineData("[x](https://example.com\"onmouseover=\"alert(1))")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<iframe src=//example.com></iframe>")]
    [InlineData("<!-- --><script>")]
    [InlineData("`<script>`")]
    [InlineData("> <b onclick=x>y</b>")]
    [InlineData("</p></article><form action=//example.com>")]
    public void Nothing_that_acts_comes_out(string text)
    {
        var html = CommentText.ToHtml(text);

        Assert.All(Tag().Matches(html), tag => Assert.Matches("""^</?(p|em|strong|ul|ol|li|blockquote|code|br /)( start="\d+")?>$|^<a href="https?://[^"]*" rel="ugc nofollow noopener"( title="[^"<>]*")?>$|^</a>$""", tag.Value));
        Assert.DoesNotContain("<", Tag().Replace(html, ""), StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
