export interface Run<Item> {
  readonly items: readonly Item[];
  readonly holds: boolean;
}

/** Cuts a list where a condition changes; neighbouring runs share the item between them, so that no gap shows. */
export function runsOf<Item>(list: readonly Item[], condition: (item: Item) => boolean): Run<Item>[] {
  const runs: { items: Item[]; holds: boolean }[] = [];
  for (const item of list) {
    const holds = condition(item);
    const last = runs.at(-1);
    if (last?.holds === holds) last.items.push(item);
    else {
      last?.items.push(item);
      runs.push({ items: [item], holds });
    }
  }
  return runs.filter((run) => run.items.length > 1);
}
