import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findFault } from "../../src/progress/event";
import { makeChance } from "../../src/widgets/mock/chance";
import { drawQuestions, nudgesOf, phaseAt, splitPhases } from "../../src/widgets/mock/draw";
import { makeEvents, makeReport, nameOf, readReport, renderMarkdown } from "../../src/widgets/mock/report";
import {
  RUBRIC, backToMark, currentAnswer, describeClock, endAsking, finishMark, goOn, isMarked, note, probe, ratingOf, readMock, readWish,
  scoreOf, setMark, startMock, tickPoint, type Mock, type Rubric,
} from "../../src/widgets/mock/state"; // prettier-ignore

interface Vectors {
  chance: { seed: number; numbers: number[] }[];
  questions: [string, string, number, number][];
  draws: { round: string; minutes: number; seed: number; nudges: number[]; drawn: string[] }[];
  phases: { round: string; minutes: number; phases: [string, number, number][] }[];
  marks: { said: number; points: number; marks: number[]; score: number; rating: number }[];
}

const vectors = JSON.parse(readFileSync(new URL("../../../tests/vectors/mock.json", import.meta.url), "utf8")) as Vectors;
const candidates = vectors.questions.map(([id, topic, minutes, weight]) => ({ id, topic, minutes, weight }));

describe("a draw is the terminal's", () => {
  it.each(vectors.chance)("for the numbers of seed $seed", ({ seed, numbers }) => {
    const chance = makeChance(seed);
    const made = Array.from({ length: 700 }, chance);
    expect([0, 1, 2, 311, 312, 699].map((place) => made[place])).toEqual(numbers);
  });

  it.each(vectors.draws)("for $round, $minutes minutes, seed $seed", ({ round, minutes, seed, nudges, drawn }) => {
    expect(drawQuestions(candidates, round, minutes, seed).map(({ id }) => id)).toEqual(drawn);
    expect(nudgesOf(minutes)).toEqual(nudges);
  });

  it.each(vectors.phases)("for the phases of $round in $minutes minutes", ({ round, minutes, phases }) => {
    expect(splitPhases(round, minutes).map(({ title, starts, ends }) => [title, starts, ends])).toEqual(phases);
  });

  it.each(vectors.marks)("for the score of $said of $points and $marks", ({ said, points, marks, score, rating }) => {
    const given: Partial<Record<Rubric, number>> = {};
    marks.forEach((mark, place) => (given[RUBRIC[place] as Rubric] = mark));
    const made = scoreOf({ said: Array.from({ length: said }, (_, place) => place + 1), marks: given }, points);
    expect(made).toBeCloseTo(score, 12);
    expect(ratingOf(made)).toBe(rating);
  });

  it("knows the phase of a minute, the last one after the end", () => {
    const phases = splitPhases("coding", 45);
    expect(phaseAt(phases, 0)?.title).toBe("understand and ask");
    expect(phaseAt(phases, 5)?.title).toBe("plan and agree");
    expect(phaseAt(phases, 99)?.title).toBe("your questions");
  });
});

const wish = { role: "mle", level: "mid", round: "ml-breadth", company: "", minutes: 20, recorded: false };
const asked = ["p/a", "p/b", "p/c"].map((item) => ({ item, title: `What is ${item}?`, topic: "p/t", minutes: 5 }));
const begin = (): Mock => startMock("mock-1", 7, wish, asked, 1_000_000);
const MINUTE = 60_000;

