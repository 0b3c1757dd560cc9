import { describe, expect, it } from "vitest";
import { cutSnippet, markWords, wantedBy } from "../../src/search/snippet";
import { stem } from "../../src/search/words";
import type { Card } from "../../src/progress/replay";
import { describeCard, describeGap, proposeRating, statusOf } from "../../src/widgets/rating/state";
import { describe as say, filterNames, moveChoice, readAddress, writeAddress } from "../../src/widgets/search/state";

const DAY = 86_400_000;
const card = (change: Partial<Card>): Card => ({
  item: "p/q",
  memory: { stability: 5, difficulty: 5, last: 0 },
  due: 5 * DAY,
  rating: 3,
  reviews: 1,
  lapses: 0,
  seconds: 1,
  suspended: false,
  ...change,
});

describe("rating", () => {
  it.each([
    [{ said: 1, total: 5 }, 1],
    [{ said: 3, total: 5 }, 2],
    [{ said: 5, total: 5 }, 3],
    [{ said: 5, total: 5, last: 3, seconds: 60 }, 4],
    [{ said: 5, total: 5, last: 3, seconds: 290 }, 3],
    [{ said: 5, total: 5, last: 2, seconds: 60 }, 3],
    [{ said: 0, total: 0 }, 3],
  ] as const)("%j proposes %i", (sitting, rating) => {
    expect(proposeRating({ seconds: 200, minutes: 5, last: 0, ...sitting })).toBe(rating);
  });

  it.each([
    [undefined, 0, "new"],
    [card({}), DAY, "learning"],
    [card({}), 5 * DAY, "due"],
    [card({ memory: { stability: 21, difficulty: 5, last: 0 } }), DAY, "known"],
    [card({ suspended: true }), 9 * DAY, "aside"],
    [card({ memory: null, due: null }), 0, "new"],
  ] as const)("a card is told by its status", (one, now, status) => {
    expect(statusOf(one, now)).toBe(status);
    expect(describeCard(one, now)).toMatch(/\.$/);
  });

  it.each([
    [0, "today"],
    [1, "in 1 day"],
    [30, "in 30 days"],
    [31, "in 1 month"],
    [100, "in 3 months"],
    [365.25, "in 1 year"],
    [900, "in 2.5 years"],
  ])("%i days are told in words", (days, words) => {
    expect(describeGap(0, days * DAY)).toBe(words);
  });
});

describe("search dialog", () => {
  it("keeps an address in step and other parameters whole", () => {
    const wish = readAddress("?q=a%26b&level=mid&role=nobody&other=1");
    expect(wish).toEqual({ query: "a&b", filters: { level: "mid" } });
    expect(filterNames(wish)).toEqual(["level:mid"]);
    expect(readAddress(writeAddress("?other=1", wish))).toEqual(wish);
    expect(writeAddress("?other=1&q=x", null)).toBe("?other=1");
  });

  it("moves through field and results in a circle", () => {
    expect([moveChoice(-1, 1, 2), moveChoice(0, 1, 2), moveChoice(1, 1, 2), moveChoice(-1, -1, 2)]).toEqual([0, 1, -1, 1]);
    expect(moveChoice(-1, 1, 0)).toBe(-1);
  });

  it("says what there is", () => {
    expect([say("", 0, false), say("x", 0, true), say("x", 0, false), say("x", 1, false)]).toEqual([
      "Type a question, a term or part of one.",
      "Nothing found with these filters.",
      "Nothing found.",
      "1 result",
    ]);
  });
});

describe("snippets", () => {
  const isWanted = wantedBy(["dropout", "overfit"], stem);

  it("mark every form of a word and nothing else", () => {
    const marked = markWords("Dropout, overfitting <b>and</b> more", isWanted).filter((piece) => piece.marked);
    expect(marked.map((piece) => piece.text)).toEqual(["Dropout,", "overfitting"]);
  });

  it("show the run that holds most of the words", () => {
    const text = `${"word ".repeat(100)}dropout fights overfitting ${"word ".repeat(100)}`;
    const shown = cutSnippet(text, isWanted).map((piece) => piece.text).join("");
    expect(shown).toContain("dropout fights overfitting");
    expect(shown.startsWith("… ") && shown.endsWith(" …")).toBe(true);
  });

  it("are empty for an empty text", () => {
    expect(cutSnippet("", isWanted).map((piece) => piece.text).join("")).toBe("");
  });
});
