import { describe, expect, it } from "vitest";
import { findFault } from "../../src/progress/event";
import { difference } from "../../src/widgets/exercise/field";
import { breakLine, indent, outdent } from "../../src/widgets/exercise/keys";
import { judgeChance } from "../../src/widgets/exercise/python";
import { begin, cutShort, describeVerdict, findDue, isPassed, makeAttempt, newAttempt, rate, readAttempt, readReport, type Verdict } from "../../src/widgets/exercise/state";

/** A field written with `[` and `]` around the selection. */
const field = (marked: string) => ({ text: marked.replace(/[[\]]/g, ""), from: marked.indexOf("["), to: marked.indexOf("]") - 1 });
const shown = ({ text, from, to }: { text: string; from: number; to: number }): string =>
  `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;

describe("keys in the plain field", () => {
  it.each([
    ["[]x", "    []x"],
    ["ab[]", "ab  []"],
    ["abcd[]", "abcd    []"],
    ["a\n[b\n\nc]\nd", "a\n    [b\n\n    c]\nd"],
    ["[a\n]b", "    [a\n]b"],
  ])("Tab in %j gives %j", (before, after) => expect(shown(indent(field(before)))).toBe(after));

  it.each([
    ["    x[]", "x[]"],
    ["  x[]", "x[]"],
    ["x[]", "x[]"],
    ["      x[]", "  x[]"],
    ["    [a\n  b\nc]", "[a\nb\nc]"],
    [" []   x", "[]x"],
    ["\tx[]", "x[]"],
  ])("Shift and Tab in %j gives %j", (before, after) => expect(shown(outdent(field(before)))).toBe(after));

  it.each([
    ["x[]", "x\n[]"],
    ["    x[]", "    x\n    []"],
    ["def f():[]", "def f():\n    []"],
    ["  if x:  # why[]", "  if x:  # why\n      []"],
    ["a[bc]d", "a\n[]d"],
    ["x = {1:[] 2}", "x = {1:\n    [] 2}"],
  ])("Enter in %j gives %j", (before, after) => expect(shown(breakLine(field(before)))).toBe(after));

  it.each([
    ["", ""],
    ["abc", "abc"],
    ["abc", "abXc"],
    ["aaa", "aaaa"],
    ["aaaa", "aa"],
    ["x\ny", "  x\n  y"],
  ])("the smallest change from %j to %j makes it", (before, after) => {
    const [first, last, words] = difference(before, after);
    expect(before.slice(0, first) + words + before.slice(last)).toBe(after);
    expect(first).toBeLessThanOrEqual(last);
  });
});

const checked = (name: string, status: "passed" | "failed") => ({ name, status, input: "f()", expected: "1", got: "2", message: "no" }) as const;
const verdict = (...statuses: ("passed" | "failed")[]): Verdict => ({
  verdict: statuses.includes("failed") ? "failed" : "passed",
  message: "",
  tests: statuses.map((status, place) => checked(`test ${place}`, status)),
  of: statuses.length,
  printed: "",
  printedBytes: 0,
});
const MINUTE = 60_000;

describe("an attempt", () => {
  const at = 1_700_000_000_000;
  const started = begin(newAttempt("x"), at);

  it.each([
    ["failed", started, verdict("passed", "failed"), 1, 1],
    ["copied", { ...started, seen: true }, verdict("passed"), 1, 1],
    ["with hints", { ...started, hints: 1 }, verdict("passed"), 1, 2],
    ["late", started, verdict("passed"), 21, 2],
    ["passed", started, verdict("passed"), 15, 3],
    ["quick, but the first", started, verdict("passed"), 5, 3],
    ["quick, and not the first", { ...started, number: 1 }, verdict("passed"), 10, 4],
    ["without tests", started, verdict(), 1, 1],
  ] as const)("that is %s is rated as in the terminal", (_, attempt, found, minutes, rating) => {
    expect(rate(attempt, found, 20, at + minutes * MINUTE)).toBe(rating);
  });

  it("becomes an event in the terminal's form", () => {
    const moment = { now: at + 5 * MINUTE, offset: 0, id: "event-0001" };
    const event = makeAttempt(moment, "p/x", started, verdict("passed", "failed"), 20);
    expect(findFault(event)).toBe("");
    expect(event).toMatchObject({ kind: "attempt", item: "p/x", rating: 1, seconds: 300 });
    expect(event.data).toEqual({ passed: false, verdict: "failed", tests: 1, of: 2, hints: 0, solution_seen: false });
    const late = makeAttempt({ ...moment, now: at + 999 * MINUTE }, "p/x", started, verdict("passed"), 20, { whiteboard: true });
    expect([late.seconds, late.data["whiteboard"]]).toEqual([3600, true]);
    expect(makeAttempt({ ...moment, now: at - MINUTE }, "p/x", started, verdict("passed"), 20).seconds).toBe(0);
  });

  it("comes back by its ratings", () => {
    const event = (id: string, now: number, found: Verdict) => makeAttempt({ now, offset: 0, id }, "p/x", started, found, 20);
    const first = event("event-0001", at, verdict("failed"));
    const second = event("event-0002", at + 2 * 86_400_000, verdict("passed"));
    expect(findDue([], "p/x", 0.9)).toBeNull();
    const early = findDue([first], "p/x", 0.9);
    const later = findDue([second, first], "p/x", 0.9);
    expect(early).toBeGreaterThan(at);
    expect(later).toBeGreaterThan(early ?? 0);
    expect(findDue([first], "p/y", 0.9)).toBeNull();
  });

  it("keeps the instant of its first key, and is read back", () => {
    expect(begin(started, at + 1)).toBe(started);
    expect(readAttempt(JSON.parse(JSON.stringify(started)))).toEqual(started);
    for (const value of [null, undefined, {}, { v: 1 }, { ...started, code: 1 }, { ...started, hints: "x" }]) expect(readAttempt(value)).toBeNull();
  });
});

describe("a verdict", () => {
  it("is read from the judge's report", () => {
    const text = JSON.stringify({ verdict: "passed", message: "", tests: [checked("a", "passed")], printed: "hi", printed_bytes: 9 });
    const read = readReport(text);
    expect([isPassed(read), describeVerdict(read), read.printedBytes, read.of]).toEqual([true, "Passed: 1 of 1 tests passed.", 9, 1]);
  });

  it("of a run that was stopped names the test under way", () => {
    const cut = cutShort("timeout", "no answer", [checked("a", "passed")], 3);
    expect(cut.tests.map(({ name, status }) => [name, status])).toEqual([["a", "passed"], ["test 2 of 3", "failed"]]);
    expect(describeVerdict(cut)).toBe("Stopped: no answer.");
    expect(isPassed(cut)).toBe(false);
    expect(cutShort("crashed", "gone", [], 0).tests).toEqual([]);
  });
});

describe("Python on a site", () => {
  const note = { bytes: 5, hosted: ["numpy"], judge: {} };

  it("is here when nothing is missing, elsewhere when a package is, and else not", () => {
    expect(judgeChance(note, []).kind).toBe("here");
    expect(judgeChance(note, ["numpy"]).kind).toBe("here");
    expect(judgeChance({ ...note, hosted: [] }, ["numpy"])).toMatchObject({ kind: "elsewhere", missing: ["numpy"] });
    expect(judgeChance({ ...note, bytes: 0 }, []).kind).toBe("no");
  });
});
