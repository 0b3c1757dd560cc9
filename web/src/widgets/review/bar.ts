/** A sitting on a question's page: think, reveal, tick, rate, and on to the next. */
import { isTyping, make } from "../../core/dom";
import { pageUrl, questionUrl } from "../../core/links";
import { type PrepEvent, type Rating, makeSuspension, makeUndo } from "../../progress/event";
import type { Journal } from "../../progress/journal";
import { moment } from "../../progress/moment";
import { keep, readKept } from "./kept";
import { makeLegend } from "./legend";
import { type Action, type Sitting, actionOf, advance, currentTurn, describePlace, endSitting, stepBack } from "./state";

const reviewUrl = (): string => pageUrl("review.html");

export function mountBar(page: HTMLElement, journal: Journal, site: string): void {
  const item = page.dataset["ptId"];
  const sitting = readKept(site);
  const turn = sitting && currentTurn(sitting);
  if (!item || !sitting || !turn || page.querySelector(".pt-sitting")) return;
  if (turn.item === item) new SittingBar(page, item, journal, site);
  else page.prepend(make("p", { class: "pt-sitting pt-sitting--away" }, "A sitting is under way. ", make("a", { href: questionUrl(turn.item) }, "Back to it")));
}

class SittingBar {
  readonly #reveal = make("button", { type: "button", class: "pt-sitting__reveal" }, "Show the answer", make("kbd", {}, "space"));
  readonly #words = make("p", { class: "pt-sitting__words", role: "status" }, "Think aloud first, then look.");
  readonly #ticks: readonly HTMLInputElement[];
  #isShown = false;
  #isLeaving = false;
  #tick = 0;

  constructor(
    readonly page: HTMLElement,
    readonly item: string,
    readonly journal: Journal,
    readonly site: string,
  ) {
    const sitting = readKept(site) as Sitting;
    const button = (name: string, key: string, action: Action): HTMLElement => {
      const made = make("button", { type: "button", "aria-keyshortcuts": key }, name, make("kbd", {}, key));
      made.addEventListener("click", () => void this.#act(action));
      return made;
    };
    this.#ticks = [...page.querySelectorAll<HTMLInputElement>(".pt-tick")];
    this.#reveal.addEventListener("click", () => this.#show());
    const undo = button("Undo", "u", "undo");
    undo.hidden = sitting.done.length === 0;
    const bar = make(
      "section",
      { class: "pt-sitting", "aria-label": "Review" },
      make("p", { class: "pt-sitting__place" }, describePlace(sitting)),
      this.#words,
      make("div", { class: "pt-sitting__buttons" }, this.#reveal, button("Put aside", "s", "aside"), undo, button("End", "q", "quit")),
      makeLegend(),
    );
    (page.querySelector("h1") ?? page).after(bar);
    document.addEventListener("keydown", (event) => this.#press(event));
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
    page.addEventListener("prep-tracker:rated", (event) => {
      if (event instanceof CustomEvent) this.#rated(event.detail as PrepEvent);
    });
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]") || !this.page.isConnected) return;
    const { target } = event;
    const isTick = target instanceof HTMLInputElement && target.type === "checkbox";
    if (isTyping(target)) return;
    const isPressed = target instanceof Element && target.closest("a, button, summary") !== null;
    if ((isPressed && (event.key === " " || event.key === "Enter")) || (isTick && event.key === " ")) return;
    const action = actionOf(event.key, this.#isShown);
    if (action === null) return;
    event.preventDefault();
    void this.#act(action);
  }

  async #act(action: Action): Promise<void> {
    if (this.#isLeaving) return;
    if (typeof action === "number") this.#rate(action);
    else if (action === "reveal") this.#show();
    else if (action === "full") this.#openAll();
    else if (action === "probes") this.#open("probes");
    else if (action === "said" || action === "unsaid") this.#say(action === "said");
    else if (action === "accept") this.page.querySelector<HTMLElement>("[data-proposed]")?.click();
    else if (action === "aside") await this.#putAside();
    else if (action === "undo") await this.#undo();
    else this.#quit();
  }

  #quit(): void {
    const sitting = readKept(this.site);
    if (sitting) keep(this.site, endSitting(sitting));
    this.#leave(reviewUrl());
  }

  #show(): void {
    this.#isShown = true;
    this.#reveal.hidden = true;
    const first = this.page.querySelector<HTMLDetailsElement>("details.pt-fold");
    if (first) first.open = true;
    this.#open("key-points");
    this.#openNote();
    const rating = this.page.querySelector(".pt-rating");
    if (rating) (this.page.querySelector("#key-points")?.closest("details") ?? first)?.after(rating);
    first?.scrollIntoView({ block: "start" });
    this.#words.replaceChildren(this.#ticks.length ? "Tick what you said (y, n), then rate (1 to 4)." : "Rate it (1 to 4).");
    (this.#ticks[0] ?? this.page.querySelector<HTMLElement>(".pt-rating__button"))?.focus({ preventScroll: true });
  }

  /** Every section but those with a key or a place of their own. */
  #openAll(): void {
    if (!this.#isShown) this.#show();
    for (const fold of this.page.querySelectorAll<HTMLDetailsElement>(":scope > details.pt-fold")) {
      fold.open ||= !fold.matches(".pt-fold--proof, .pt-fold--sources") && !fold.querySelector("#probes");
    }
  }

  /** The learner's own words, beside the answer's. */
  #openNote(): void {
    const note = this.page.querySelector<HTMLDetailsElement>(".pt-fold--note");
    if (note) note.open = true;
  }

  #open(anchor: string): void {
    const fold = this.page.querySelector<HTMLElement>(`#${anchor}`)?.closest("details");
    if (!fold) return;
    fold.open = true;
    if (anchor !== "key-points") fold.scrollIntoView({ block: "start" });
  }

