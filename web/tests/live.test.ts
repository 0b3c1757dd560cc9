import { describe, expect, it } from "vitest";
import { cutIntoLoads, readBatch, readPlace } from "../src/live/state";
import { makeReview, readLines, renderEvent } from "../src/progress/event";

const event = (number: number) =>
  makeReview({ now: Date.parse("2026-01-01T10:00:00.000Z") + number, offset: 0, id: `event-${String(number).padStart(4, "0")}` }, "p/q", { rating: 3, seconds: 1 });

describe("an exchange with the workspace", () => {
  it("takes events that are whole, and leaves the others out", () => {
    const lines = [renderEvent(event(1)), "{", JSON.stringify({ ...event(2), rating: 9 })];
    expect(readBatch({ journal: "j", row: 7, more: true, lines })).toEqual({ journal: "j", row: 7, more: true, ids: null, events: [event(1)] });
    expect(readBatch({ journal: "j", row: 7, lines: [], ids: ["a", 1] })?.ids).toEqual(new Set(["a"]));
    for (const value of [null, [], {}, { journal: 1, row: 1, lines: [] }, { journal: "j", row: 1, lines: "x" }]) expect(readBatch(value)).toBeNull();
  });

  it("sends everything in loads of a size", () => {
    const events = Array.from({ length: 20 }, (_, number) => event(number));
    const loads = cutIntoLoads(events, 1000);
    expect(loads.length).toBeGreaterThan(1);
    expect(loads.every((load) => load.length <= 1000)).toBe(true);
    expect(readLines(loads.join("")).events).toEqual(events);
    expect(cutIntoLoads(events.slice(0, 1), 1)).toHaveLength(1);
    expect(cutIntoLoads([], 1)).toEqual([]);
  });

  it("knows where it was, or begins anew", () => {
    expect(readPlace('{"journal":"j","row":3,"count":2}')).toEqual({ journal: "j", row: 3, count: 2 });
    for (const kept of [null, "", "{", "null", "[]", '{"journal":"j","row":"3","count":2}']) expect(readPlace(kept)).toBeNull();
  });
});
