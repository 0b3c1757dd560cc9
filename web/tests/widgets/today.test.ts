import { describe, expect, it } from "vitest";
import { askedBefore, weighItems } from "../../src/progress/aim";
import { makeWeigher } from "../../src/progress/aims";
import { dayNumber, listWeeks, minutesByDay, readDay, showDay, streakOf, weekdayOf } from "../../src/progress/days";
import type { Kept } from "../../src/progress/kept";
import { NO_AIM } from "../../src/progress/profile";
import type { Item } from "../../src/progress/queue";
import { expectReadiness } from "../../src/progress/readiness";
import { replayEvents } from "../../src/progress/replay";
import { type Work, listChores } from "../../src/widgets/today/chores";
import { readPlan, tasksOn } from "../../src/widgets/today/plan";
import { findGaps, findLeeches, forecastReviews, isDayOff, makeDay, mixTopics, sayAdvice, sayCountdown } from "../../src/widgets/today/state";
import { aimOf, makeOne, own } from "../own";

const NOON = Date.parse("2026-11-22T12:00:00Z");
const kept = (documents: Record<string, Record<string, unknown>> = {}): Kept => ({ bookmarks: new Set(), notes: new Map(), documents: new Map(Object.entries(documents)) });
const items: Item[] = own.aims.rows
  .filter(([, , kind]) => kind < 3)
  .map(([id, , , minutes, , , , , topic]) => ({ id, topic: String(topic), minutes, weight: 1, spoken: true, groups: [] }));

describe("weights, as the terminal has them", () => {
  it.each(own.weights.map((one) => [`${one.aim.role} ${one.aim.level} ${one.aim.company}`, one] as const))("%s", (_, { aim, weights }) => {
    const weigh = makeWeigher(own.aims, aimOf(aim));
    expect(own.aims.rows.length).toBe(Object.keys(weights).length);
    for (const row of own.aims.rows) expect(weigh(row) / (weights[row[0]] as number)).toBeCloseTo(1, 6);
  });
});

describe("days", () => {
  it("roll over at four in the morning, by the offset of the event", () => {
    expect(showDay(dayNumber(Date.parse("2026-11-22T03:59:00Z"), 0))).toBe("2026-11-21");
    expect(showDay(dayNumber(Date.parse("2026-11-22T03:59:00Z"), 60))).toBe("2026-11-22");
    expect(weekdayOf(readDay("2026-11-22"))).toBe(6);
    expect(weekdayOf(readDay("1969-12-31"))).toBe(2);
  });

  it("count minutes of work once, and none that was taken back", () => {
    const one = makeOne("review", "p/a", "2026-11-21T10:00:00.000Z", { rating: 3, seconds: 120 });
    const undo = makeOne("undo", "p/a", "2026-11-21T10:01:00.000Z", { data: { undoes: one.id } });
    const mock = makeOne("mock", "m", "2026-11-22T10:00:00.000Z", { seconds: 600 });
    const note = makeOne("note", "p/a", "2026-11-22T10:00:00.000Z", { data: { text: "x" } });
    expect([...minutesByDay([one, one, mock, note])]).toEqual([[readDay("2026-11-21"), 2], [readDay("2026-11-22"), 10]]);
    expect(minutesByDay([one, undo]).size).toBe(0);
  });

  it("in a row are broken neither by today nor by days off", () => {
    const today = readDay("2026-11-23");
    const days = new Map(["2026-11-20", "2026-11-21", "2026-11-18"].map((day) => [readDay(day), 5]));
    const isSunday = (day: number): boolean => weekdayOf(day) === 6;
    expect(streakOf(days, today, isSunday)).toBe(2);
    expect(streakOf(days, today, () => false)).toBe(0);
    expect(streakOf(days, today, () => true)).toBe(3);
    expect(streakOf(new Map(), today, () => true)).toBe(0);
    const weeks = listWeeks(days, today, 2);
    expect(weeks.map((week) => week.length)).toEqual([7, 1]);
    expect(weeks[0]?.[4]).toEqual({ day: readDay("2026-11-20"), minutes: 5 });
  });
});

