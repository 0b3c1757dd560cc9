/** What the learner keeps beside their ratings: bookmarks, notes, documents; the same as `prep_tracker/memory/kept.py`. */
import type { PrepEvent } from "./event";
import { newestId, standingEvents } from "./replay";

export type Document = Readonly<Record<string, unknown>>;

export interface Kept {
  /** Ids of questions. */
  readonly bookmarks: ReadonlySet<string>;
  /** Markdown by id of the question. */
  readonly notes: ReadonlyMap<string, string>;
  /** JSON objects by their name, like `story/<slug>` or `profile`. */
  readonly documents: ReadonlyMap<string, Document>;
}

export const NOTHING_KEPT: Kept = { bookmarks: new Set(), notes: new Map(), documents: new Map() };

/** Bookmarks, notes and documents from events in any order; of two on one thing the later counts. */
export function replayKept(events: Iterable<PrepEvent>, aliases: Readonly<Record<string, string>> = {}): Kept {
  const bookmarks = new Set<string>();
  const notes = new Map<string, string>();
  const documents = new Map<string, Document>();
  for (const { kind, item, data } of standingEvents(events)) {
    if (kind === "bookmark") {
      if (data["on"] === true) bookmarks.add(newestId(item, aliases));
      else bookmarks.delete(newestId(item, aliases));
    } else if (kind === "note") {
      const text = String(data["text"]);
      if (text.trim()) notes.set(newestId(item, aliases), text);
      else notes.delete(newestId(item, aliases));
    } else if (kind === "document") {
      documents.delete(item);
      if (data["body"] !== null) documents.set(item, data["body"] as Document);
    }
  }
  return { bookmarks, notes, documents };
}
