import { expect, it } from "vitest";
import type { Card } from "../../src/progress/replay";
import { arcsOf, countCards, describeCount, placeOf } from "../../src/widgets/rings/state";

const card = (item: string, stability: number, due: number): [string, Card] => [
  item,
  { item, memory: { stability, difficulty: 5, last: 0 }, due, rating: 3, reviews: 1, lapses: 0, seconds: 0, suspended: false },
];

it("counts what is known and what is begun, in arcs and words", () => {
  const cards = new Map([card("p/a", 30, 9), card("p/b", 3, 9), card("p/c", 30, 1), card("q/x", 30, 9)]);
  const count = countCards(["p/a", "p/b", "p/c", "p/d"], cards, 5);
  expect(count).toEqual({ known: 1, begun: 2, total: 4 });
  expect(arcsOf(count)).toEqual([25, 75]);
  expect(describeCount(count)).toBe("1 known, 2 begun, of 4");
  expect(arcsOf(countCards([], cards, 5))).toEqual([0, 0]);
});

it("knows what a link leads to", () => {
  expect(placeOf("topics/p/t.html")).toEqual({ topic: "p/t" });
  expect(placeOf("packs/p.html")).toEqual({ pack: "p" });
  for (const path of ["topics/p.html", "packs.html", "questions/p/q.html", "https://x/packs/p.html"]) expect(placeOf(path)).toBeNull();
});