describe("readiness", () => {
  const weigh = makeWeigher(own.aims, aimOf(own.weights[0]!.aim));
  it("is none before the first review, and falls with time", () => {
    const none = expectReadiness(own.aims.rows, weigh, new Map(), NOON);
    expect(none.overall).toMatchObject({ right: 0, learned: 0 });
    expect(none.overall.total).toBe(own.aims.rows.filter(([, , kind]) => kind < 4).length);
    const cards = replayEvents(items.slice(0, 9).map(({ id }) => makeOne("review", id, "2026-11-22T11:00:00.000Z", { rating: 3 })));
    const now = expectReadiness(own.aims.rows, weigh, cards, NOON);
    const later = expectReadiness(own.aims.rows, weigh, cards, NOON + 30 * 86_400_000);
    expect(now.overall.learned).toBe(9);
    expect(now.overall.right).toBeGreaterThan(later.overall.right);
    expect(later.overall.right).toBeGreaterThan(0);
    for (const share of now.byTip.values()) expect(share.right).toBeLessThanOrEqual(1);
  });
});

describe("tasks besides questions", () => {
  const rules = own.aims.chores;
  const waiting: Work["waiting"] = { exercise: { kind: "exercise", id: "p/e", title: "E", minutes: 20 }, story: { kind: "story", id: "impact", title: "S", minutes: 20 } };
  const work = (since: Partial<Work["since"]>): Work => ({ waiting, since: { exercise: Infinity, case: Infinity, story: Infinity, mock: Infinity, ...since }, rounds: ["coding", "project"], mocks: 1 });
  it("take turns as their minutes are saved up", () => {
    expect(listChores(rules, work({}), 60, null).map(({ kind }) => kind)).toEqual(["exercise"]);
    expect(listChores(rules, work({ exercise: 1, mock: 1 }), 60, null).map(({ kind }) => kind)).toEqual(["story"]);
    expect(listChores(rules, work({ exercise: 2, story: 1, mock: 1 }), 60, 20).map(({ kind }) => kind)).toEqual(["exercise"]);
  });
  it("have a mock every few days, once there is something to ask about", () => {
    const [mock] = listChores(rules, work({ exercise: 1, mock: 4 }), 60, 20);
    expect(mock).toEqual({ kind: "mock", id: "project", title: "Mock interview", minutes: 30 });
    expect(listChores(rules, work({ exercise: 1, mock: 4 }), 60, 1).map(({ kind }) => kind)).toEqual(["checklist"]);
  });
  it("leave the eve and the day to the checklist, and the time after to nothing", () => {
    expect(listChores(rules, work({}), 60, 0).map(({ kind }) => kind)).toEqual(["checklist"]);
    expect(listChores(rules, work({}), 60, -3)).toEqual([]);
    expect(listChores(rules, work({}), 0, null)).toEqual([]);
  });
  it("never take more than their part of the day", () => {
    for (const minutes of [5, 20, 45, 60, 120, 960]) {
      const sum = listChores(rules, work({ exercise: 9, mock: 9 }), minutes, 30).reduce((total, { minutes: own }) => total + own, 0);
      expect(sum).toBeLessThanOrEqual(minutes * rules.most);
    }
  });
});

describe("a day", () => {
  const world = (documents: Record<string, Record<string, unknown>>, events = [makeOne("review", items[0]!.id, "2026-11-01T12:00:00.000Z", { rating: 3 })]) =>
    makeDay({ aims: own.aims, items, cards: replayEvents(events), kept: kept(documents), events, now: NOON, offset: 0 });
  const aim = (interview_date: string, rest = {}) => ({ profile: { ...NO_AIM, interview_date, minutes_per_day: 40, ...rest } });

  it("begins with what is due and fits the minutes", () => {
    const day = world(aim("2026-12-22"));
    expect(day.left).toBe(30);
    expect(day.lines[0]?.turn).toEqual({ item: items[0]!.id, why: "due" });
    const sum = [...day.lines, ...day.chores].reduce((total, { minutes }) => total + minutes, 0);
    expect(sum).toBeLessThanOrEqual(40);
    expect(sum).toBeGreaterThan(20);
    expect(sayCountdown(day.left, "2026-12-22")).toBe("30 days to the interview.");
  });

  it("brings nothing new on the eve, the checklist on the day, nothing after", () => {
    const eve = world(aim("2026-11-23"));
    expect(eve.lines.every(({ turn }) => turn.why !== "new")).toBe(true);
    expect(eve.chores.map(({ kind }) => kind)).toEqual(["checklist"]);
    expect(sayAdvice(eve)).toContain("Nothing new");
    const now = world(aim("2026-11-22"));
    expect([now.lines.length, now.chores.length]).toEqual([0, 1]);
    const after = world(aim("2026-11-20"));
    expect([after.lines.length, after.chores.length]).toEqual([0, 0]);
    expect(sayAdvice(after)).toContain("how it went");
  });

  it("is free on a day off and when its minutes are used", () => {
    const off = world(aim("2026-12-22", { days_off: ["sun"] }));
    expect([off.wanted, off.lines.length]).toEqual([0, 0]);
    expect(isDayOff(off.profile, off.today)).toBe(true);
    const used = world(aim("2026-12-22"), [makeOne("review", items[0]!.id, "2026-11-22T11:00:00.000Z", { rating: 3, seconds: 3000 })]);
    expect(sayAdvice(used)).toContain("well done");
    expect(used.lines).toEqual([]);
  });

  it("supposes a date where none is set", () => {
    const day = world({});
    expect([day.left, day.hasAim, day.target - day.today]).toEqual([null, false, 30]);
    expect(sayCountdown(null, "")).toBe("No date is set yet.");
  });
});

