/** The lazy progress part: the journal, the rating on question pages, badges in lists and search results. */
import { make } from "./core/dom";
import { type Opened, shared, usePart } from "./core/parts";
import { isServed } from "./live/served";
import { Journal } from "./progress/journal";
import { STATUS_TITLES, statusOf } from "./widgets/rating/state";
import { mountOwn, showMarks } from "./widgets/own/view";
import { mountRating } from "./widgets/rating/view";

const site = document.documentElement.dataset["ptSite"] ?? new URL(shared().root).pathname;
const opening: Promise<Opened> = Journal.open(site).then((journal) => ({ journal, site }));

function showBadges(opened: Opened, scope: ParentNode): void {
  const { cards } = opened.journal;
  const now = Date.now();
  for (const place of scope.querySelectorAll<HTMLElement>("li.pt-entry[data-pt-id], [data-pt-status]")) {
    const item = place.dataset["ptId"] ?? place.dataset["ptStatus"] ?? "";
    const status = statusOf(cards.get(item), now);
    place.dataset["ptState"] = status;
    place.querySelector(":scope > .pt-badge")?.remove();
    showMarks(place, item, opened);
    if (status !== "new") place.prepend(make("span", { class: `pt-badge pt-badge--${status}` }, STATUS_TITLES[status]));
  }
  document.dispatchEvent(new Event("prep-tracker:badges"));
}

function showRings(opened: Opened): void {
  const hasPlace = document.querySelector(".pt-topic, .pt-card > a, .pt-syllabus, .pt-company") !== null;
  if (hasPlace && opened.journal.cards.size) void usePart("rings").then((show) => show(opened));
}

/** Whether a review is under way in this tab; the part that knows more is loaded only then. */
function isSitting(): boolean {
  try {
    return sessionStorage.getItem(`prep-tracker:sitting:${site}`) !== null;
  } catch {
    return false;
  }
}

shared().parts.journal = () => opening;
shared().parts.progress = async () => {
  const opened = await opening;
  const { journal } = opened;
  const page = document.querySelector<HTMLElement>(".pt-question[data-pt-id]");
  if (page) {
    mountRating(page, journal);
    mountOwn(page, opened);
    if (isSitting()) void usePart("sitting").then((mount) => mount(page, opened));
  }
  const review = document.querySelector<HTMLElement>(".pt-review");
  if (review) void usePart("review").then((mount) => mount(review, opened));
  for (const part of ["today", "desk"] as const) {
    const own = document.querySelector<HTMLElement>(`.pt-${part}`);
    if (own) void usePart(part).then((mount) => mount(own, opened));
  }
  showBadges(opened, document);
  showRings(opened);
};

void opening.then((opened) => {
  const { journal } = opened;
  if (isServed()) void usePart("live").then((start) => start(opened));
  journal.onChange(() => {
    showBadges(opened, document);
    showRings(opened);
  });
  document.addEventListener("prep-tracker:results", (event) => {
    if (event.target instanceof HTMLElement) showBadges(opened, event.target);
  });
});
