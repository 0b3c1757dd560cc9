import { describe, expect, it } from "vitest";
import { findFault, makeReview, makeSuspension, makeUndo, readLines, renderEvent, renderHeader } from "../../src/progress/event";
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
