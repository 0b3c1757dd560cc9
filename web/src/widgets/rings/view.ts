/** Rings of progress: on a topic's page, and on cards that lead to topics and packs. */
import { make } from "../../core/dom";
import { shared } from "../../core/parts";
import { loadItems } from "../../progress/items";
import type { Journal } from "../../progress/journal";
import { arcsOf, type Count, countCards, describeCount, placeOf } from "./state";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 15.9155;

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
  const now = Date.now();
  const put = (place: Element, ids: readonly string[], ring: (made: HTMLElement) => void): void => {
    place.querySelector(":scope > .pt-ring")?.remove();
    if (ids.length) ring(drawRing(countCards(ids, journal.cards, now)));
  };
  const page = document.querySelector(".pt-topic");
  const questions = [...document.querySelectorAll<HTMLElement>(".pt-topic .pt-entries:first-of-type > .pt-entry")];
  const isQuestion = (entry: HTMLElement): boolean => entry.querySelector("a[href*='questions/']") !== null;
  if (page) put(page, questions.filter(isQuestion).map((entry) => entry.dataset["ptId"] ?? ""), (ring) => page.querySelector("h1")?.after(ring));
  const cards = [...document.querySelectorAll<HTMLAnchorElement>(".pt-card > a")];
  const places = cards.flatMap((link) => {
    const place = link.href.startsWith(shared().root) ? placeOf(link.href.slice(shared().root.length)) : null;
    return place ? [{ link, place }] : [];
  });
  const items = places.length ? await loadItems().catch(() => []) : [];
  for (const { link, place } of places) {
    const own = items.filter((item) => ("topic" in place ? item.topic === place.topic : item.id.startsWith(`${place.pack}/`)));
    put(link, own.map((item) => item.id), (ring) => link.append(ring));
  }
}
