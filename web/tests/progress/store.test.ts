import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { makeReview } from "../../src/progress/event";
import { Store } from "../../src/progress/store";

const event = (id: string) =>
  makeReview({ now: Date.parse("2026-01-01T10:00:00.000Z"), offset: 0, id }, "p/q", { rating: 3, seconds: 1 });

const stores: Store[] = [];
const open = async (site: string): Promise<Store> => {
  const store = await Store.open(site);
  stores.push(store);
  return store;
};
afterEach(() => stores.splice(0).forEach((store) => store.close()));

describe("the store", () => {
  it("adds each event once", async () => {
    const store = await open("/once/");
    expect(await store.add([event("00000001"), event("00000002")])).toBe(2);
    expect(await store.add([event("00000002"), event("00000003")])).toBe(1);
    expect((await store.readAll()).events.map((one) => one.id)).toEqual(["00000001", "00000002", "00000003"]);
  });

  it("keeps sites apart", async () => {
    await (await open("/one/")).add([event("00000001")]);
    expect((await (await open("/two/")).readAll()).events).toEqual([]);
  });

  it("passes over a damaged record and keeps it", async () => {
    const store = await open("/damaged/");
    await store.add([event("00000001"), { ...event("00000002"), rating: 9 } as never]);
    const { events, damaged } = await store.readAll();
    expect([events.length, damaged]).toEqual([1, 1]);
  });

  it("leaves data of a newer version alone", async () => {
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open("prep-tracker:/newer/", 99);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    await expect(Store.open("/newer/")).rejects.toMatchObject({ reason: "newer" });
  });
});
