/** The Today page as values: who one is and what one has done becomes countdown, list and readiness. */
import { weigherOf } from "../../progress/aim";
import { type Aims, KINDS, type Row } from "../../progress/aims";
import { dayOf } from "../../progress/clock";
import { type DayNumber, dayNumber, minutesByDay, readDay, weekdayOf } from "../../progress/days";
import type { PrepEvent } from "../../progress/event";
import type { Kept } from "../../progress/kept";
import { type Profile, WEEKDAYS, readProfile } from "../../progress/profile";
import { type Item, type Turn, buildQueue, expectedMinutes, seenToday } from "../../progress/queue";
import { type Readiness, expectReadiness } from "../../progress/readiness";
import { type Card, standingEvents } from "../../progress/replay";
import { type Chore, type Work, listChores } from "./chores";

export interface World {
  readonly aims: Aims;
  readonly items: readonly Item[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly kept: Kept;
  readonly events: readonly PrepEvent[];
  readonly now: number;
  /** Minutes that local time is ahead of UTC. */
  readonly offset: number;
}

export interface Line {
  readonly turn: Turn;
  readonly title: string;
  readonly minutes: number;
}

export interface Day {
  readonly profile: Profile;
  readonly hasAim: boolean;
  readonly today: DayNumber;
  /** Days until the interview; null while no date is set. */
  readonly left: number | null;
  /** Minutes for today, done and to do. */
  readonly wanted: number;
  readonly done: number;
  readonly lines: readonly Line[];
  readonly chores: readonly Chore[];
  readonly readiness: { readonly now: Readiness; readonly then: Readiness };
  /** The day that readiness is for. */
  readonly target: DayNumber;
  readonly minutes: ReadonlyMap<DayNumber, number>;
}

/** Days to the interview that are supposed while its date is not known. */
export const SUPPOSED = 30;

export const isDayOff = (profile: Profile, day: DayNumber): boolean =>
  profile.days_off.includes(WEEKDAYS[weekdayOf(day)] as string);

/** Noon of a local day, as an instant. */
const noonOf = (day: DayNumber, offset: number): number => (day * 1440 + 720 - offset) * 60_000;

/** Everything the page shows. */
export function makeDay(world: World): Day {
  const { aims, cards, kept, now, offset } = world;
  const profile = readProfile(kept.documents.get("profile"));
  const weigh = weigherOf(aims, profile, kept);
  const today = dayNumber(now, offset);
  const left = profile.interview_date ? readDay(profile.interview_date) - today : null;
  const minutes = minutesByDay(world.events);
  const done = minutes.get(today) ?? 0;
  const wanted = isDayOff(profile, today) ? 0 : profile.minutes_per_day;
  const budget = left !== null && left < 0 ? 0 : Math.max(0, wanted - done);
  const chores = budget > 0 || left === 0 ? listChores(aims.chores, findWork(world, profile, weigh, today), budget, left) : [];
  const rest = left === 0 ? 0 : budget - chores.reduce((sum, chore) => sum + chore.minutes, 0);
  const target = Math.max(today, left === null ? today + SUPPOSED : today + left);
  const then = Math.max(now, noonOf(target, offset));
  return {
    profile,
    hasAim: kept.documents.has("profile"),
    today,
    left,
    wanted,
    done,
    lines: rest >= 1 ? listCards(world, weigh, rest, left) : [],
    chores,
    readiness: { now: expectReadiness(aims.rows, weigh, cards, now), then: expectReadiness(aims.rows, weigh, cards, then) },
    target,
    minutes,
  };
}

/** Questions for the minutes that are left: what is due, then new ones by what each minute gains; nothing new on the eve. */
function listCards(world: World, weigh: (row: Row) => number, minutes: number, left: number | null): Line[] {
  const { cards, now } = world;
  const day = dayOf(now);
  const rows = new Map(world.aims.rows.map((row) => [row[0], row]));
  const isFresh = (item: Item): boolean => !cards.get(item.id)?.reviews;
  const items = world.items.flatMap((item) => {
    const row = rows.get(item.id);
    return row && !(left === 1 && isFresh(item)) ? [{ ...item, weight: weigh(row) / Math.max(1, item.minutes) }] : [];
  });
  const mixed = mixTopics(items, isFresh);
  const turns = buildQueue(mixed, cards, { now, dayEnd: day.end }, minutes, seenToday(items, cards, day.start));
  const byId = new Map(items.map((item) => [item.id, item]));
  return turns.map((turn) => ({
    turn,
    title: rows.get(turn.item)?.[1] ?? turn.item,
    minutes: expectedMinutes(byId.get(turn.item) as Item, cards.get(turn.item)),
  }));
}

/** New questions with each topic's second weighing half, its third a third: a day is not all of one subject. */
export function mixTopics(items: readonly Item[], isFresh: (item: Item) => boolean): Item[] {
  const seen = new Map<string, number>();
  const place = new Map<string, number>();
  for (const { id, topic } of items.filter(isFresh).sort((a, b) => b.weight - a.weight)) {
    const number = (seen.get(topic) ?? 0) + 1;
    seen.set(topic, number);
    place.set(id, number);
  }
  return items.map((item) => ({ ...item, weight: item.weight / (place.get(item.id) ?? 1) }));
}

const EXERCISE = KINDS.indexOf("exercise");
const CASE = KINDS.indexOf("case");

/** What there is to do besides questions, and when each kind last had its turn. */
function findWork(world: World, profile: Profile, weigh: (row: Row) => number, today: DayNumber): Work {
  const { aims, cards, kept } = world;
  const events = standingEvents(world.events);
  const solved = new Map(events.flatMap(({ kind, item, data }) => (kind === "attempt" ? [[item, data["passed"] === true] as const] : [])));
  const bestOf = (kind: number, isDone: (id: string) => boolean): Row | undefined =>
    aims.rows
      .filter(([id, , own]) => own === kind && !isDone(id))
      .reduce<Row | undefined>((best, row) => (best && weigh(best) / best[3] >= weigh(row) / row[3] ? best : row), undefined);
  const exercise = profile.rounds.includes("coding") ? bestOf(EXERCISE, (id) => solved.get(id) === true) : undefined;
  const design = profile.rounds.includes("system-design") ? bestOf(CASE, (id) => Boolean(cards.get(id)?.reviews)) : undefined;
  const gap = profile.rounds.some((round) => ["behavioral", "project"].includes(round)) ? findGaps(aims, kept)[0] : undefined;
  const cases = new Set(aims.rows.flatMap(([id, , kind]) => (kind === CASE ? [id] : [])));
  const since = (isOne: (event: PrepEvent) => boolean): number => {
    const last = events.filter(isOne).at(-1);
    return last ? today - dayNumber(Date.parse(last.at), last.offset) : Infinity;
  };
  return {
    waiting: {
      ...(exercise ? { exercise: { kind: "exercise", id: exercise[0], title: exercise[1], minutes: exercise[3] } } : {}),
      ...(design ? { case: { kind: "case", id: design[0], title: design[1], minutes: design[3] } } : {}),
      ...(gap ? { story: { kind: "story", id: gap, title: `Write a story that shows ${gap.replaceAll("-", " ")}`, minutes: aims.chores.storyMinutes } } : {}),
    } as Work["waiting"],
    since: {
      exercise: since(({ kind }) => kind === "attempt"),
      case: since(({ kind, item }) => kind === "review" && cases.has(item)),
      story: since(({ kind, item }) => kind === "document" && item.startsWith("story/")),
      mock: since(({ kind }) => kind === "mock"),
    },
    rounds: profile.rounds,
    mocks: events.filter(({ kind }) => kind === "mock").length,
  };
}

/** Competencies without a story, those asked about most first; a gap is no gap once five are told. */
export function findGaps(aims: Aims, kept: Kept): string[] {
  const told = new Set<unknown>();
  for (const [name, body] of kept.documents) {
    if (name.startsWith("story/") && Array.isArray(body["competencies"])) for (const one of body["competencies"]) told.add(one);
  }
  return aims.competencies.flatMap(([name]) => (told.has(name) ? [] : [name]));
}

const LEECH = 4;

/** Questions forgotten so often that reviewing alone does not help. */
export const findLeeches = (cards: ReadonlyMap<string, Card>): string[] =>
  [...cards.values()].filter((card) => card.lapses >= LEECH && !card.suspended).map((card) => card.item).sort();

/** Reviews that fall due on each day from today; what is overdue falls on today. */
export function forecastReviews(cards: ReadonlyMap<string, Card>, known: ReadonlySet<string>, now: number, days: number): number[] {
  const { end } = dayOf(now);
  const counts = Array.from({ length: days }, () => 0);
  for (const card of cards.values()) {
    if (card.due === null || card.suspended || !known.has(card.item)) continue;
    const day = Math.max(0, Math.floor((card.due - end) / 86_400_000) + 1);
    if (day < days) counts[day] = (counts[day] as number) + 1;
  }
  return counts;
}

/** How long until the interview, in one sentence. */
export function sayCountdown(left: number | null, date: string): string {
  if (left === null) return "No date is set yet.";
  if (left < 0) return `The interview was on ${date}.`;
  if (left === 0) return "The interview is today.";
  return left === 1 ? "The interview is tomorrow." : `${left} days to the interview.`;
}

/** What to know about today in one sentence more; empty when there is nothing special. */
export function sayAdvice({ left, profile, wanted, done, today }: Day): string {
  if (left !== null && left < 0) return "Write down how it went on your desk, and set the next date.";
  if (left === 0) return "Nothing new now. Go through the checklist, and breathe.";
  if (isDayOff(profile, today)) return "Today is a day off.";
  if (left === 1) return "Nothing new any more: once over what is due, then the checklist, then sleep.";
  if (wanted > 0 && done >= wanted) return "Today's minutes are used: well done.";
  return "";
}

