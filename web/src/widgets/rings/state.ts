/** Rings of progress as values: how much of a topic or a pack is known, in arcs and in words. */
import type { Card } from "../../progress/replay";
import { statusOf } from "../rating/state";

export interface Count {
  readonly known: number;
  /** Rated, and not known yet or due again. */
  readonly begun: number;
  readonly total: number;
}

export function countCards(ids: readonly string[], cards: ReadonlyMap<string, Card>, now: number): Count {
  const states = ids.map((id) => statusOf(cards.get(id), now));
  const known = states.filter((state) => state === "known").length;
  return { known, begun: states.filter((state) => state === "learning" || state === "due").length, total: ids.length };
}

export const describeCount = ({ known, begun, total }: Count): string => `${known} known, ${begun} begun, of ${total}`;

/** Length of each arc on a ring of length 100: known, and known with begun. */
export const arcsOf = ({ known, begun, total }: Count): readonly [number, number] =>
  total ? [(100 * known) / total, (100 * (known + begun)) / total] : [0, 0];

/** What a link of the site leads to: `topics/p/t.html` is a topic, `packs/p.html` a pack, anything else nothing. */
export function placeOf(path: string): { topic: string } | { pack: string } | null {
  const topic = /^topics\/([^/]+\/[^/]+)\.html$/.exec(path)?.[1];
  if (topic) return { topic };
  const pack = /^packs\/([^/]+)\.html$/.exec(path)?.[1];
  return pack ? { pack } : null;
}
