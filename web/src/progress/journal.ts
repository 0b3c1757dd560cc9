/** The journal as the page sees it: cards in memory, changes told to widgets, trouble said instead of thrown. */
import { GONE, findClockWarning, sayDamaged } from "./behind";
import type { EventKind, Moment, PrepEvent } from "./event";
import { type Kept, NOTHING_KEPT, replayKept } from "./kept";
import { moment } from "./moment";
import { type Card, replayEvents } from "./replay";
import { Store, StoreError, keepForGood } from "./store";

/** Set once there is anything to read, so that pages of a reader who never rated load nothing. */
export const MARK = "prep-tracker:rated";

export class Journal {
  cards: ReadonlyMap<string, Card> = new Map();
  kept: Kept = NOTHING_KEPT;
  /** Why the last deed was not saved, or why nothing can be. */
  trouble = "";
  /** What is odd about what is kept, while everything works. */
  notice = "";
  #newest: ReadonlyMap<string, number> = new Map();
  readonly #listeners = new Set<() => void>();
  #store: Store | null = null;

  private constructor(readonly site: string) {}

  /** Opens the journal of a site; when it cannot be, `trouble` says why and the page goes on without. */
  static async open(site: string): Promise<Journal> {
    const journal = new Journal(site);
    try {
      journal.#store = await Store.open(site);
      journal.#store.onOther(() => void journal.#load());
      await journal.#load();
    } catch (error) {
      journal.#fail(error);
    }
    return journal;
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Saves events; false when they could not be saved, and `trouble` says why. */
  async add(events: readonly PrepEvent[]): Promise<boolean> {
    if (!this.#store) return false;
    try {
      await this.#store.add(events);
    } catch (error) {
      this.#fail(error);
      return false;
    }
    this.trouble = "";
    mark(this.site);
    void keepForGood().catch(() => false);
    await this.#load();
    return true;
  }

  /** The world for a new event on something: later than the last one on it, even when the clock went back, so that the new one counts. */
  moment(kind: EventKind, item: string): Moment {
    const world = moment();
    return { ...world, now: Math.max(world.now, (this.#newest.get(`${kind} ${item}`) ?? 0) + 1) };
  }

  /** Deletes everything; false when that failed, and `trouble` says why. */
  async clear(): Promise<boolean> {
    forget();
    try {
      await this.#store?.clear();
    } catch (error) {
      mark(this.site);
      this.#fail(error);
      return false;
    }
    await this.#load();
    return true;
  }

  async readAll(): Promise<readonly PrepEvent[]> {
    return this.#store ? (await this.#store.readAll()).events : [];
  }

  async isKept(): Promise<boolean> {
    return navigator.storage?.persisted ? navigator.storage.persisted() : false;
  }

  async #load(): Promise<void> {
    if (!this.#store) return;
    const { events, damaged } = await this.#store.readAll();
    this.cards = replayEvents(events);
    this.kept = replayKept(events);
    this.#newest = new Map(events.map((event) => [`${event.kind} ${event.item}`, Date.parse(event.at)] as const).sort((a, b) => a[1] - b[1]));
    const gone = events.length + damaged === 0 && isMarked(this.site) ? GONE : "";
    this.notice = [gone, sayDamaged(damaged), findClockWarning(Math.max(0, ...this.#newest.values()), Date.now())].filter(Boolean).join(" ");
    for (const listener of this.#listeners) listener();
  }

  #fail(error: unknown): void {
    this.trouble = error instanceof StoreError ? error.message : "Your progress could not be read. Reload the page.";
    for (const listener of this.#listeners) listener();
  }
}

/** Everything of ours that is not in the database. */
function forget(): void {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) if (key.startsWith("prep-tracker:")) storage.removeItem(key);
    }
  } catch {
    // Storage that is refused holds nothing.
  }
}

const markOf = (site: string): string => `${MARK}:${site}`;

function isMarked(site: string): boolean {
  try {
    return localStorage.getItem(markOf(site)) !== null;
  } catch {
    return false;
  }
}

function mark(site: string): void {
  try {
    localStorage.setItem(MARK, "1");
    localStorage.setItem(markOf(site), "1");
  } catch {
    // Badges in lists then wait for a question page; nothing is lost.
  }
}
