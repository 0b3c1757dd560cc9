/** The lazy progress part: the rating on question pages, badges in lists and search results. */
import { shared } from "./core/parts";
import { make } from "./core/dom";
import { Journal } from "./progress/journal";
import { STATUS_TITLES, statusOf } from "./widgets/rating/state";
import { mountBar } from "./widgets/review/bar";
import { mountReview } from "./widgets/review/view";
import { showRings } from "./widgets/rings/view";
import { mountRating } from "./widgets/rating/view";

const site = document.documentElement.dataset["ptSite"] ?? new URL(shared().root).pathname;
const opening = Journal.open(site);

function showBadges(journal: Journal, scope: ParentNode): void {
  const now = Date.now();
  for (const place of scope.querySelectorAll<HTMLElement>("li.pt-entry[data-pt-id], [data-pt-status]")) {
    const status = statusOf(journal.cards.get(place.dataset["ptId"] ?? place.dataset["ptStatus"] ?? ""), now);
    place.dataset["ptState"] = status;
    place.querySelector(":scope > .pt-badge")?.remove();
    if (status !== "new") place.prepend(make("span", { class: `pt-badge pt-badge--${status}` }, STATUS_TITLES[status]));
  }
  document.dispatchEvent(new Event("prep-tracker:badges"));
}

shared().parts.progress = async () => {
  const journal = await opening;
  const page = document.querySelector<HTMLElement>(".pt-question[data-pt-id]");
  if (page) {
    mountRating(page, journal);
    mountBar(page, journal, site);
  }
  const review = document.querySelector<HTMLElement>(".pt-review");
  if (review) void mountReview(review, journal, site);
  showBadges(journal, document);
  void showRings(journal);
};

void opening.then((journal) => {
  journal.onChange(() => {
    showBadges(journal, document);
    void showRings(journal);
  });
  document.addEventListener("prep-tracker:results", (event) => {
    if (event.target instanceof HTMLElement) showBadges(journal, event.target);
  });
});
