/** An event: one thing the learner did, never changed once written; the same form as in the terminal's journal. */

export const EVENT_VERSION = 1;
export const FORMAT = "prep-tracker-events";

const KINDS = ["review", "attempt", "mock", "suspension", "undo", "bookmark", "note", "document"] as const;
export type EventKind = (typeof KINDS)[number];
export type Rating = 1 | 2 | 3 | 4;

/** Letters of a note. */
export const MOST_NOTE = 20_000;
/** Characters of a document as JSON in ASCII. */
export const MOST_BODY = 200_000;
const MOST_LINE = 262_144;

export interface PrepEvent {
  readonly v: number;
  readonly id: string;
  readonly kind: EventKind;
  readonly item: string;
  /** `2026-11-22T10:00:00.000Z` */
  readonly at: string;
  /** Minutes that local time was ahead of UTC. */
  readonly offset: number;
  readonly rating: Rating | null;
  readonly seconds: number;
  readonly origin: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the world gives: the instant, the local offset and chance are arguments. */
export interface Moment {
  readonly now: number;
  readonly offset: number;
  readonly id: string;
}

/** A new event of any kind; the makers below know what belongs into each. */
export const makeEvent = (moment: Moment, kind: EventKind, item: string, rest: Partial<PrepEvent> = {}): PrepEvent => ({
  v: EVENT_VERSION,
  id: moment.id,
  kind,
  item,
  at: new Date(moment.now).toISOString(),
  offset: moment.offset,
  rating: null,
  seconds: 0,
  origin: "browser",
  data: {},
  ...rest,
});

export interface Reviewed {
  readonly rating: Rating;
  readonly seconds: number;
  /** Numbers, from 1, of the key points that were said. */
  readonly points?: readonly number[];
}

export function makeReview(moment: Moment, item: string, { rating, seconds, points }: Reviewed): PrepEvent {
  return makeEvent(moment, "review", item, {
    rating,
    seconds: Math.min(86_400, Math.max(0, Math.round(seconds * 10) / 10)),
    data: points ? { points: [...points] } : {},
  });
}

export const makeUndo = (moment: Moment, undone: Pick<PrepEvent, "id" | "item">): PrepEvent =>
  makeEvent(moment, "undo", undone.item, { data: { undoes: undone.id } });

export const makeSuspension = (moment: Moment, item: string, suspended: boolean): PrepEvent =>
  makeEvent(moment, "suspension", item, { data: { suspended } });

export const makeBookmark = (moment: Moment, item: string, on: boolean): PrepEvent =>
  makeEvent(moment, "bookmark", item, { data: { on } });

/** A note on a question, Markdown; an empty text removes it. */
export const makeNote = (moment: Moment, item: string, text: string): PrepEvent =>
  makeEvent(moment, "note", item, { data: { text: [...text.toWellFormed()].slice(0, MOST_NOTE).join("") } });

/** A document of the learner, like `story/<slug>` or `profile`; null deletes it. */
export const makeDocument = (moment: Moment, name: string, body: Readonly<Record<string, unknown>> | null): PrepEvent =>
  makeEvent(moment, "document", name, { data: { body } });

/** Id of the event that this one takes back; empty when it takes back none. */
export const undoneBy = (event: PrepEvent): string =>
  event.kind === "undo" && typeof event.data["undoes"] === "string" ? event.data["undoes"] : "";

/** The first line of a file of events. */
export const renderHeader = (device: string, now: number): string =>
  JSON.stringify({ format: FORMAT, v: EVENT_VERSION, device, at: new Date(now).toISOString() });

/** One event as one line, keys in the documented order. */
export function renderEvent(event: PrepEvent): string {
  const { v, id, kind, item, at, offset, rating, seconds, origin, data } = event;
  return JSON.stringify({ v, id, kind, item, at, offset, rating, seconds, origin, data });
}

/** What is wrong with values from anywhere, in one phrase; empty when they are an event. */
export function findFault(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "expected a JSON object";
  const event = value as Record<string, unknown>;
  const { v, id, kind, item, at, offset, rating, seconds, origin, data } = event;
  if (v !== EVENT_VERSION) return typeof v === "number" && v > EVENT_VERSION ? "written by a newer prep-tracker" : `v must be ${EVENT_VERSION}`;
  if (typeof id !== "string" || !/^[0-9a-z-]{8,64}$/.test(id)) return "id must be 8-64 of 0-9 a-z -";
  if (typeof kind !== "string" || !(KINDS as readonly string[]).includes(kind)) return "kind is not one of ours";
  if (!isPrintable(item, 200)) return "item must be 1-200 printable characters";
  const instant = typeof at === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? Date.parse(at) : Number.NaN;
  if (!(instant >= Date.UTC(2000, 0) && instant < Date.UTC(2100, 0))) return "at must lie between the years 2000 and 2100";
  if (!Number.isInteger(offset) || Math.abs(offset as number) > 18 * 60) return "offset must be within 18 hours, in minutes";
  if (typeof seconds !== "number" || !(seconds >= 0 && seconds <= 86_400)) return "seconds must lie between 0 and 86400";
  if (rating !== null && rating !== 1 && rating !== 2 && rating !== 3 && rating !== 4) return "rating must be 1 to 4 or null";
  if (kind === "review" && rating === null) return "a review needs a rating";
  if (!isPrintable(origin, 40)) return "origin must be 1-40 printable characters";
  if (typeof data !== "object" || data === null || Array.isArray(data)) return "data must be an object";
  if (kind === "undo" && undoneBy(event as unknown as PrepEvent) === "") return "an undo needs data.undoes";
  return findDataFault(kind as EventKind, data as Record<string, unknown>);
}

function findDataFault(kind: EventKind, data: Readonly<Record<string, unknown>>): string {
  const { on, text, body } = data;
  if (kind === "bookmark" && typeof on !== "boolean") return "a bookmark needs data.on, true or false";
  if (kind === "note" && !(typeof text === "string" && [...text].length <= MOST_NOTE)) return `a note needs data.text of at most ${MOST_NOTE} characters`;
  if (kind === "document" && !isBody(body)) return `a document needs data.body, an object or null, of at most ${MOST_BODY} characters`;
  return "";
}

const isBody = (body: unknown): boolean => body === null || (typeof body === "object" && !Array.isArray(body) && sizeOf(body) <= MOST_BODY);

/** Characters of a value as JSON in ASCII, as the terminal writes it. */
export function sizeOf(value: unknown): number {
  const text = JSON.stringify(value);
  return text.length + 5 * (text.match(/[^\x20-\x7e]/g)?.length ?? 0);
}

const isPrintable = (text: unknown, most: number): boolean =>
  typeof text === "string" && text.length >= 1 && text.length <= most && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);

