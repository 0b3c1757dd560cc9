import { describe, expect, it } from "vitest";
import { describeShown, isWanted, listChoices, readFacts, readWish, writeWish } from "../../src/widgets/filters/state";

const facts = readFacts("level:mid minutes:6 asked:often role:mle role:ds round:ml-depth", "due");

describe("filters of a list", () => {
  it.each([
    [{}, true],
    [{ level: "mid", role: "ds", round: "ml-depth", asked: "often", status: "due" }, true],
    [{ role: "genai" }, false],
    [{ level: "senior" }, false],
    [{ minutes: "10" }, true],
    [{ minutes: "5" }, false],
    [{ status: "new" }, false],
  ] as const)("%j shows the entry: %j", (wish, shown) => {
    expect(isWanted(facts, wish)).toBe(shown);
  });

  it("take what was never rated for new", () => {
    expect(isWanted(readFacts("level:mid", ""), { status: "new" })).toBe(true);
  });

  it("offer only what tells entries apart, and what is wished already", () => {
    const other = readFacts("level:senior minutes:12 asked:often role:mle", "");
    const names = (facet: Parameters<typeof listChoices>[0], wish = {}) => listChoices(facet, [facts, other], wish).map(([value]) => value);
    expect(names("level")).toEqual(["mid", "senior"]);
    expect(names("asked")).toEqual([]);
    expect(names("asked", { asked: "rare" })).toEqual(["rare"]);
    expect(names("role")).toEqual(["ds"]);
    expect(names("minutes")).toEqual(["10"]);
    expect(names("status")).toEqual(["new", "due"]);
  });

  it("live in the address beside other parameters, and take nothing unknown from it", () => {
    const wish = readWish("?only-level=mid&only-role=nobody&level=senior&x=1");
    expect(wish).toEqual({ level: "mid" });
    expect(writeWish("?x=1", wish)).toBe("?x=1&only-level=mid");
    expect(writeWish("?only-level=mid", {})).toBe("");
  });

  it("say how many are shown", () => {
    expect([describeShown(3, 3), describeShown(1, 3)]).toEqual(["3 in all", "1 of 3 shown"]);
  });
});
