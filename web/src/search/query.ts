/**
 * A query against an index: which documents, in which order, and what was meant.
 * The same as `prep_tracker/site/search/query.py`, whole numbers throughout; `tests/vectors/search.json` holds both to it.
 */
import { type Entry, type Reader, eachPosting, holds } from "./reader";
import { findCorrections } from "./spelling";
import { STOP_WORDS, partsOf, splitToken, tokensOf } from "./words";

const EXACT = 100;
const JOINED = 100;
const GROUP = 90;
const FORM = 90;
const CORRECTED = 80;
const PREFIX = 50;
const BACK = 60;
const PAIR = 50;
const UNKNOWN = 125;
const GUESS = 20;
const MAX_WORDS = 24;
const MAX_EXPANSIONS = 40;
const MIN_COVERAGE = 40;

interface Term extends Entry {
  readonly worth: number;
}

interface Unit {
  readonly word: string;
  readonly token: string;
  idf: number;
  cover: number;
  readonly terms: Term[];
  readonly corrections: Map<string, string>;
}

interface Best {
  readonly score: number;
  readonly term: string;
}

export interface Hit {
  readonly number: number;
  readonly score: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  readonly meant: string;
  readonly terms: readonly string[];
}

export async function search(reader: Reader, query: string, filters: readonly string[] = []): Promise<Found> {
  const units = await readUnits(reader, query);
  if (units.length === 0) return { hits: [], meant: "", terms: [] };
  const whole = units.reduce((sum, unit) => sum + unit.idf, 0);
  const scores = new Map<number, number>();
  const covered = new Map<number, number>();
  const bests = units.map(bestOf);
  bests.forEach((best, place) => {
    const cover = units[place]?.cover ?? 0;
    for (const [number, { score }] of best) {
      scores.set(number, (scores.get(number) ?? 0) + score);
      covered.set(number, (covered.get(number) ?? 0) + cover);
    }
  });
  await addPairs(reader, units, scores);
  const allowed = await allowedBy(reader, filters);
  const hits: Hit[] = [];
  for (const [number, score] of scores) {
    const share = covered.get(number) ?? 0;
    if (share * 100 >= MIN_COVERAGE * whole && allowed(number)) {
      hits.push({ number, score: Math.floor((score * share) / whole) });
    }
  }
  hits.sort((a, b) => b.score - a.score || a.number - b.number);
  const terms = [...new Set(units.flatMap((unit) => unit.terms.map(({ term }) => term)))];
  return { hits, meant: meantBy(units, hits, bests), terms };
}

function bestOf(unit: Unit): Map<number, Best> {
  const best = new Map<number, Best>();
  for (const { term, worth, idf, postings } of unit.terms) {
    eachPosting(postings, (number, weight) => {
      const score = weight * idf * worth;
      if (score > (best.get(number)?.score ?? 0)) best.set(number, { score, term });
    });
  }
  return best;
}

async function readUnits(reader: Reader, query: string): Promise<Unit[]> {
  const tokens = tokensOf([...query].slice(0, 400).join(""));
  const units = tokens
    .flatMap((token) => partsOf(token).map((word): Unit => newUnit(word, token)))
    .filter((unit) => !STOP_WORDS.has(unit.word))
    .slice(0, MAX_WORDS);
  const last = units.at(-1);
  const isOpen = last !== undefined && !query.endsWith(" ") && last.token === tokens.at(-1);
  await reader.warm(likelyTerms(reader, units));
  for (const unit of units) {
    await addTerm(reader, unit, reader.stem(unit.word), EXACT);
    const parts = partsOf(unit.token);
    for (const other of splitToken(unit.token)) {
      if (other !== unit.word && !parts.includes(other)) await addTerm(reader, unit, reader.stem(other), JOINED);
    }
  }
  if (last && isOpen) await addBegun(reader, last, PREFIX);
  await addGroups(reader, units);
  for (const unit of units) {
    if (unit.terms.length === 0) await addGuesses(reader, unit);
  }
  if (units.length) weigh(units, reader.head.unknown);
  return units;
}

/** How telling each word is; see `_weigh` in Python for the reasons. */
function weigh(units: readonly Unit[], unknown: number): void {
  for (const unit of units) {
    const exact = unit.terms.filter((term) => term.worth === EXACT).map((term) => term.idf);
    unit.idf = exact.length ? Math.min(...exact) : Math.max(0, ...unit.terms.map((term) => term.idf));
  }
  const most = Math.floor((Math.max(...units.map((unit) => unit.idf)) * UNKNOWN) / 100) || unknown;
  const isUnknown = units.some((unit) => unit.terms.length === 0);
  for (const unit of units) {
    if (unit.terms.length === 0) unit.idf = most;
    unit.cover = unit.corrections.size && isUnknown ? Math.floor((unit.idf * GUESS) / 100) : unit.idf;
  }
}

