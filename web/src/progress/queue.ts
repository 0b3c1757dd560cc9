/** What comes next in a sitting; the same order as `prep_tracker/memory/queue.py`. */
import { MINUTE } from "./clock";
import type { Card } from "./replay";
import { DAY, elapsedDays, recall } from "./schedule";

export type Why = "due" | "ahead" | "new";

export interface Item {
  readonly id: string;
  /** `pack/topic` */
  readonly topic: string;
  readonly minutes: number;
  readonly weight: number;
  /** Whether a sitting brings it by itself; cases come only once they were rated. */
  readonly spoken: boolean;
  /** Numbers of the syllabus lines it covers: no two questions of one line on one day. */
  readonly groups: readonly number[];
}

export interface Turn {
  readonly item: string;
  readonly why: Why;
}

export interface When {
  readonly now: number;
  readonly dayEnd: number;
}

type Cards = ReadonlyMap<string, Card>;
type Candidate = readonly [Item, Why];

const REVIEW_SHARE = 0.4;
const LEVEL_DAYS = 7;
const LEAST_MINUTES = 0.25;

/** Up today: due in the learner's day or before, and a whole day since the last review. */
export function isUp(card: Card | undefined, { now, dayEnd }: When): boolean {
  if (!card?.memory || card.due === null || card.suspended) return false;
  return elapsedDays(card.memory.last, now) >= 1 && card.due < dayEnd;
}

/** Minutes it will take: the learner's own mean, else a share of the question's. */
export function expectedMinutes(item: Item, card: Card | undefined): number {
  if (!card?.reviews) return item.minutes;
  if (card.seconds > 0) return Math.min(Math.max(card.seconds / card.reviews / 60, LEAST_MINUTES), item.minutes * 2);
  return item.minutes * REVIEW_SHARE;
}

const loss = (card: Card | undefined, now: number): number =>
  card ? (recall(card.memory, now) - recall(card.memory, now + DAY)) / (DAY / MINUTE) : 0;

function listUp(items: readonly Item[], cards: Cards, when: When): Candidate[] {
  const up = items.filter((item) => isUp(cards.get(item.id), when));
  up.sort((a, b) => loss(cards.get(b.id), when.now) - loss(cards.get(a.id), when.now));
  return up.map((item) => [item, "due"]);
}

/** What overfills one of the coming days: the part that loses least by coming sooner. */
function listAhead(items: readonly Item[], cards: Cards, when: When, minutes: number): Candidate[] {
  const days: Item[][] = Array.from({ length: LEVEL_DAYS }, () => []);
  for (const item of items) {
    const card = cards.get(item.id);
    if (!card?.memory || card.due === null || card.suspended || isUp(card, when)) continue;
    if (elapsedDays(card.memory.last, when.now) >= 1) days[Math.floor((card.due - when.dayEnd) / DAY)]?.push(item);
  }
  return days.flatMap((day) => {
    day.sort((a, b) => loss(cards.get(b.id), when.now) - loss(cards.get(a.id), when.now));
    let room = minutes;
    return day.filter((item) => (room -= expectedMinutes(item, cards.get(item.id))) < 0).map((item): Candidate => [item, "ahead"]);
  });
}

function listNew(items: readonly Item[], cards: Cards): Candidate[] {
  const isUnseen = (card: Card | undefined): boolean => !card || (card.reviews === 0 && !card.suspended);
  const unseen = items.filter((item) => isUnseen(cards.get(item.id)));
  return unseen.sort((a, b) => b.weight - a.weight).map((item) => [item, "new"]);
}

/** The questions of a sitting: what is up, then what can come early, then new ones; the first always fits. */
export function buildQueue(items: readonly Item[], cards: Cards, when: When, minutes: number, seen: ReadonlySet<number>): Turn[] {
  const known = items.filter((item) => item.spoken || cards.get(item.id)?.reviews);
  const turns: Turn[] = [];
  const taken = new Set(seen);
  let spent = 0;
  for (const [item, why] of [...listUp(known, cards, when), ...listAhead(known, cards, when, minutes), ...listNew(known, cards)]) {
    const cost = expectedMinutes(item, cards.get(item.id));
    if (turns.length && spent + cost > minutes) break;
    if (item.groups.some((group) => taken.has(group))) continue;
    turns.push({ item: item.id, why });
    for (const group of item.groups) taken.add(group);
    spent += cost;
  }
  return turns;
}

/** The lines of the questions answered since the day began. */
export function seenToday(items: readonly Item[], cards: Cards, dayStart: number): Set<number> {
  const seen = items.filter((item) => (cards.get(item.id)?.memory?.last ?? 0) >= dayStart);
  return new Set(seen.flatMap((item) => item.groups));
}