describe("a mock", () => {
  it("goes from question to question, then to the marks", () => {
    let mock = note(probe(probe(begin(), 3), 3), "said too much");
    expect(currentAnswer(mock)).toMatchObject({ probes: 2, notes: "said too much" });
    mock = goOn(mock, 1_000_000 + 3 * MINUTE);
    expect(mock.answers[0]?.seconds).toBe(180);
    mock = goOn(mock, 1_000_000 + 5 * MINUTE);
    expect([mock.stage, mock.at, mock.answers[1]?.seconds]).toEqual(["asking", 2, 120]);
    mock = goOn(mock, 1_000_000 + 9 * MINUTE);
    expect([mock.stage, mock.at, mock.answers.length]).toEqual(["marking", 0, 3]);
  });

  it("marks what was begun when it ends early", () => {
    const mock = endAsking(goOn(begin(), 1_060_000), 1_090_000);
    expect(mock.answers.map(({ seconds }) => seconds)).toEqual([60, 30]);
    expect([mock.stage, mock.at]).toEqual(["marking", 0]);
  });

  it("puts no more probes than there are, and no time before the clock went back", () => {
    expect(currentAnswer(probe(probe(begin(), 1), 1)).probes).toBe(1);
    expect(goOn(begin(), 0).answers[0]?.seconds).toBe(0);
  });

  it("takes ticks and marks, and goes back", () => {
    let mock = endAsking(goOn(begin(), 1_060_000), 1_090_000);
    mock = tickPoint(tickPoint(tickPoint(mock, 3, true), 1, true), 3, false);
    expect(currentAnswer(mock).said).toEqual([1]);
    for (const name of RUBRIC) mock = setMark(mock, name, 4);
    expect(isMarked(currentAnswer(mock))).toBe(true);
    mock = finishMark(mock, false);
    expect([mock.stage, mock.at]).toEqual(["marking", 1]);
    mock = finishMark(mock, true);
    expect(mock.stage).toBe("done");
    expect([backToMark(mock).stage, backToMark(mock).at, backToMark(backToMark(mock)).at]).toEqual(["marking", 1, 0]);
  });

  it("is read back as it was, and nothing else is", () => {
    const mock = goOn(begin(), 1_060_000);
    expect(readMock(JSON.parse(JSON.stringify(mock)))).toEqual(mock);
    for (const value of [null, undefined, {}, [], { v: 2 }, { ...mock, at: 9 }, { ...mock, stage: "x" }, { ...mock, answers: [] }]) {
      expect(readMock(value)).toBeNull();
    }
  });

  it("says the clock", () => {
    expect([describeClock(61), describeClock(0.2), describeClock(-5), describeClock(2700)]).toEqual(["1:01", "0:01", "0:00", "45:00"]);
  });

  it("understands wishes from anywhere", () => {
    const choices = { roles: ["mle", "ds"], levels: ["junior", "mid"], rounds: ["coding", "ml-breadth"], companies: ["c/g"] };
    expect(readWish({}, choices)).toEqual({ role: "mle", level: "mid", round: "ml-breadth", company: "", minutes: 45, recorded: false });
    expect(readWish({ role: "ds", level: "x", round: "coding", company: "c/g", minutes: "30", recorded: true }, choices)).toEqual({
      role: "ds", level: "mid", round: "coding", company: "c/g", minutes: 30, recorded: true,
    }); // prettier-ignore
    expect(readWish({ minutes: 999 }, choices).minutes).toBe(45);
  });
});

describe("a report", () => {
  const done = (): Mock => {
    let mock = note(begin(), "Too fast | twice.\nSlow down.");
    mock = endAsking(goOn(mock, 1_000_000 + 4 * MINUTE), 1_000_000 + 6 * MINUTE);
    for (const name of RUBRIC) mock = setMark(mock, name, 2);
    mock = finishMark(tickPoint(mock, 1, true), false);
    for (const name of RUBRIC) mock = setMark(mock, name, 4);
    return finishMark([1, 2, 3, 4].reduce((made, point) => tickPoint(made, point, true), mock), false);
  };
  const now = Date.UTC(2026, 10, 22, 19, 5);
  const report = makeReport(done(), () => 4, now);
  let serial = 0;
  const moment = () => ({ now, offset: 60, id: `event-${String(serial++).padStart(4, "0")}` });

  it("becomes events that the terminal reads", () => {
    if (!report) throw new Error("no report");
    const events = makeEvents(report, moment);
    for (const event of events) expect(findFault(event)).toBe("");
    expect(events.map(({ kind, item, rating, seconds, origin }) => [kind, item, rating, seconds, origin])).toEqual([
      ["review", "p/a", 1, 240, "mock"],
      ["review", "p/b", 4, 120, "mock"],
      ["mock", "mock/ml-breadth-2026-11-22-1905", null, 360, "browser"],
      ["document", "mock/ml-breadth-2026-11-22-1905", null, 0, "browser"],
    ]);
    expect(events[0]?.data).toEqual({ points: [1] });
    expect(events[2]?.data).toEqual({ round: "ml-breadth", score: 0.688, seed: 7 });
    expect(readReport(events[3]?.data["body"])).toEqual(report);
    expect(nameOf(report)).toBe("mock/ml-breadth-2026-11-22-1905");
  });

  it("leaves out what was skipped, and is none when all was", () => {
    const mock = endAsking(begin(), 1_060_000);
    expect(makeReport(finishMark(mock, true), () => 4, now)).toBeNull();
  });

  it("is told in the form of the terminal's scorecard", () => {
    if (!report) throw new Error("no report");
    expect(renderMarkdown(report)).toBe(`# Mock: ml-breadth, 20 minutes

Score 69 %. Seed 7. 2026-11-22.

| question | key points | clarity | structure | depth | time |
|---|---|---|---|---|---|
| What is p/a? | 1 of 4 | 2 | 2 | 2 | 4 min |
| What is p/b? | 4 of 4 | 4 | 4 | 4 | 2 min |

Weakest: What is p/a? (\`p/a\`).

## Notes

### What is p/a?

Too fast | twice.
Slow down.
`);
  });

  it("that is none of ours is passed over", () => {
    for (const value of [null, {}, { v: 1 }, { ...report, rows: [null] }, { ...report, at: "yesterday" }, { ...report, rows: [{ item: 1 }] }]) {
      expect(readReport(value)).toBeNull();
    }
  });
});
