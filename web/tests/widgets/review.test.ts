import { describe, expect, it } from "vitest";
import { actionOf, advance, currentTurn, describePlace, describeTurns, endSitting, readSitting, startSitting, stepBack, summarize } from "../../src/widgets/review/state";

const turns = [{ item: "p/a", why: "due" }, { item: "p/b", why: "new" }, { item: "p/c", why: "new" }] as const;
const done = (item: string, rating: 0 | 1 | 3, seconds = 90) => ({ item, title: item, event: `event-of-${item}`, rating, seconds });

describe("sitting", () => {
  it("goes on until the questions end", () => {
    let sitting = startSitting(turns, 20);
    expect(describePlace(sitting)).toBe("Question 1 of 3 · due · 0 of 20 min");
    for (const { item } of turns) {
      expect(currentTurn(sitting)?.item).toBe(item);
      sitting = advance(sitting, done(item, item === "p/b" ? 0 : 3));
    }
    expect(currentTurn(sitting)).toBeNull();
    expect(summarize(sitting)).toBe("2 questions rated in 5 minutes, 2 of them known; 1 put aside.");
  });

  it("ends when its minutes are used up, never before the first answer", () => {
    const sitting = startSitting(turns, 0);
    expect(currentTurn(sitting)?.item).toBe("p/a");
    expect(currentTurn(advance({ ...sitting, minutes: 5 }, done("p/a", 1, 300)))).toBeNull();
  });

  it("goes back to what was done last", () => {
    const sitting = startSitting(turns, 20);
    expect(stepBack(sitting)).toBeNull();
    const step = stepBack(advance(advance(sitting, done("p/a", 3)), done("p/b", 1)));
    expect(step?.undone.event).toBe("event-of-p/b");
    expect(step && currentTurn(step.sitting)?.item).toBe("p/b");
    expect(step?.sitting.done.length).toBe(1);
  });

  it("has nothing left once ended, but its last deed can be taken back", () => {
    const ended = endSitting(advance(startSitting(turns, 20), done("p/a", 3)));
    expect(currentTurn(ended)).toBeNull();
    expect(currentTurn(stepBack(ended)?.sitting ?? ended)?.item).toBe("p/a");
  });

  it("is read back as it was, and nothing else is", () => {
    const sitting = advance(startSitting(turns, 10), done("p/a", 3));
    expect(readSitting(JSON.stringify(sitting))).toEqual(sitting);
    for (const text of [null, "", "{", "null", "[]", '{"v":2}', '{"v":1,"turns":[],"done":[],"at":0}']) expect(readSitting(text)).toBeNull();
  });

  it("is told in words", () => {
    expect(describeTurns(turns)).toBe("3 questions: 1 due, 2 new.");
    expect(describeTurns(turns.slice(0, 1))).toBe("1 question: 1 due.");
  });
});

describe("keys of a sitting", () => {
  it.each([
    [" ", false, "reveal"],
    ["3", false, null],
    ["3", true, 3],
    [" ", true, null],
    ["Enter", true, "accept"],
    ["Y", true, "said"],
    ["u", false, "undo"],
    ["s", true, "aside"],
    ["toString", true, null],
    ["constructor", false, null],
  ] as const)("%j with the answer shown: %j means %j", (key, shown, action) => {
    expect(actionOf(key, shown)).toBe(action);
  });
});