export interface Reading {
  readonly events: readonly PrepEvent[];
  readonly problems: readonly string[];
}

const MOST_PROBLEMS = 50;

/** The events of a file of JSON Lines; every bad line is named and passed over. */
export function readLines(text: string): Reading {
  const events: PrepEvent[] = [];
  const problems: string[] = [];
  text.replace(/^\uFEFF/, "").split(/\r?\n/).forEach((line, number) => {
    if (line.trim() === "") return;
    const [event, fault] = readLine(line);
    if (event) events.push(event);
    else if (fault && problems.length < MOST_PROBLEMS) problems.push(`line ${number + 1}: ${fault}`);
  });
  return { events, problems };
}

function readLine(line: string): [PrepEvent | null, string] {
  if (line.length > MOST_LINE) return [null, `longer than ${MOST_LINE} characters`];
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return [null, "not JSON"];
  }
  if (isHeader(value)) return [null, value.v > EVENT_VERSION ? "written by a newer prep-tracker" : ""];
  const fault = findFault(value);
  return fault ? [null, fault] : [JSON.parse(renderEvent(value as PrepEvent)) as PrepEvent, ""];
}

const isHeader = (value: unknown): value is { v: number } =>
  typeof value === "object" && value !== null && (value as Record<string, unknown>)["format"] === FORMAT;
