import { describe, expect, it } from "vitest";
import { makeReview, readLines } from "../../src/progress/event";
import { MOST_LINK, cutForCodes, eventsSince, pack, unpack } from "../../src/widgets/carry/state";
import { describeImport, describeKinds } from "../../src/widgets/keeping/state";

const NOW = Date.parse("2026-01-01T10:00:00.000Z");
const chance = (number: number): string => Array.from({ length: 32 }, (_, place) => ((number * 7919 + place * 104_729 + number * place * 31) % 16).toString(16)).join("");
const event = (number: number) => makeReview({ now: NOW + number * 60_000, offset: 60, id: chance(number) }, `fundamentals/question-${number}`, { rating: 3, seconds: 30 + number });
const events = Array.from({ length: 60 }, (_, number) => event(number));
const PAGE = "https://example.org/below/settings.html";

describe("events as links", () => {
  it("come back as they were", async () => {
    expect(readLines((await unpack(await pack(events))) ?? "").events).toEqual(events);
  });

  it("fit into codes one after the other, and are refused when they are too many", async () => {
    const links = (await cutForCodes(events, PAGE)) ?? [];
    expect(links.length).toBeGreaterThan(1);
    expect(links.every((link) => link.length <= MOST_LINK)).toBe(true);
    const texts = await Promise.all(links.map((link) => unpack(new URL(link).hash)));
    expect(readLines(texts.join("\n")).events).toEqual(events);
    expect(await cutForCodes(Array.from({ length: 3000 }, (_, number) => event(number)), PAGE)).toBeNull();
  });

  it.each(["", "#other", "#take=", "#take=%%%", "#take=AAAA", `#take=${"A".repeat(200_000)}`])("are not made of %.20s", async (hash) => {
    expect(await unpack(hash)).toBeNull();
  });

  it("never unpack more than a link may hold", async () => {
    const bomb = new Blob(["x".repeat(5_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(bomb).arrayBuffer());
    expect(await unpack(`#take=${Buffer.from(bytes).toString("base64url")}`)).toBeNull();
  });

  it("are those of a span, oldest first", () => {
    expect(eventsSince([...events].reverse(), NOW + 57 * 60_000)).toEqual(events.slice(58));
  });
});

it("an import says what came", () => {
  expect(describeKinds(events.slice(0, 1))).toBe("1 review");
  expect(describeImport({ events: [event(1), event(1), event(2)], known: new Set([event(2).id]), problems: ["line 3: not JSON"] })).toBe(
    "1 new event (1 review), 2 known already. 1 line could not be used: line 3: not JSON.",
  );
});
