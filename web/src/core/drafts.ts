/** What is half done in this browser: a mock under way, code being written, recordings. Kept apart from the journal. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

interface Schema extends DBSchema {
  drafts: { key: string; value: unknown };
  /** Pieces of recordings, by name of the take and number of the piece. */
  sounds: { key: [take: string, part: number]; value: Blob };
}

export interface Take {
  readonly name: string;
  readonly bytes: number;
}

const SCHEMA = 1;
export const nameOfDrafts = (site: string): string => `prep-tracker-drafts:${site}`;

const after = (take: string): IDBKeyRange => IDBKeyRange.bound([take, 0], [take, Number.MAX_SAFE_INTEGER]);

/** The drafts of one site; every call may fail where the browser refuses to keep data. */
export class Drafts {
  readonly #database: Promise<IDBPDatabase<Schema>>;

  constructor(site: string) {
    this.#database = openDB<Schema>(nameOfDrafts(site), SCHEMA, {
      upgrade: (fresh) => {
        fresh.createObjectStore("drafts");
        fresh.createObjectStore("sounds");
      },
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
    this.#database.catch(() => undefined);
  }

  async read(name: string): Promise<unknown> {
    return (await this.#database).get("drafts", name);
  }

  /** Keeps a draft, or forgets it with null; false when it could not be kept. */
  async keep(name: string, draft: unknown): Promise<boolean> {
    try {
      const database = await this.#database;
      await (draft === null ? database.delete("drafts", name) : database.put("drafts", draft, name));
      return true;
    } catch {
      return false;
    }
  }

  async addSound(take: string, part: number, sound: Blob): Promise<void> {
    await (await this.#database).put("sounds", sound, [take, part]);
  }

  /** The whole of a take; null when there is none. */
  async readSound(take: string): Promise<Blob | null> {
    const parts = await (await this.#database).getAll("sounds", after(take));
    return parts.length ? new Blob(parts, { type: parts[0]?.type ?? "" }) : null;
  }

  /** The takes whose names begin so, in the order of their names. */
  async listTakes(beginning = ""): Promise<Take[]> {
    const sizes = new Map<string, number>();
    let cursor = await (await this.#database).transaction("sounds").store.openCursor();
    for (; cursor; cursor = await cursor.continue()) {
      const [name] = cursor.key;
      if (name.startsWith(beginning)) sizes.set(name, (sizes.get(name) ?? 0) + cursor.value.size);
    }
    return [...sizes].map(([name, bytes]) => ({ name, bytes }));
  }

  /** Deletes the takes whose names begin so. */
  async deleteTakes(beginning: string): Promise<void> {
    const database = await this.#database;
    for (const { name } of await this.listTakes(beginning)) await database.delete("sounds", after(name));
  }
}
