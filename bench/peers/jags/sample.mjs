// Asks JAGS for the marginals of some cases by Gibbs sampling.
//
//   node sample.mjs FOLDER HOW_MANY_OF_EACH_KIND SECONDS > results
//
// Writes one model for each case, with every number in it, and reads the samples that JAGS leaves. Nodes that nothing joins to a
// witness or to another node have a closed form and are not sampled. The time is that of the whole run of JAGS.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BURN_IN = 2_000;
const SAMPLES = 20_000;

function readLines(path, heading) {
  const [first, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  if (first !== heading) throw new Error(`${path} does not begin with '${heading}'.`);
  return lines.map((line) => line.split(" "));
}

function edgeOf([, parent, child, strength]) {
  return { parent: Number(parent), child: Number(child), strength };
}

function readCases(folder) {
  const bases = [];
  const common = [];
  for (const words of readLines(join(folder, "network.txt"), "unknot-network 1")) {
    if (words[0] === "node") bases.push(words[2]);
    else common.push(edgeOf(words));
  }

  const cases = [];
  for (const words of readLines(join(folder, "cases.txt"), "unknot-cases 1")) {
    const last = cases.at(-1);
    if (words[0] === "case") {
      cases.push({ id: words[1], kind: words[2], bases: [...bases], edges: [...common], weights: bases.map(() => 0), witnesses: [] });
    } else if (words[0] === "base") last.bases[Number(words[1])] = words[2];
    else if (words[0] === "edge") last.edges.push(edgeOf(words));
    else if (words[0] === "weight") last.weights[Number(words[1])] = Number(words[2]);
    else if (words[0] === "witness") {
      const links = words.slice(3).map((word) => word.split(":"));
      last.witnesses.push({ leak: words[1], certainty: words[2], links: links.map(([node, weight]) => ({ node: Number(node), weight })) });
    }
  }
  return cases;
}

function sampledNodes({ edges, witnesses }) {
  const nodes = new Set([...edges.flatMap((edge) => [edge.parent, edge.child]), ...witnesses.flatMap((witness) => witness.links.map((link) => link.node))]);
  return [...nodes].sort((a, b) => a - b);
}

// JAGS counts from 1. Evidence is a Bernoulli variable seen to be 1 whose probability is the likelihood, scaled to at most 1.
function modelOf(asked, nodes) {
  const name = new Map(nodes.map((node, i) => [node, `t[${i + 1}]`]));
  const idle = (start, causes) => [`(1 - ${start})`, ...causes].join(" * ");
  const lines = nodes.map((node) => {
    const incoming = asked.edges.filter((edge) => edge.child === node);
    const causes = incoming.map((edge) => `(1 - ${edge.strength} * ${name.get(edge.parent)})`);
    // What follows from its parents for sure is no variable: changing one at a time, the sampler could never leave where it starts.
    if (Number(asked.bases[node]) === 0 && incoming.every((edge) => Number(edge.strength) === 1)) return `  ${name.get(node)} <- 1 - ${causes.join(" * ")}`;
    return `  ${name.get(node)} ~ dbern(1 - ${idle(asked.bases[node], causes)})`;
  });
  let seen = 0;
  for (const node of nodes.filter((node) => asked.weights[node] !== 0)) {
    const weight = asked.weights[node];
    lines.push(`  seen[${++seen}] ~ dbern(exp(${weight} * (${name.get(node)} - ${weight > 0 ? 1 : 0})))`);
  }
  for (const witness of asked.witnesses) {
    const causes = witness.links.map((link) => `(1 - ${link.weight} * ${name.get(link.node)})`);
    lines.push(`  seen[${++seen}] ~ dbern(1 - ${witness.certainty} * ${idle(witness.leak, causes)})`);
  }
  return { text: `model {\n${lines.join("\n")}\n}\n`, seen };
}

function sample(asked, seconds) {
  const active = asked.bases.map((base, node) => {
    const odds = (Number(base) / (1 - Number(base))) * Math.exp(asked.weights[node]);
    return odds / (1 + odds);
  });
  const nodes = sampledNodes(asked);
  const folder = mkdtempSync(join(tmpdir(), "jags-"));
  try {
    const model = modelOf(asked, nodes);
    writeFileSync(join(folder, "model.txt"), model.text);
    writeFileSync(join(folder, "data.txt"), `seen <- c(${Array(model.seen).fill(1).join(",")})\n`);
    writeFileSync(join(folder, "start.txt"), '".RNG.name" <- "base::Mersenne-Twister"\n".RNG.seed" <- 1\n');
    const commands = ["model in model.txt", "data in data.txt", "compile", "parameters in start.txt", "initialize", `update ${BURN_IN}`, "monitor t", `update ${SAMPLES}`, "coda *", "exit"];
    writeFileSync(join(folder, "commands.txt"), commands.join("\n") + "\n");
    const started = performance.now();
    const run = spawnSync("jags", ["commands.txt"], { cwd: folder, timeout: seconds * 1000, killSignal: "SIGKILL", encoding: "utf8" });
    const spent = performance.now() - started;
    if (run.signal !== null) return `${spent.toFixed(1)} time`;
    if (run.error !== undefined || run.status !== 0) return `${spent.toFixed(1)} refused`;

    const values = readFileSync(join(folder, "CODAchain1.txt"), "utf8").trimEnd().split("\n");
    for (const [index, node] of nodes.entries()) {
      let sum = 0;
      for (let i = 0; i < SAMPLES; i++) sum += Number(values[index * SAMPLES + i].split(/\s+/)[1]);
      active[node] = sum / SAMPLES;
    }
    return `${spent.toFixed(1)} solved ${active.join(" ")}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [folder, howMany, seconds] = process.argv.slice(2);
const taken = new Map();
for (const asked of readCases(folder)) {
  const before = taken.get(asked.kind) ?? 0;
  if (before < Number(howMany)) {
    taken.set(asked.kind, before + 1);
    process.stdout.write(`${asked.id} ${sample(asked, Number(seconds))}\n`);
  }
}
