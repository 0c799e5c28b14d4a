/**
 * For other sites: makes plain links to the booking page into buttons. Without this script they stay links.
 *
 *     <a href="https://practice.example/book" data-unknot-book>Book a session</a>
 *     <script src="https://practice.example/islands/embed-book.js" defer></script>
 *
 * It fetches nothing, keeps nothing, and tells nobody who looks at the page.
 */

const ATTRIBUTE = "data-unknot-book";
const COLOUR = /^#[0-9a-f]{6}$/i;
const DEFAULT_COLOUR = "#0f5c61";

/** Which of the two can be read on a colour: contrast as WCAG 2 counts it. */
export function inkOn(colour: string): "#ffffff" | "#000000" {
  const channels = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
}

/** Properties are set one by one: a policy of the other site against inline styles does not forbid that. */
export function dress(link: HTMLAnchorElement): void {
  const wanted = link.getAttribute("data-colour") ?? "";
  const colour = COLOUR.test(wanted) ? wanted : DEFAULT_COLOUR;
  const looks = {
    display: "inline-flex",
    "align-items": "center",
    "box-sizing": "border-box",
    "min-height": "44px",
    padding: "0.6em 1.4em",
    "border-radius": "999px",
    font: "600 1em/1.2 system-ui, sans-serif",
    "text-decoration": "none",
    background: colour,
    color: inkOn(colour),
  };
  for (const [property, value] of Object.entries(looks)) link.style.setProperty(property, value);
  link.rel = [...new Set([...link.rel.split(/\s+/), "noopener"])].join(" ").trim();
}

export function dressAll(page: ParentNode): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>(`a[${ATTRIBUTE}]`)) dress(link);
}
