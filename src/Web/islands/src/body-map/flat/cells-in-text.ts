import type { BodySide } from "../types";
import type { FlatCell } from "./flat-cells";

const BEGIN = '<g class="cells"';
const TAG = /<(\/?)(g|path)\b([^>]*)>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

/**
 * Takes the patches of skin out of the text of a drawing. There are a thousand of them, by far the most of the file, and none is ever shown:
 * as elements they would cost a slow phone a tenth of a second.
 */
export function takeCells(text: string): { readonly cells: readonly FlatCell[]; readonly rest: string } {
  const begin = text.indexOf(BEGIN);
  if (begin < 0) return { cells: [], rest: text };
  const cells: FlatCell[] = [];
  const tags = new RegExp(TAG);
  tags.lastIndex = begin;
  let region: FlatCell["region"] = { region: "", side: "midline" };
  let depth = 0;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    const [, closes, name, inside = ""] = tag;
    if (name === "g") {
      depth += closes ? -1 : 1;
      if (depth === 0) return { cells, rest: text.slice(0, begin) + text.slice(tags.lastIndex) };
      if (!closes && depth === 2) region = regionOf(attributesOf(inside));
    } else {
      const own = attributesOf(inside);
      const id = own.get("data-cell");
      if (id !== undefined) cells.push({ id: Number(id), path: own.get("d") ?? "", region, apart: (own.get("data-apart") ?? "").split(" ").filter(Boolean).map(Number) });
    }
  }
  throw new Error("The patches of the figure have no end.");
}

const attributesOf = (inside: string): ReadonlyMap<string, string> => new Map([...inside.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, value]));

function regionOf(attributes: ReadonlyMap<string, string>): FlatCell["region"] {
  const side = attributes.get("data-side");
  return { region: attributes.get("data-region") ?? "", side: side === "left" || side === "right" ? side : ("midline" satisfies BodySide) };
}
