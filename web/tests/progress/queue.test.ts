import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/progress/clock";
import { readItems } from "../../src/progress/items";
import { type Item, buildQueue, expectedMinutes, isUp, seenToday } from "../../src/progress/queue";
import type { Card } from "../../src/progress/replay";
import { DAY } from "../../src/progress/schedule";

const NOW = 100 * DAY;
const WHEN = { now: NOW, dayEnd: NOW + DAY / 2 };
const item = (id: string, change: Partial<Item> = {}): Item => ({ id, topic: "p/t", minutes: 5, weight: 2, spoken: true, groups: [], ...change });
const card = (id: string, change: Partial<Card> = {}): [string, Card] => [
  id,
  { item: id, memory: { stability: 5, difficulty: 5, last: NOW - 5 * DAY }, due: NOW, rating: 3, reviews: 1, lapses: 0, seconds: 0, suspended: false, ...change },
];
const names = (items: Item[], cards: Map<string, Card>, minutes = 60, seen = new Set<number>()) =>
  buildQueue(items, cards, WHEN, minutes, seen).map((turn) => `${turn.item} ${turn.why}`);

describe("queue", () => {
  it("brings what is due, the most urgent first, then new ones by weight", () => {
    const items = [item("new"), item("often", { weight: 4 }), item("slow"), item("fast")];
    const slow = { memory: { stability: 50, difficulty: 5, last: NOW - 5 * DAY } };
    const cards = new Map([card("slow", slow), card("fast")]);
    expect(names(items, cards)).toEqual(["fast due", "slow due", "often new", "new new"]);
  });

  it("leaves out what is put aside, answered today, or a case nobody chose", () => {
    const items = [item("aside"), item("today"), item("case", { spoken: false }), item("known case", { spoken: false })];
    const today = { memory: { stability: 5, difficulty: 5, last: NOW - DAY / 24 } };
    const cards = new Map([card("aside", { suspended: true }), card("today", today), card("known case")]);
    expect(names(items, cards)).toEqual(["known case due"]);
    expect(seenToday([item("today", { groups: [7] })], cards, NOW - DAY / 4)).toEqual(new Set([7]));
  });

  it("fills the minutes and no more, but the first question always fits", () => {
    const items = [item("a"), item("b"), item("c")];
    expect(names(items, new Map(), 10)).toEqual(["a new", "b new"]);
    expect(names(items, new Map(), 1)).toEqual(["a new"]);
  });

  it("brings no two questions of one syllabus line", () => {
    const items = [item("a", { groups: [1, 2] }), item("b", { groups: [2] }), item("c", { groups: [3] }), item("d")];
    expect(names(items, new Map(), 60, new Set([3]))).toEqual(["a new", "d new"]);
  });

  it("takes some of an overfull day ahead", () => {
    const soon = { due: NOW + 2 * DAY };
    const items = [item("a"), item("b"), item("c")];
    const cards = new Map([card("a", soon), card("b", soon), card("c", soon)]);
    expect(names(items, cards, 4)).toEqual(["c ahead"]);
    expect(names(items, cards, 60)).toEqual([]);
  });

  it("counts on the learner's own pace", () => {
    expect(expectedMinutes(item("a"), undefined)).toBe(5);
    expect(expectedMinutes(item("a"), card("a")[1])).toBe(2);
    expect(expectedMinutes(item("a"), card("a", { seconds: 90 })[1])).toBe(1.5);
    expect(expectedMinutes(item("a"), card("a", { seconds: 9000 })[1])).toBe(10);
  });

  it("asks nothing twice within a day", () => {
    const early = card("a", { memory: { stability: 5, difficulty: 5, last: NOW - DAY + 1 } })[1];
    expect([isUp(early, WHEN), isUp(card("a")[1], WHEN), isUp(undefined, WHEN)]).toEqual([false, true, false]);
  });
});

it("reads the site's rows", () => {
  expect(readItems('[["p/q",5,4,1,[3],"t"]]')).toEqual([{ id: "p/q", topic: "p/t", minutes: 5, weight: 4, spoken: true, groups: [3] }]);
});

it("begins the day at four in the morning", () => {
  const night = new Date(2026, 10, 23, 3, 59).getTime();
  expect(dayOf(night)).toEqual({ start: new Date(2026, 10, 22, 4).getTime(), end: new Date(2026, 10, 23, 4).getTime() });
  expect(dayOf(night + 60_000).start).toBe(new Date(2026, 10, 23, 4).getTime());
});
