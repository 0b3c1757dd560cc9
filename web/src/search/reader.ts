/** An index as it is read back; the same as `prep_tracker/site/search/reader.py`, but loading takes time. */
import { stem } from "./words";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;

const FORMAT = 1;

export interface Head {
  readonly format: number;
  readonly id: string;
  readonly count: number;
  readonly block: number;
  readonly unknown: number;
  readonly cuts: readonly string[];
  readonly stems: Readonly<Record<string, string>>;
  readonly spellings: readonly (readonly [string, string])[];
}

export interface Entry {
  readonly term: string;
  readonly idf: number;
  readonly postings: string;
}

export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
  readonly level: string;
  readonly minutes: number;
  readonly text: string;
}

/** Gives the text of one file of the index; `version` is empty for the head, which says the version. */
export type Load = (name: string, version: string) => Promise<string>;

/** Calls back with document number and weight of each posting. */
export function eachPosting(text: string, visit: (number: number, weight: number) => void): void {
  let number = -1;
  let gap = 0;
  for (let place = 0; place < text.length; place += 1) {
    const value = VALUES[text.charCodeAt(place)] ?? 0;
    if (value >= 32) {
      gap = (gap + value - 32) * 32;
    } else {
      number += gap + value;
      gap = 0;
      place += 1;
      visit(number, VALUES[text.charCodeAt(place)] ?? 0);
    }
  }
}

/** Whether a set of documents, six to a character, holds a number. */
export function holds(bits: string, number: number): boolean {
  const place = Math.floor(number / 6);
  return place < bits.length && ((VALUES[bits.charCodeAt(place)] ?? 0) >> (number % 6)) % 2 === 1;
}

/** How many of the sorted values are not after the wanted one. */
function placeOf(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wanted < (sorted[middle] ?? "")) high = middle;
    else low = middle + 1;
  }
  return low;
}

export class Reader {
  readonly #load: Load;
  readonly #shards = new Map<number, Promise<Map<string, Entry>>>();
  readonly #blocks = new Map<number, Promise<Row[]>>();
  #words: Promise<ReadonlyMap<string, number>> | undefined;
  #facets: Promise<Readonly<Record<string, string>>> | undefined;

  private constructor(
    load: Load,
    readonly head: Head,
  ) {
    this.#load = load;
  }

  static async open(load: Load): Promise<Reader> {
    const head = JSON.parse(await load("head", "")) as Head;
    if (head.format !== FORMAT) throw new Error("The search index was written by another version.");
    return new Reader(load, head);
  }

  stem(word: string): string {
    return Object.hasOwn(this.head.stems, word) ? (this.head.stems[word] ?? word) : stem(word);
  }

  /** Starts loading everything these terms need, at once. */
  async warm(terms: readonly string[]): Promise<void> {
    await Promise.all([...new Set(terms.map((term) => this.#place(term)))].map((place) => this.#shard(place)));
  }

  async findTerm(term: string): Promise<Entry | undefined> {
    return (await this.#shard(this.#place(term))).get(term);
  }

  async termsStarting(prefix: string): Promise<Entry[]> {
    const last = placeOf(this.head.cuts, `${prefix}{`);
    const places = [];
    for (let place = this.#place(prefix); place < last; place += 1) places.push(place);
    const shards = await Promise.all(places.map((place) => this.#shard(place)));
    return shards
      .flatMap((shard) => [...shard.values()])
      .filter((entry) => entry.term.startsWith(prefix) && !entry.term.includes(" "));
  }

  async row(number: number): Promise<Row> {
    const place = Math.floor(number / this.head.block);
    const block = await remember(this.#blocks, place, async () => decodeRows(await this.#file(`d${place}`)));
    const row = block[number % this.head.block];
    if (row === undefined) throw new Error(`The search index has no document ${number}.`);
    return row;
  }

  async facets(): Promise<Readonly<Record<string, string>>> {
    this.#facets ??= this.#file("facets").then((text) => JSON.parse(text) as Record<string, string>);
    return this.#facets;
  }

  async words(): Promise<ReadonlyMap<string, number>> {
    this.#words ??= this.#file("words").then(decodeWords);
    return this.#words;
  }

  #place(term: string): number {
    return Math.max(0, placeOf(this.head.cuts, term) - 1);
  }

  #file(name: string): Promise<string> {
    return this.#load(name, this.head.id);
  }

  async #shard(place: number): Promise<Map<string, Entry>> {
    if (this.head.cuts.length === 0) return new Map();
    return remember(this.#shards, place, async () => decodeShard(await this.#file(`t${place}`)));
  }
}

/** Remembers a promise; one that fails is forgotten, so that the next query tries again. */
function remember<V>(known: Map<number, Promise<V>>, key: number, make: () => Promise<V>): Promise<V> {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    value.catch(() => known.delete(key));
    known.set(key, value);
  }
  return value;
}

function decodeShard(text: string): Map<string, Entry> {
  const shard = new Map<string, Entry>();
  for (const line of text.split(";")) {
    const [term = "", idf = "0", postings = ""] = line.split(",");
    shard.set(term, { term, idf: Number(idf), postings });
  }
  return shard;
}

type RawRow = [string, string, string, string, string, number, string];

function decodeRows(text: string): Row[] {
  return (JSON.parse(text) as RawRow[]).map(([id, kind, title, url, level, minutes, body]) => ({
    id,
    kind,
    title,
    url,
    level,
    minutes,
    text: body,
  }));
}

function decodeWords(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  let last = "";
  for (const line of text.split(" ")) {
    if (line) {
      last = last.slice(0, VALUES[line.charCodeAt(0)] ?? 0) + line.slice(1, -1);
      words.set(last, Number(line.at(-1)));
    }
  }
  return words;
}
