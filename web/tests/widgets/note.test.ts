import { describe, expect, it } from "vitest";
import { readFacts, isWanted } from "../../src/widgets/filters/state";
import { readTree } from "../../src/widgets/note/tree";
import { marksOf } from "../../src/widgets/own/state";

describe("a note", () => {
  it("becomes a tree of what Markdown means", () => {
    expect(readTree("# Say *why*\n\n- one\n- `two`\n\n```py\nx < 1\n```")).toEqual([
      { tag: "h3", inside: ["Say ", { tag: "em", inside: ["why"] }] },
      { tag: "ul", inside: [{ tag: "li", inside: ["one"] }, { tag: "li", inside: [{ tag: "code", inside: ["two"] }] }] },
      { tag: "pre", inside: [{ tag: "code", inside: ["x < 1"] }] },
    ]);
    expect(readTree("a\n\n> b\n\n---\n\n1. c")).toEqual([
      { tag: "p", inside: ["a"] },
      { tag: "blockquote", inside: [{ tag: "p", inside: ["b"] }] },
      { tag: "hr", inside: [] },
      { tag: "ol", inside: [{ tag: "li", inside: ["c"] }] },
    ]);
    expect(JSON.stringify(readTree("|a|b|\n|-|-|\n|1|2|"))).toContain('"tag":"td","inside":["1"]');
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=x>c</b>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,x)",
    "![x](https://example.org/y.png)",
  ])("takes no markup and no address but of the web over: %s", (text) => {
    const names = (tree: ReturnType<typeof readTree>): string[] =>
      tree.flatMap((one) => (typeof one === "string" ? [] : [one.tag, one.href ?? "", ...names(one.inside)]));
    expect(names(readTree(text)).filter((name) => name !== "" && name !== "p")).toEqual([]);
  });

  it("links to the web", () => {
    expect(readTree("[x](https://example.org/)")).toEqual([{ tag: "p", inside: [{ tag: "a", href: "https://example.org/", inside: ["x"] }] }]);
  });

  it("is shown however deep it is nested", () => {
    expect(() => readTree(">".repeat(500) + " deep")).not.toThrow();
  });
});

it("what is kept on a question marks it, and lists filter by it", () => {
  const kept = { bookmarks: new Set(["p/a"]), notes: new Map([["p/a", "x"], ["p/b", "y"]]) };
  expect([marksOf("p/a", kept), marksOf("p/b", kept), marksOf("p/c", kept)]).toEqual([["bookmark", "note"], ["note"], []]);
  const facts = readFacts("level:mid", "", marksOf("p/b", kept).join(" "));
  expect([isWanted(facts, { own: "note" }), isWanted(facts, { own: "bookmark" })]).toEqual([true, false]);
});
