/** The link between this page's journal and the workspace that `site serve` serves: both get what the other has. */
import { make } from "../core/dom";
import type { Journal } from "../progress/journal";
import { type Batch, type Place, cutIntoLoads, readBatch, readPlace } from "./state";

const ADDRESS = "/-/journal";
const MOST_SENT = 400_000;
/** What a browser still sends when the page is left at once. */
const MOST_LEAVING = 60_000;
/** What the server says where there is no workspace. */
const NOTHING = 204;

export class Link {
  readonly #name: string;
  #turn: Promise<void> = Promise.resolve();
  #isMerged = false;
  #isAlone = false;

  constructor(
    readonly journal: Journal,
    site: string,
  ) {
    this.#name = `prep-tracker:served:${site}`;
    journal.onChange(() => this.#soon());
    document.addEventListener("prep-tracker:journal", () => this.#soon());
    this.#soon();
  }

  /** One exchange after the other; what fails is tried again with the next change. */
  #soon(): void {
    this.#turn = this.#turn.then(() => this.#exchange()).catch(() => undefined);
  }

  async #exchange(): Promise<void> {
    if (this.#isAlone) return;
    const place = this.#read();
    const mine = await this.journal.readAll();
    const isKnown = place !== null && mine.length === place.count;
    const first = await this.#ask(isKnown ? `after=${place.row}` : "after=0&ids");
    if (!first) return;
    if (place && place.journal !== first.journal && !this.#isMerged) return this.#warn();
    if (isKnown && place.journal !== first.journal) return this.#forget();
    const inStep = new Set(mine.map((event) => event.id));
    const row = await this.#take(first, inStep);
    if (first.ids) {
      const { ids } = first;
      await this.#give(mine.filter((event) => !ids.has(event.id)));
    }
    // What was done here meanwhile is not counted, so that the next exchange sees it.
    const count = (await this.journal.readAll()).filter((event) => inStep.has(event.id)).length;
    this.#keep({ journal: first.journal, row, count });
  }

  async #ask(query: string): Promise<Batch | null> {
    const response = await fetch(`${ADDRESS}?${query}`, { cache: "no-store" });
    return response.ok && response.status !== NOTHING ? readBatch(await response.json()) : null;
  }

  /** Takes a batch and those after it, and adds their ids; the last row. */
  async #take(first: Batch, inStep: Set<string>): Promise<number> {
    let batch: Batch | null = first;
    let { row } = first;
    while (batch) {
      if (batch.events.length && !(await this.journal.add(batch.events))) throw new Error(this.journal.trouble);
      for (const { id } of batch.events) inStep.add(id);
      row = batch.row;
      batch = batch.more ? await this.#ask(`after=${row}`) : null;
    }
    return row;
  }

  async #give(events: Parameters<typeof cutIntoLoads>[0]): Promise<void> {
    for (const load of cutIntoLoads(events, MOST_SENT)) {
      const headers = { "Content-Type": "application/x-ndjson", "X-Prep-Tracker": "1" };
      const response = await fetch(ADDRESS, { method: "POST", headers, body: load, keepalive: load.length < MOST_LEAVING });
      if (!response.ok || response.status === NOTHING) throw new Error(await response.text());
    }
  }

  /** This browser was in step with another workspace: nothing is mixed unasked. */
  #warn(): void {
    if (document.querySelector(".pt-news--workspace")) return;
    const words = "This browser's progress comes from another workspace than the one that is served now.";
    const merge = make("button", { type: "button" }, "Bring both together");
    const later = make("button", { type: "button" }, "Keep them apart");
    const news = make("div", { class: "pt-news pt-news--workspace", role: "status" }, make("p", {}, words), merge, later);
    merge.addEventListener("click", () => {
      this.#isMerged = true;
      news.remove();
      this.#forget();
    });
    later.addEventListener("click", () => {
      this.#isAlone = true;
      news.remove();
    });
    document.body.append(news);
  }

  /** Begins from nothing, so that each side gets all that it lacks. */
  #forget(): void {
    try {
      localStorage.removeItem(this.#name);
    } catch {
      // Then nothing was kept.
    }
    this.#soon();
  }

  #read(): Place | null {
    try {
      return readPlace(localStorage.getItem(this.#name));
    } catch {
      return null;
    }
  }

  #keep(place: Place): void {
    try {
      localStorage.setItem(this.#name, JSON.stringify(place));
    } catch {
      // The next page then compares everything once more.
    }
  }
}