function newUnit(word: string, token: string): Unit {
  return { word, token, idf: 0, cover: 0, terms: [], corrections: new Map() };
}

/** Terms whose shards are asked for together, before the query looks at the first. */
function likelyTerms(reader: Reader, units: readonly Unit[]): string[] {
  const stems = units.map((unit) => reader.stem(unit.word));
  const pairs = stems.slice(1).map((second, place) => `${stems[place] ?? ""} ${second}`);
  const wholes = units.flatMap((unit) => splitToken(unit.token).map((word) => reader.stem(word)));
  return [...stems, ...pairs, ...wholes];
}

async function addTerm(reader: Reader, unit: Unit, term: string, worth: number): Promise<boolean> {
  const entry = await reader.findTerm(term);
  if (entry && unit.terms.every((known) => known.term !== term)) unit.terms.push({ ...entry, worth });
  return entry !== undefined;
}

async function addBegun(reader: Reader, unit: Unit, worth: number): Promise<void> {
  if (unit.word.length < 2) return;
  const known = new Set(unit.terms.map(({ term }) => term));
  const begun = (await reader.termsStarting(unit.word)).filter((entry) => !known.has(entry.term));
  begun.sort((a, b) => a.idf - b.idf || (a.term < b.term ? -1 : 1));
  const idf = begun[0]?.idf ?? 0;
  for (const { term, postings } of begun.slice(0, MAX_EXPANSIONS)) unit.terms.push({ term, worth, idf, postings });
}

async function addGroups(reader: Reader, units: readonly Unit[]): Promise<void> {
  const stems = units.map((unit) => reader.stem(unit.word));
  const spellings = reader.head.spellings.map(([text, term]) => ({ words: text.split(" "), term }));
  for (const { words, term } of spellings) {
    for (let start = 0; start + words.length <= stems.length; start += 1) {
      if (words.every((word, place) => word === stems[start + place])) {
        for (const unit of units.slice(start, start + words.length)) {
          await addTerm(reader, unit, term, GROUP);
          if (unit.terms.length === 0) {
            for (const other of spellings.filter((spelling) => spelling.term === term).flatMap((spelling) => spelling.words)) {
              await addTerm(reader, unit, other, GROUP);
            }
          }
        }
      }
    }
  }
}

async function addGuesses(reader: Reader, unit: Unit): Promise<void> {
  for (const word of findCorrections(unit.word, await reader.words())) {
    const isForm = word.startsWith(unit.word) || unit.word.startsWith(word);
    const term = reader.stem(word);
    if ((await addTerm(reader, unit, term, isForm ? FORM : CORRECTED)) && !isForm && !unit.corrections.has(term)) {
      unit.corrections.set(term, word);
    }
  }
  if (unit.terms.length === 0 && unit.word.length > 2) await addBegun(reader, unit, PREFIX);
  for (let length = unit.word.length - 1; length > 4 && unit.terms.length === 0; length -= 1) {
    await addTerm(reader, unit, unit.word.slice(0, length), BACK);
  }
}

async function addPairs(reader: Reader, units: readonly Unit[], scores: Map<number, number>): Promise<void> {
  for (let place = 1; place < units.length; place += 1) {
    const [first, second] = [units[place - 1], units[place]];
    if (!first?.terms.length || !second?.terms.length) continue;
    const entry = await reader.findTerm(`${firstTerm(reader, first)} ${firstTerm(reader, second)}`);
    if (!entry) continue;
    eachPosting(entry.postings, (number, weight) => {
      const score = scores.get(number);
      if (score !== undefined) scores.set(number, score + weight * entry.idf * PAIR);
    });
  }
}

function firstTerm(reader: Reader, unit: Unit): string {
  return unit.corrections.size ? (unit.terms[0]?.term ?? "") : reader.stem(unit.word);
}

/** Within one facet any of the names may hold; each facet must. */
async function allowedBy(reader: Reader, filters: readonly string[]): Promise<(number: number) => boolean> {
  if (filters.length === 0) return () => true;
  const facets = await reader.facets();
  const byFacet = new Map<string, string[]>();
  for (const name of filters) {
    const facet = name.split(":", 1)[0] ?? "";
    byFacet.set(facet, [...(byFacet.get(facet) ?? []), facets[name] ?? ""]);
  }
  return (number) => [...byFacet.values()].every((sets) => sets.some((bits) => holds(bits, number)));
}

function meantBy(units: readonly Unit[], hits: readonly Hit[], bests: readonly ReadonlyMap<number, Best>[]): string {
  const top = hits[0];
  if (!top || units.every((unit) => unit.corrections.size === 0)) return "";
  return units
    .map((unit, place) => {
      if (unit.corrections.size === 0) return unit.word;
      const [fallback = unit.word] = unit.corrections.values();
      return unit.corrections.get(bests[place]?.get(top.number)?.term ?? "") ?? fallback;
    })
    .join(" ");
}