  #say(said: boolean): void {
    const tick = this.#ticks[this.#tick];
    if (!tick) return;
    if (tick.checked !== said) tick.click();
    this.#tick += 1;
    const find = (selector: string): HTMLElement | null => this.page.querySelector<HTMLElement>(selector);
    (this.#ticks[this.#tick] ?? find("[data-proposed]") ?? find(".pt-rating__button"))?.focus();
  }

  #rate(rating: Rating): void {
    this.page.querySelector<HTMLElement>(`.pt-rating__button[data-rating="${rating}"]`)?.click();
  }

  async #putAside(): Promise<void> {
    const event = makeSuspension(moment(), this.item, true);
    this.#isLeaving = true;
    if (await this.journal.add([event])) this.#next(event);
    else this.#isLeaving = false;
  }

  #rated(event: PrepEvent): void {
    this.#isLeaving = true;
    this.#next(event);
  }

  #next(event: PrepEvent): void {
    const sitting = readKept(this.site);
    if (!sitting) return this.#leave(reviewUrl());
    const title = this.page.querySelector("h1")?.textContent?.replace("¶", "").trim() ?? this.item;
    const later = advance(sitting, { item: this.item, title, event: event.id, rating: event.rating ?? 0, seconds: event.seconds });
    keep(this.site, later);
    const turn = currentTurn(later);
    this.#leave(turn ? questionUrl(turn.item) : reviewUrl());
  }

  async #undo(): Promise<void> {
    const sitting = readKept(this.site);
    const step = sitting && stepBack(sitting);
    if (!step) return;
    this.#isLeaving = true;
    if (await this.journal.add([makeUndo(moment(), { id: step.undone.event, item: step.undone.item })])) {
      keep(this.site, step.sitting);
      this.#leave(questionUrl(step.undone.item));
    } else this.#isLeaving = false;
  }

  #leave(url: string): void {
    this.#isLeaving = true;
    location.assign(url);
  }
}
