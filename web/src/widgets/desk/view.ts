/** The Desk page: four panels, chosen by the part of the address behind `#`. */
import { make } from "../../core/dom";
import type { Opened } from "../../core/parts";
import { type Aims, loadAims } from "../../progress/aims";
import { type Papers, loadPapers } from "../../progress/papers";
import { keepingPlace } from "../keeping/fold";
import { makeDesk } from "./desk";
import { showEmail, showEmails } from "./emails";
import { showInterview, showInterviews } from "./interviews";
import { type Place, readPlace } from "./place";
import { showStories, showStory } from "./stories";
import { showChecklist } from "./ticks";

const TITLES: readonly (readonly [Place["panel"], string])[] = [["stories", "Stories"], ["interviews", "Interviews"], ["checklist", "Checklist"], ["emails", "E-mails"]];

export async function mountDesk(page: HTMLElement, opened: Opened): Promise<void> {
  if (page.querySelector(".pt-own__body")) return;
  const body = make("div", { class: "pt-own__body" });
  page.append(body);
  const loaded = await Promise.all([loadAims(), loadPapers()]).catch(() => null);
  page.querySelector(".pt-own__without")?.remove();
  if (loaded) new DeskPage(body, opened, loaded[0], loaded[1]);
  else body.append(make("p", {}, "The desk could not be loaded. Are you offline? Reload the page."));
}

class DeskPage {
  readonly #tabs = make("nav", { class: "pt-own__tabs", "aria-label": "Your desk" });
  readonly #panel = make("div", { class: "pt-own__panel" });
  readonly #trouble = make("p", { class: "pt-own__said", role: "status" });
  #shown = "";

  constructor(body: HTMLElement, readonly opened: Opened, readonly aims: Aims, readonly papers: Papers) {
    body.append(this.#tabs, this.#trouble, this.#panel, keepingPlace());
    window.addEventListener("hashchange", () => this.#show());
    opened.journal.onChange(() => this.#update());
    this.#show();
  }

  /** Shows the panel of the address. */
  #show(): void {
    const place = readPlace(location.hash);
    this.#shown = location.hash;
    this.#tabs.replaceChildren(...TITLES.map(([panel, title]) => make("a", { href: `#${panel}`, "aria-current": panel === place.panel ? "page" : undefined }, title)));
    this.#trouble.replaceChildren(this.opened.journal.trouble || this.opened.journal.notice);
    const desk = makeDesk(this.opened, this.aims, this.papers, (to) => this.#go(to));
    if (place.panel === "checklist") void showChecklist(desk, this.#panel);
    else if (place.panel === "emails") place.id ? showEmail(desk, this.#panel, place.id, place.interview) : showEmails(desk, this.#panel, place.interview);
    else if (place.panel === "interviews") place.isList ? showInterviews(desk, this.#panel) : showInterview(desk, this.#panel, place.id);
    else if (place.isList) showStories(desk, this.#panel);
    else showStory(desk, this.#panel, place.id);
  }

  /** Lists follow the journal; what somebody is writing in is never drawn anew. */
  #update(): void {
    if (readPlace(this.#shown).isList && !this.#panel.contains(document.activeElement)) this.#show();
    else this.#trouble.replaceChildren(this.opened.journal.trouble || this.opened.journal.notice);
  }

  #go(place: string): void {
    if (location.hash === `#${place}`) this.#show();
    else location.hash = place;
  }
}
