/** The rating of one question on its page: key points to tick, four buttons with their dates, undo. */
import { make } from "../../core/dom";
import type { Journal } from "../../progress/journal";
import { moment } from "../../progress/moment";
import { type PrepEvent, type Rating, makeReview, makeUndo } from "../../progress/event";
import { nextDates } from "../../progress/schedule";
import { RETENTION } from "../../progress/replay";
import { RATINGS, describeCard, describeGap, proposeRating } from "./state";
import { keepingPlace } from "../keeping/fold";

export function mountRating(page: HTMLElement, journal: Journal): void {
  const item = page.dataset["ptId"];
  if (!item || page.querySelector(".pt-rating")) return;
  const box = new RatingBox(page, item, journal);
  const before = page.querySelector(".pt-steps, .pt-suggest");
  if (before) before.before(box.element);
  else page.append(box.element);
}

class RatingBox {
  readonly element: HTMLElement;
  readonly #state = make("p", { class: "pt-rating__state", role: "status" });
  readonly #buttons = make("div", { class: "pt-rating__buttons", role: "group", "aria-label": "How well did you know it?" });
  readonly #undo = make("button", { type: "button", class: "pt-rating__undo", hidden: true }, "Undo");
  readonly #ticks: HTMLInputElement[];
  readonly #started = Date.now();
  #shown = 0;
  #last: PrepEvent | null = null;

  constructor(
    readonly page: HTMLElement,
    readonly item: string,
    readonly journal: Journal,
  ) {
    this.#ticks = makeTicks(page, () => this.#refresh());
    this.element = make(
      "section",
      { class: "pt-rating", "aria-labelledby": "pt-rating-title" },
      make("h2", { id: "pt-rating-title" }, "How well did you know it?"),
      this.#state,
      this.#buttons,
      this.#undo,
      keepingPlace(),
    );
    this.#undo.addEventListener("click", () => void this.#takeBack());
    page.addEventListener("toggle", () => (this.#shown ||= Date.now()), { capture: true });
    journal.onChange(() => this.#refresh());
    this.#refresh();
  }

  #refresh(): void {
    const now = Date.now();
    const card = this.journal.cards.get(this.item);
    this.#state.replaceChildren(this.journal.trouble || [describeCard(card, now), this.journal.notice].join(" ").trim());
    this.#undo.hidden = this.#last === null || !card;
    const dates = nextDates(card?.memory ?? null, now, RETENTION);
    const said = this.#ticks.filter((tick) => tick.checked).length;
    const seconds = ((this.#shown || now) - this.#started) / 1000;
    const proposed = said
      ? proposeRating({ said, total: this.#ticks.length, seconds, minutes: minutesOf(this.page), last: card?.rating ?? 0 })
      : 0;
    this.#buttons.replaceChildren(
      ...RATINGS.map(([rating, title, meaning]) => {
        const button = make(
          "button",
          { type: "button", class: "pt-rating__button", "data-rating": rating, "data-proposed": rating === proposed },
          make("span", { class: "pt-rating__name" }, title),
          make("span", { class: "pt-rating__meaning" }, meaning),
          make("span", { class: "pt-rating__date" }, describeGap(now, dates[rating])),
          ...(rating === proposed ? [make("span", { class: "pt-rating__proposed" }, "by your key points")] : []),
        );
        button.addEventListener("click", () => void this.#rate(rating));
        return button;
      }),
    );
  }

  async #rate(rating: Rating): Promise<void> {
    const seconds = Math.min(3600, ((this.#shown || Date.now()) - this.#started) / 1000);
    const points = this.#ticks.flatMap((tick, number) => (tick.checked ? [number + 1] : []));
    const event = makeReview(moment(), this.item, points.length ? { rating, seconds, points } : { rating, seconds });
    if (await this.journal.add([event])) {
      this.#last = event;
      this.page.dispatchEvent(new CustomEvent("prep-tracker:rated", { detail: event }));
    }
    this.#refresh();
    this.#buttons.querySelector<HTMLElement>(`[data-rating="${rating}"]`)?.focus();
  }

  async #takeBack(): Promise<void> {
    if (this.#last && (await this.journal.add([makeUndo(moment(), this.#last)]))) this.#last = null;
    this.#refresh();
    this.#buttons.querySelector("button")?.focus();
  }
}

/** Puts a box to tick before each key point. */
function makeTicks(page: HTMLElement, changed: () => void): HTMLInputElement[] {
  return [...page.querySelectorAll<HTMLElement>("#key-points li")].map((point) => {
    const tick = make("input", { type: "checkbox", class: "pt-tick" });
    const label = make("label", { class: "pt-tick__label" }, tick, make("span", {}, ...point.childNodes));
    tick.addEventListener("change", changed);
    point.classList.add("pt-tick__point");
    point.replaceChildren(label);
    return tick;
  });
}

const minutesOf = (page: HTMLElement): number => Number.parseInt(/(\d+) min/.exec(page.querySelector(".pt-chip--minutes")?.textContent ?? "")?.[1] ?? "5", 10);
