/** The questions of the site in short, from `assets/items.js`: a classic script, since `file://` allows no fetch. */
import { shared } from "../core/parts";
import { loadScript } from "../core/places";
import type { Item } from "./queue";

declare global {
  interface Window {
    prepItems?: (text: string) => void;
  }
}

type Row = readonly [id: string, minutes: number, weight: number, spoken: number, groups: readonly number[], topic: string];

export function readItems(text: string): Item[] {
  const rows = JSON.parse(text) as readonly Row[];
  return rows.map(([id, minutes, weight, spoken, groups, topic]) => {
    const pack = id.slice(0, id.indexOf("/"));
    return { id, topic: `${pack}/${topic}`, minutes, weight, spoken: spoken === 1, groups };
  });
}

let items: Item[] = [];

export async function loadItems(): Promise<Item[]> {
  window.prepItems = (text) => (items = readItems(text));
  await loadScript(`${shared().assets}items.js`);
  return items;
}