describe("what was learned of the learner", () => {
  it("takes questions asked in interviews, each by its worst answer", () => {
    const log = kept({ "interview/a": { asked: [{ question: "p/a", went: 3 }, { question: "p/b" }, "x", null] }, "interview/b": { asked: [{ question: "p/a", went: 2 }, { question: "p/b", went: 4 }] } });
    expect([...askedBefore(log)]).toEqual([["p/a", 2], ["p/b", 0]]);
  });
  it("weighs a review's questions by the aim", () => {
    const row = own.aims.rows.find(([, , kind]) => kind === 0)!;
    const weigh = (role: string): number => weighItems([{ ...items[0]!, id: row[0] }], own.aims, kept({ profile: { role } }))[0]!.weight;
    const roles = own.aims.roles.map(([value]) => weigh(value));
    expect(new Set(roles).size).toBe(2);
    expect(weighItems([{ ...items[0]!, id: "p/gone", weight: 7 }], own.aims, kept())[0]?.weight).toBe(7);
  });
  it("names competencies without a story", () => {
    const gaps = findGaps(own.aims, kept({ "story/s": { competencies: ["impact"] } }));
    expect(gaps).not.toContain("impact");
    expect(gaps.length).toBe(own.aims.competencies.length - 1);
  });
  it("finds what is forgotten again and again, and what falls due when", () => {
    const events = [1, 5, 9, 13, 17].map((day) => makeOne("review", "p/a", `2026-11-${String(day).padStart(2, "0")}T12:00:00.000Z`, { rating: 1 }));
    const cards = replayEvents(events);
    expect(findLeeches(cards)).toEqual(["p/a"]);
    const counts = forecastReviews(cards, new Set(["p/a"]), NOON, 14);
    expect(counts[0]).toBe(1);
    expect(forecastReviews(cards, new Set(), NOON, 14).every((count) => count === 0)).toBe(true);
  });
  it("does not fill a day with one topic", () => {
    const many = ["a", "a", "a", "b"].map((topic, place) => ({ ...items[0]!, id: `p/${place}`, topic, weight: 4 - place / 10 }));
    expect(mixTopics(many, () => true).map(({ weight }) => weight)).toEqual([4, 3.9 / 2, 3.8 / 3, 3.7]);
  });
});

describe("a plan of the terminal", () => {
  it("is read from its JSON, and nothing else is", () => {
    const text = JSON.stringify({ interview: "2026-12-15", days: [{ date: "2026-11-22", minutes: 5, tasks: [{ id: "p/a", kind: "new", minutes: 5, title: "A", command: "x" }, { id: 3 }, { id: "x", kind: "evil", minutes: 1 }] }, 3], readiness: { planned: 0.6 } });
    const plan = readPlan(text);
    expect(plan?.planned).toBe(0.6);
    expect(tasksOn(plan, "2026-11-22")).toEqual([{ id: "p/a", kind: "new", minutes: 5, title: "A" }]);
    expect(tasksOn(plan, "2026-11-23")).toBeNull();
    for (const other of ["", "[]", "null", "{", '{"days":3}']) expect(readPlan(other)).toBeNull();
  });
});
