/** Carrying progress out and in as values: what an import came to, in words. */
import type { EventKind, PrepEvent } from "../../progress/event";

export const MOST_BYTES = 20_000_000;

/** A part of a sentence that counts events by kind: `2 reviews, 1 note`. */
export function describeKinds(events: readonly Pick<PrepEvent, "kind">[]): string {
  const counts = new Map<EventKind, number>();
  for (const { kind } of events) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}${count === 1 ? "" : "s"}`).join(", ");
}

export interface Import {
  readonly events: readonly PrepEvent[];
  readonly known: ReadonlySet<string>;
  readonly problems: readonly string[];
}

/** What an import came to: what is new, what was known, which lines could not be used. */
export function describeImport({ events, known, problems }: Import): string {
  const fresh = [...new Map(events.map((event) => [event.id, event])).values()].filter((event) => !known.has(event.id));
  const kinds = fresh.length ? ` (${describeKinds(fresh)})` : "";
  const count = problems.length === 1 ? "1 line" : `${problems.length} lines`;
  const wrong = problems.length ? ` ${count} could not be used: ${problems.slice(0, 3).join("; ")}.` : "";
  return `${fresh.length} new event${fresh.length === 1 ? "" : "s"}${kinds}, ${events.length - fresh.length} known already.${wrong}`;
}

/** Whether the browser keeps the journal by itself, in words. */
export const describeKept = (kept: boolean): string =>
  kept
    ? "The browser has agreed to keep it."
    : "The browser may clear it when it runs out of room, or after weeks without a visit: keep an export.";
