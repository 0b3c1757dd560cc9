/** Rings of progress: on topics, packs, tips, companies and the syllabus, and on cards that lead to them. */
import { make } from "../../core/dom";
import { shared } from "../../core/parts";
import { loadItems } from "../../progress/items";
import type { Journal } from "../../progress/journal";
import type { Item } from "../../progress/queue";
import { STATUS_TITLES, statusOf } from "../rating/state";
import { arcsOf, type Count, countCards, describeCount, placeOf } from "./state";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 15.9155;
const QUESTION = "a[href*='questions/']";

function drawRing(count: Count): HTMLElement {
  const ring = document.createElementNS(SVG, "svg");
  ring.setAttribute("viewBox", "0 0 36 36");
  ring.setAttribute("aria-hidden", "true");
  const [known, both] = arcsOf(count);
  for (const [name, length] of [["all", 100], ["begun", both], ["known", known]] as const) {
    const arc = document.createElementNS(SVG, "circle");
    const values = { class: `pt-ring__${name}`, cx: 18, cy: 18, r: RADIUS, "stroke-dasharray": `${length} 100`, transform: "rotate(-90 18 18)" };
    for (const [key, value] of Object.entries(values)) arc.setAttribute(key, String(value));
    ring.append(arc);
  }
  return make("span", { class: "pt-ring" }, ring, describeCount(count));
}

/** Shows the rings of this page; nothing where nothing was rated. */
export async function showRings(journal: Journal): Promise<void> {
  if (journal.cards.size === 0) return;
  const rings = new Rings(journal, Date.now());
  rings.showTopic();
  rings.showSyllabus();
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".pt-card > a")];
  const page = document.querySelector<HTMLElement>(".pt-tip, .pt-pack, .pt-company");
  if (!links.some(isPlace) && !page) return;
  const items = await loadItems().catch(() => []);
  for (const link of links.filter(isPlace)) rings.put(link, idsOf(items, link), (ring) => link.append(ring));
  if (page) rings.showHead(page, items);
}

const pathOf = (link: HTMLAnchorElement): string => (link.href.startsWith(shared().root) ? link.href.slice(shared().root.length) : "");
const isPlace = (link: HTMLAnchorElement): boolean => link.dataset["ptTopics"] !== undefined || placeOf(pathOf(link)) !== null;

/** Questions of the topics that a card stands for. */
function idsOf(items: readonly Item[], link: HTMLAnchorElement): string[] {
  const topics = new Set((link.dataset["ptTopics"] ?? "").split(" "));
  const place = placeOf(pathOf(link));
  const isIn = (item: Item): boolean => {
    if (place && "topic" in place) return item.topic === place.topic;
    return place ? item.id.startsWith(`${place.pack}/`) : topics.has(item.topic);
  };
  return items.filter(isIn).map((item) => item.id);
}

class Rings {
  constructor(
    readonly journal: Journal,
    readonly now: number,
  ) {}

  put(place: Element, ids: readonly string[], ring: (made: HTMLElement) => void): void {
    place.querySelector(":scope > .pt-ring")?.remove();
    if (ids.length) ring(drawRing(countCards(ids, this.journal.cards, this.now)));
  }

  /** Below a heading, as a line of its own. */
  below(head: Element | null, ids: readonly string[]): void {
    if (!head) return;
    if (head.nextElementSibling?.classList.contains("pt-ring")) head.nextElementSibling.remove();
    if (ids.length) head.after(drawRing(countCards(ids, this.journal.cards, this.now)));
  }

  showTopic(): void {
    const page = document.querySelector(".pt-topic");
    const entries = [...document.querySelectorAll<HTMLElement>(".pt-topic .pt-entries:first-of-type > .pt-entry")];
    const questions = entries.filter((entry) => entry.querySelector(QUESTION) !== null);
    if (page) this.below(page.querySelector("h1"), questions.map((entry) => entry.dataset["ptId"] ?? ""));
  }

  /** The questions of all topics that the page of a tip, a pack or a company leads to. */
  showHead(page: HTMLElement, items: readonly Item[]): void {
    const links = [...page.querySelectorAll<HTMLAnchorElement>(".pt-card > a, .pt-chip--topic > a")];
    const ids = new Set(links.flatMap((link) => idsOf(items, link)));
    this.below(page.querySelector("h1"), [...ids]);
  }

  /** A status beside each subject that has a question, and a ring for each table of them. */
  showSyllabus(): void {
    for (const table of document.querySelectorAll(":is(.pt-syllabus, .pt-tip) .pt-table")) {
      const links = [...table.querySelectorAll<HTMLAnchorElement>(`tr[id] ${QUESTION}`)];
      for (const link of links) this.#showStatus(link);
      this.below(table.previousElementSibling?.matches("h2, .pt-ring") ? headOf(table) : null, links.map(itemOf));
    }
  }

  #showStatus(link: HTMLAnchorElement): void {
    const status = statusOf(this.journal.cards.get(itemOf(link)), this.now);
    link.parentElement?.querySelector(":scope > .pt-badge")?.remove();
    if (status !== "new") link.before(make("span", { class: `pt-badge pt-badge--${status}` }, STATUS_TITLES[status]));
  }
}

const headOf = (table: Element): Element | null => {
  const before = table.previousElementSibling;
  return before?.matches(".pt-ring") ? before.previousElementSibling : before;
};

const itemOf = (link: HTMLAnchorElement): string => /questions\/(.+)\.html$/.exec(link.getAttribute("href") ?? "")?.[1] ?? "";
