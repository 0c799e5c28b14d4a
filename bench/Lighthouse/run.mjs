// Rates pages with Lighthouse as a phone sees them: simulated slow 4G and a processor four times slower. Median of three runs.
// Usage: node run.mjs ADDRESS [PATH …]      CHROME_PATH names the browser.
import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";

const RUNS = 3;
const BARS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const [address, ...wanted] = process.argv.slice(2);
const paths = wanted.length > 0 ? wanted : ["/", "/muscles/upper-trapezius", "/release", "/articles", "/articles/rolling-quadriceps-and-hamstrings-with-a-ball", "/book", "/book/trigger-point-session"];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const metrics = { "first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT", "cumulative-layout-shift": "CLS", "speed-index": "SI" };

let failed = false;
console.log(`${"page".padEnd(28)}${Object.keys(BARS).map((name) => name.padStart(16)).join("")}`);
for (const path of paths) {
  const results = [];
  for (let run = 0; run < RUNS; run++) {
    // A browser for each run: nothing is kept from the one before.
    const chrome = await launch({
      chromePath: process.env.CHROME_PATH,
      chromeFlags: ["--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    try {
      const outcome = await lighthouse(new URL(path, address).href, { port: chrome.port, logLevel: "error", onlyCategories: Object.keys(BARS) });
      results.push(outcome.lhr);
    } finally {
      chrome.kill();
    }
  }
  const scores = Object.keys(BARS).map((name) => Math.round(100 * median(results.map((result) => result.categories[name].score ?? 0))));
  const under = Object.values(BARS).some((bar, index) => scores[index] < bar);
  failed ||= under;
  console.log(`${path.padEnd(28)}${scores.map((score) => String(score).padStart(16)).join("")}${under ? "   under the bar" : ""}`);
  console.log(`  ${Object.entries(metrics).map(([id, name]) => `${name} ${format(id, median(results.map((result) => result.audits[id].numericValue ?? 0)))}`).join(", ")}`);
  const lost = new Map();
  for (const result of results) {
    for (const category of Object.values(result.categories)) {
      for (const { id, weight } of category.auditRefs) {
        const audit = result.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 0.9) lost.set(id, `${category.id}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ""}`);
      }
    }
  }
  for (const text of lost.values()) console.log(`  costs points: ${text}`);
}
process.exitCode = failed ? 1 : 0;

function format(id, value) {
  return id === "cumulative-layout-shift" ? value.toFixed(3) : `${Math.round(value)} ms`;
}
