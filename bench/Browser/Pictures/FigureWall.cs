using Microsoft.Playwright;

namespace Unknot.Bench.Browser.Pictures;

/// <summary>Fills a page with figures, as the product draws them.</summary>
internal static class FigureWall
{
    /// <param name="Attributes">Of the element: view, build, layer.</param>
    /// <param name="Muscle">Shown with the zones of its first point on the right; none when empty.</param>
    /// <param name="Turns">Steps by which a solid figure is turned, positive to its left.</param>
    /// <param name="Caption">Under the figure; none when empty.</param>
    internal sealed record Figure(IReadOnlyDictionary<string, string> Attributes, string Muscle = "", int Turns = 0, string Caption = "");

    internal static Figure View(string view, string build = "neutral", string caption = "", int turns = 0, string muscle = "", string layer = "skin") => new(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["view"] = view, ["build"] = build, ["layer"] = layer },
        muscle,
        turns,
        caption);

    internal static async Task HangAsync(IPage page, int columns, params Figure[] figures)
    {
        // A studio's clock: drawn in software, the figure would take itself for one on a slow phone and show its light mesh.
        await page.AddInitScriptAsync("{ const real = requestAnimationFrame; let now = 0; window.requestAnimationFrame = (draw) => real(() => draw((now += 16))); }");
        await page.GotoAsync("/");
        await page.Locator("pain-finder[data-ready]").WaitForAsync();
        await page.EvaluateAsync(Script, new
        {
            columns,
            figures = figures.Select(figure => new { attributes = figure.Attributes, muscle = figure.Muscle, turns = figure.Turns, caption = figure.Caption }),
        });
    }

    private const string Script =
        """
        async ({ columns, figures }) => {
          const wall = document.createElement("main");
          const rows = Math.ceil(figures.length / columns);
          Object.assign(wall.style, {
            display: "grid", gridTemplateColumns: `repeat(${columns}, 1fr)`, gridTemplateRows: `repeat(${rows}, 1fr)`,
            width: "100vw", height: "100vh", maxWidth: "none", margin: "0", padding: "12px", boxSizing: "border-box", gap: "8px",
          });
          const settle = async (frames) => { for (let i = 0; i < frames; i++) await new Promise(requestAnimationFrame); };
          const mirrored = (p) => ({ ...p, x: -p.x });
          document.body.replaceChildren(wall);
          for (const { attributes, muscle, turns, caption } of figures) {
            const holder = document.createElement("figure");
            Object.assign(holder.style, { margin: "0", display: "grid", gridTemplateRows: "1fr auto", minHeight: "0", minWidth: "0" });
            const map = document.createElement("body-map");
            for (const [name, value] of Object.entries(attributes)) if (value !== "skin") map.setAttribute(name, value);
            map.setAttribute("readonly", "");
            Object.assign(map.style, { width: "100%", height: "100%", minHeight: "0" });
            const words = document.createElement("figcaption");
            words.textContent = caption;
            Object.assign(words.style, { textAlign: "center", fontSize: "15px" });
            holder.append(map, words);
            wall.append(holder);
            map.scrollIntoView();
            while (map.shadowRoot.querySelector("canvas, .sheets") === null) await settle(2);
            if (muscle) {
              const figure = await (await fetch(`/api/v1/muscles/${muscle}/figure`)).json();
              const point = figure.points[0];
              map.overlay = {
                zones: point.zones.map((zone) => ({ ...zone, cell: zone.cell ^ 1 })),
                fibres: figure.fibres.map((fibre) => fibre.map(mirrored)),
                muscle: { id: figure.muscle, side: "right", layer: figure.layer },
                point: mirrored(point.position), pointOnSkin: mirrored(point.onSkin), chain: [],
              };
              map.focusOn(map.overlay.pointOnSkin);
              await settle(4);
            }
            for (let turn = 0; turn < Math.abs(turns); turn++) {
              const key = turns > 0 ? "ArrowRight" : "ArrowLeft";
              map.shadowRoot.querySelector("[tabindex]").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
            }
            // The buttons belong to the page, not to the picture.
            for (const button of map.shadowRoot.querySelectorAll("button")) button.hidden = true;
            await settle(4);
          }
        }
        """;
}
