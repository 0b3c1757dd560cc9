import { describe, expect, it } from "vitest";
import { MOST_BODY, MOST_NOTE, findFault, makeBookmark, makeDocument, makeNote, makeReview, makeSuspension, makeUndo, readLines, renderEvent, renderHeader } from "../../src/progress/event";
import { replayKept } from "../../src/progress/kept";
import { newestId, replayEvents, standingEvents } from "../../src/progress/replay";

let serial = 0;
const at = (iso: string): { now: number; offset: number; id: string } => ({
  now: Date.parse(iso),
  offset: 60,
  id: `event-${String((serial += 1)).padStart(8, "0")}`,
});
const good = (iso: string, item = "p/q") => makeReview(at(iso), item, { rating: 3, seconds: 12.34 });

describe("events", () => {
  it("come back from their lines", () => {
    const event = makeReview(at("2026-01-01T10:00:00.123Z"), "p/q", { rating: 2, seconds: 9, points: [0, 2] });
    expect(event.at).toBe("2026-01-01T10:00:00.123Z");
    expect(readLines(`${renderHeader("here", 0)}\n${renderEvent(event)}\n\n`)).toEqual({ events: [event], problems: [] });
  });

  it.each([
    [{ rating: 5 }, "rating must be 1 to 4 or null"],
    [{ rating: null }, "a review needs a rating"],
    [{ v: 2 }, "written by a newer prep-tracker"],
    [{ id: "UPPER-CASE" }, "id must be 8-64 of 0-9 a-z -"],
    [{ kind: "party" }, "kind is not one of ours"],
    [{ item: "a\u202eb" }, "item must be 1-200 printable characters"],
    [{ at: "1999-12-31T23:59:59.999Z" }, "at must lie between the years 2000 and 2100"],
    [{ at: "2026-01-01" }, "at must lie between the years 2000 and 2100"],
    [{ offset: 1081 }, "offset must be within 18 hours, in minutes"],
    [{ seconds: -1 }, "seconds must lie between 0 and 86400"],
    [{ seconds: Number.NaN }, "seconds must lie between 0 and 86400"],
    [{ data: [] }, "data must be an object"],
    [{ kind: "undo", data: {} }, "an undo needs data.undoes"],
    [{ kind: "bookmark", data: { on: 1 } }, "a bookmark needs data.on, true or false"],
    [{ kind: "note", data: {} }, "a note needs data.text of at most 20000 characters"],
    [{ kind: "note", data: { text: "x".repeat(MOST_NOTE + 1) } }, "a note needs data.text of at most 20000 characters"],
    [{ kind: "document", data: {} }, "a document needs data.body, an object or null, of at most 200000 characters"],
    [{ kind: "document", data: { body: [] } }, "a document needs data.body, an object or null, of at most 200000 characters"],
    [{ kind: "document", data: { body: { a: "é".repeat(MOST_BODY / 6) } } }, "a document needs data.body, an object or null, of at most 200000 characters"],
  ])("with %j are refused", (change, fault) => {
    expect(findFault({ ...good("2026-01-01T10:00:00.000Z"), ...change })).toBe(fault);
  });

  it.each(["null", "[]", "7", '"text"', "{", ""])("are not made from %s", (line) => {
    expect(readLines(line).events).toEqual([]);
  });

  it("carry nothing that is not theirs out of a file", () => {
    const line = JSON.stringify({ ...good("2026-01-01T10:00:00.000Z"), extra: "<script>" });
    expect(Object.keys(readLines(line).events[0] ?? {})).not.toContain("extra");
  });
});

describe("replay", () => {
  const first = good("2026-01-01T10:00:00.000Z");
  const second = good("2026-01-05T10:00:00.000Z");

  it("does not depend on order or on repetition", () => {
    const cards = replayEvents([first, second]);
    expect(replayEvents([second, first, second])).toEqual(cards);
    expect(cards.get("p/q")?.reviews).toBe(2);
  });

  it("forgets what was undone, and the undo itself", () => {
    const undo = makeUndo(at("2026-01-06T10:00:00.000Z"), second);
    expect(standingEvents([undo, second, first])).toEqual([first]);
    expect(replayEvents([first, second, undo])).toEqual(replayEvents([first]));
  });

  it("follows a question to the one that replaces it, and stops in a circle", () => {
    expect(replayEvents([first], 0.9, { "p/q": "p/new" }).has("p/new")).toBe(true);
    expect(newestId("a", { a: "b", b: "a" })).toBe("b");
    expect(newestId("constructor", {})).toBe("constructor");
  });

  it("remembers what was put aside", () => {
    const aside = makeSuspension(at("2026-01-02T10:00:00.000Z"), "p/q", true);
    const back = makeSuspension(at("2026-01-03T10:00:00.000Z"), "p/q", false);
    expect(replayEvents([first, aside]).get("p/q")?.suspended).toBe(true);
    expect(replayEvents([first, aside, back]).get("p/q")?.suspended).toBe(false);
  });

  it("counts a lapse only after the first review", () => {
    const again = (iso: string) => makeReview(at(iso), "p/q", { rating: 1, seconds: 1 });
    expect(replayEvents([again("2026-01-01T10:00:00.000Z"), again("2026-01-02T10:00:00.000Z")]).get("p/q")?.lapses).toBe(1);
  });
});

describe("what is kept beside ratings", () => {
  const minute = (number: number) => at(`2026-01-01T10:${String(number).padStart(2, "0")}:00.000Z`);

  it("is what was said last, in any order", () => {
    const events = [
      makeBookmark(minute(1), "p/q", true),
      makeBookmark(minute(2), "p/r", true),
      makeBookmark(minute(3), "p/r", false),
      makeNote(minute(4), "p/q", "first"),
      makeNote(minute(5), "p/q", "second"),
      makeNote(minute(6), "p/r", "gone"),
      makeNote(minute(7), "p/r", " "),
      makeDocument(minute(8), "profile", { role: "mle" }),
      makeDocument(minute(9), "story/a", { title: "A" }),
      makeDocument(minute(10), "story/a", null),
    ];
    const kept = replayKept([...events].reverse());
    expect([...kept.bookmarks]).toEqual(["p/q"]);
    expect([...kept.notes]).toEqual([["p/q", "second"]]);
    expect([...kept.documents]).toEqual([["profile", { role: "mle" }]]);
    for (const event of events) expect(findFault(event)).toBe("");
  });

  it("comes back when what replaced it is undone", () => {
    const note = makeNote(minute(1), "p/q", "mine");
    const removed = makeNote(minute(2), "p/q", "");
    expect(replayKept([makeUndo(minute(3), removed), removed, note]).notes.get("p/q")).toBe("mine");
    expect(replayKept([note], { "p/q": "p/new" }).notes.get("p/new")).toBe("mine");
  });

  it("holds only text that can be written", () => {
    expect(makeNote(minute(1), "p/q", "a\ud800b").data).toEqual({ text: "a\ufffdb" });
    expect(findFault(makeNote(minute(1), "p/q", "\u{1f600}".repeat(MOST_NOTE + 5)))).toBe("");
  });
});
