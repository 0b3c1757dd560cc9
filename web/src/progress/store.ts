/** The journal of this browser: append-only events in IndexedDB, written durably before anything is shown as saved. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type PrepEvent, findFault } from "./event";

const SCHEMA = 1;

interface Schema extends DBSchema {
  events: { key: string; value: PrepEvent };
}

/** Why the journal cannot be used; what is in it is whole. */
export class StoreError extends Error {
  constructor(
    readonly reason: "refused" | "newer" | "full" | "failed",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const REFUSED = "This browser does not let the page keep data (a private window, perhaps). Ratings are not saved.";
const NEWER = "Your progress was written by a newer version of this site. Reload the page; nothing was changed.";
const FULL = "The browser has no room left: this was not saved. Export your progress, then free some space.";
const FAILED = "The browser could not write this: it was not saved. Reload the page and try again; what was saved before is whole.";

/** Events of one site; two sites below one address do not share them. */
export class Store {
  readonly #database: IDBPDatabase<Schema>;
  readonly #channel: BroadcastChannel | null;

  private constructor(database: IDBPDatabase<Schema>, name: string) {
    this.#database = database;
    this.#channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  }

  static async open(site: string): Promise<Store> {
    const name = `prep-tracker:${site}`;
    try {
      const database = await openDB<Schema>(name, SCHEMA, {
        upgrade: (fresh) => void fresh.createObjectStore("events", { keyPath: "id" }),
        blocking: (_, __, event) => (event.target as IDBDatabase).close(),
      });
      return new Store(database, name);
    } catch (error) {
      if (error instanceof DOMException && error.name === "VersionError") throw new StoreError("newer", NEWER, { cause: error });
      throw new StoreError("refused", REFUSED, { cause: error });
    }
  }

  /** Adds events that are not there yet; gives how many were new. One transaction: all or none. */
  async add(events: readonly PrepEvent[]): Promise<number> {
    const transaction = this.#database.transaction("events", "readwrite", { durability: "strict" });
    const done = transaction.done.catch((error: unknown) => {
      const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
      throw isFull ? new StoreError("full", FULL, { cause: error }) : new StoreError("failed", FAILED, { cause: error });
    });
    let added = 0;
    try {
      for (const event of events) {
        if ((await transaction.store.getKey(event.id)) !== undefined) continue;
        await transaction.store.add(event);
        added += 1;
      }
    } catch {
      // The transaction aborts, and `done` says so.
    }
    await done;
    if (added) this.#channel?.postMessage("added");
    return added;
  }

  /** Deletes every event of this site, here and for good. */
  async clear(): Promise<void> {
    const transaction = this.#database.transaction("events", "readwrite", { durability: "strict" });
    await Promise.all([transaction.store.clear(), transaction.done]);
    this.#channel?.postMessage("cleared");
  }

  /** Every event that can be read; a record damaged by anything is passed over and counted. */
  async readAll(): Promise<{ events: PrepEvent[]; damaged: number }> {
    const all = await this.#database.getAll("events");
    const events = all.filter((event) => findFault(event) === "");
    return { events, damaged: all.length - events.length };
  }

  /** Calls back when another tab has added events. */
  onOther(changed: () => void): void {
    this.#channel?.addEventListener("message", changed);
  }

  close(): void {
    this.#channel?.close();
    this.#database.close();
  }
}

/** Asks that the browser does not clear the journal by itself; says whether it agreed. */
export async function keepForGood(): Promise<boolean> {
  if (!navigator.storage?.persist) return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
