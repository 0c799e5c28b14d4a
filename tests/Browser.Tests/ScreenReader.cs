using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

/// <summary>What a page tells somebody who cannot see it: its tree of roles and names as text, where the focus is, and what live regions said meanwhile.</summary>
internal sealed partial class ScreenReader(IPage page)
{
    private readonly StringBuilder heard = new();
    private string title = "";

    internal string Text => heard.ToString();

    /// <summary>Listens on every page that is opened from now on. A region that stands in the page from its beginning says nothing.</summary>
    internal static async Task<ScreenReader> ListenAsync(IPage page)
    {
        await page.AddInitScriptAsync(Ear);
        return new ScreenReader(page);
    }

    /// <summary>Writes down what was said since the last time, where the focus is, and a part of the page.</summary>
    /// <param name="done">What was done; it becomes the heading.</param>
    /// <param name="part">What is read out from its beginning to its end.</param>
    internal async Task HearAsync(string done, ILocator part)
    {
        await page.EvaluateAsync("async () => { for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame); }");
        heard.Append("## ").AppendLine(done);
        var now = await page.TitleAsync();
        if (now != title)
        {
            heard.Append("Title: ").AppendLine(title = now);
        }

        var focus = page.Locator(":focus");
        heard.Append("Focus: ").AppendLine(await focus.CountAsync() == 0 ? "nothing" : First(await focus.Last.AriaSnapshotAsync()));
        foreach (var said in (await page.EvaluateAsync<JsonElement>("() => window.said.splice(0)")).EnumerateArray())
        {
            heard.Append("Said: ").AppendLine(Lasting(said.GetString()!));
        }

        heard.AppendLine();
        heard.AppendLine(Lasting(await part.AriaSnapshotAsync()));
        heard.AppendLine();
    }

    private static string First(string tree) => tree.Split('\n')[0].TrimStart('-', ' ').TrimEnd(':');

    /// <summary>
    /// Without what is another at each run, the seconds of the timer and dates; without shares, which every change of the atlas moves a little;
    /// and without what a picture with a name keeps to itself.
    /// </summary>
    private static string Lasting(string text) =>
        Shares().Replace(Dates().Replace(Timers().Replace(Pictures().Replace(text, "${picture}"), "timer: (seconds)"), "(day)"), "(share) %");

    [GeneratedRegex(@"\b\d+(?: to \d+)? %", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shares();

    [GeneratedRegex("""^(?<picture>\s*- '?img "(?:[^"\\]|\\.)*"'?): .*$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pictures();

    [GeneratedRegex("""\btimer(?:: ["\d]+)?""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Timers();

    [GeneratedRegex(@"\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:\d{1,2}, )?\d{4}\b|\b\d{1,2}/\d{1,2}/\d{4}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dates();

    private const string Ear =
        """
        (() => {
          window.said = [];
          const regions = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], output";
          const before = new WeakMap();
          const roots = new Set();
          const textOf = (region) => (region.checkVisibility({ visibilityProperty: true }) ? region.innerText.replace(/\s+/g, " ").trim() : "");
          const all = () => [...roots].flatMap((root) => [...root.querySelectorAll(regions)].filter((region) => !region.closest("[aria-hidden=true]")));
          const listen = () => {
            for (const region of all()) {
              const text = textOf(region);
              if (before.get(region) !== text && text !== "") window.said.push(text);
              before.set(region, text);
            }
          };
          const observe = (root) => {
            roots.add(root);
            new MutationObserver(listen).observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden", "open", "class"] });
          };
          const attach = Element.prototype.attachShadow;
          Element.prototype.attachShadow = function (options) {
            const root = attach.call(this, options);
            observe(root);
            return root;
          };
          document.addEventListener("DOMContentLoaded", () => {
            roots.add(document);
            for (const region of all()) before.set(region, textOf(region));
            observe(document);
          });
        })();
        """;
}
