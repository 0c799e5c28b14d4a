// Bundles the islands into ../wwwroot/islands and holds the size budgets.
// Usage: node build.mjs [--debug]   (--debug: source maps, no minifying, no budget)
import { build } from "esbuild";
import { readFileSync, rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const debug = process.argv.includes("--debug");
const outputFolder = resolve(import.meta.dirname, "../wwwroot/islands");

/** Compressed bytes a page may load before anybody asks for 3D. */
const FIRST_SCRIPT_BUDGET = 30 * 1024;
/** Compressed bytes of everything that loads on demand (the body itself is a further file). */
const ON_DEMAND_BUDGET = 300 * 1024;

rmSync(outputFolder, { recursive: true, force: true });
const result = await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["src/finder.ts", "src/release.ts", "src/technique.ts", "src/progress.ts", "src/site.ts", "src/article.ts", "src/book.ts", "src/article-editor.ts", "src/console-calendar.ts", "src/console-comments.ts", "src/console-offer.ts", "src/console-passkey.ts", "src/console-visit.ts"],
  outdir: outputFolder,
  bundle: true,
  format: "esm",
  splitting: true,
  target: "es2023",
  chunkNames: "[name]-[hash]",
  minify: !debug,
  sourcemap: debug ? "linked" : false,
  legalComments: "linked",
  metafile: true,
  logLevel: "warning",
});

// The worker is one file: it cannot import while there is no connection. The button for other sites is no module: those need the other site's trust.
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: [{ in: "src/worker/worker.ts", out: "worker" }, { in: "src/embed/embed-book.ts", out: "embed-book" }],
  outdir: outputFolder,
  bundle: true,
  format: "iife",
  target: "es2023",
  minify: !debug,
  logLevel: "warning",
});

const outputs = result.metafile.outputs;
const scripts = Object.keys(outputs).filter((file) => file.endsWith(".js"));
const compressed = new Map(scripts.map((file) => [file, gzipSync(readFileSync(resolve(import.meta.dirname, file))).length]));

/** The file and all it imports statically. */
function loadedWith(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const imported of outputs[file].imports) {
    if (imported.kind === "import-statement" && outputs[imported.path]) loadedWith(imported.path, seen);
  }
  return seen;
}

const sizeOf = (files) => [...files].reduce((sum, file) => sum + (compressed.get(file) ?? 0), 0);
const first = new Set();
const everywhere = loadedWith(scripts.find((file) => outputs[file].entryPoint === "src/site.ts"));
let tooLarge = false;
const report = (name, size, budget) => {
  console.log(`islands: ${name} ${(size / 1024).toFixed(1)} KiB compressed (at most ${budget / 1024})`);
  tooLarge ||= !debug && size > budget;
};
for (const file of scripts.filter((candidate) => outputs[candidate].entryPoint?.match(/^src\/(finder|release|technique|progress|article|book)\.ts$/))) {
  const loaded = new Set([...loadedWith(file), ...everywhere]);
  loaded.forEach((each) => first.add(each));
  report(basename(file), sizeOf(loaded), FIRST_SCRIPT_BUDGET);
}
report("on demand", sizeOf(scripts.filter((file) => !first.has(file))), ON_DEMAND_BUDGET);
if (tooLarge) {
  console.error("islands: a budget is exceeded");
  process.exitCode = 1;
}
