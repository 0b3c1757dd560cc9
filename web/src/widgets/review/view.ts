/** The Review page: what a sitting would hold, its start, its summary, and what was put aside. */
import { isTyping, make } from "../../core/dom";
import { questionUrl } from "../../core/links";
import { weighItems } from "../../progress/aim";
import { loadAims } from "../../progress/aims";
import { dayOf } from "../../progress/clock";
import { makeSuspension, makeUndo } from "../../progress/event";
import { loadItems } from "../../progress/items";
import type { Journal } from "../../progress/journal";
import { moment } from "../../progress/moment";
import { type Item, type Turn, buildQueue, seenToday } from "../../progress/queue";
import { describeGap } from "../rating/state";
import { keepingPlace } from "../keeping/fold";
import { keep, keepBudget, readBudget, readKept } from "./kept";
import { makeLegend } from "./legend";
import { foldQuestions } from "./lists";
import { MINUTES, RATING_TITLES, type Sitting, currentTurn, describeTurns, startSitting, stepBack, summarize } from "./state";

export async function mountReview(page: HTMLElement, journal: Journal, site: string): Promise<void> {
  if (page.querySelector(".pt-review__box")) return;
  const items = await loadWeighed(journal).catch(() => null);
  page.querySelector(".pt-review__without")?.remove();
  const box = make("div", { class: "pt-review__box" });
  page.append(box);
  if (items) new ReviewBox(box, items, journal, site);
  else box.append(make("p", {}, "The list of questions could not be loaded. Reload the page."));
}

/** The questions, weighed by the learner's aim where one was set on the Today page. */
async function loadWeighed({ kept }: Journal): Promise<Item[]> {
  const items = await loadItems();
  if (!kept.documents.has("profile")) return items;
  return loadAims().then((aims) => weighItems(items, aims, kept), () => items);
}

class ReviewBox {
  readonly #said = make("p", { class: "pt-review__said", role: "status" });
  readonly #start = make("button", { type: "button", class: "pt-review__start" });
  readonly #finished = make("div", {});
  readonly #own = make("div", {});
  #minutes = readBudget();
  #turns: Turn[] = [];

  constructor(
    box: HTMLElement,
    readonly items: readonly Item[],
    readonly journal: Journal,
    readonly site: string,
  ) {
    this.#start.addEventListener("click", () => this.#go());
    box.append(this.#finished, this.#said, this.#makeBudget(), this.#start, makeLegend(), this.#own, keepingPlace());
    document.addEventListener("keydown", (event) => this.#press(event));
    journal.onChange(() => this.#refresh());
    window.addEventListener("pageshow", () => this.#refresh());
    this.#refresh();
  }

  #makeBudget(): HTMLElement {
    const choices = [...new Set<number>([...MINUTES, this.#minutes])].sort((a, b) => a - b);
    const select = make("select", { id: "pt-review-minutes" }, ...choices.map((minutes) =>
      make("option", { value: minutes, selected: minutes === this.#minutes }, `${minutes} minutes`)));
    select.addEventListener("change", () => {
      this.#minutes = Number(select.value);
      keepBudget(this.#minutes);
      this.#refresh();
    });
    return make("p", { class: "pt-review__budget" }, make("label", { for: "pt-review-minutes" }, "Time for this sitting"), select);
  }

  #refresh(): void {
    const now = Date.now();
    const day = dayOf(now);
    const { cards } = this.journal;
    this.#turns = buildQueue(this.items, cards, { now, dayEnd: day.end }, this.#minutes, seenToday(this.items, cards, day.start));
    const sitting = readKept(this.site);
    const isUnderWay = sitting !== null && currentTurn(sitting) !== null;
    const isFirst = cards.size === 0;
    const words = isFirst ? "You have not rated anything yet: begin with what is asked most. " : "";
    const none = "Nothing is due and nothing is new: well done.";
    const { trouble, notice } = this.journal;
    this.#said.replaceChildren(trouble || [this.#turns.length ? words + describeTurns(this.#turns) : none, notice].join(" ").trim());
    this.#start.replaceChildren(isUnderWay ? "Go on with the sitting" : "Start", make("kbd", {}, "Enter"));
    this.#start.hidden = !isUnderWay && this.#turns.length === 0;
    this.#finished.replaceChildren(...(sitting?.done.length ? [this.#tellSitting(sitting, isUnderWay)] : []));
    this.#own.replaceChildren(...this.#listOwn());
  }

  #press(event: KeyboardEvent): void {
    const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isBusy = isTyping(event.target) || (event.target instanceof Element && event.target.closest("a, button, summary, dialog"));
    if (!isAlone || isBusy || !this.#start.isConnected || document.querySelector("dialog[open]")) return;
    if ((event.key === "Enter" || event.key === " ") && !this.#start.hidden) {
      event.preventDefault();
      this.#go();
    } else if (event.key === "u") void this.#undo();
  }

  #go(): void {
    const kept = readKept(this.site);
    const sitting = kept && currentTurn(kept) ? kept : startSitting(this.#turns, this.#minutes);
    const turn = currentTurn(sitting);
    if (!turn) return;
    if (keep(this.site, sitting)) location.assign(questionUrl(turn.item));
    else this.#said.replaceChildren("This browser does not let the page keep a sitting (a private window, perhaps).");
  }

  #tellSitting(sitting: Sitting, isUnderWay: boolean): HTMLElement {
    const now = Date.now();
    const undo = make("button", { type: "button" }, "Undo the last");
    undo.addEventListener("click", () => void this.#undo());
    const rows = sitting.done.map(({ item, title, rating }) => {
      const due = this.journal.cards.get(item)?.due;
      return make("li", {}, make("a", { href: questionUrl(item) }, title), ` ${RATING_TITLES[rating]}`,
        ...(rating && due ? [`, back ${describeGap(now, due)}`] : []));
    });
    const title = isUnderWay ? "This sitting so far" : "This sitting";
    return make("section", { class: "pt-review__summary" }, make("h2", {}, title), make("p", {}, summarize(sitting)), make("ol", {}, ...rows), undo);
  }

  async #undo(): Promise<void> {
    const kept = readKept(this.site);
    const step = kept && stepBack(kept);
    if (!step || !(await this.journal.add([makeUndo(moment(), { id: step.undone.event, item: step.undone.item })]))) return;
    keep(this.site, step.sitting);
    location.assign(questionUrl(step.undone.item));
  }

  /** What was put aside, with a way back; and what the learner marked. */
  #listOwn(): HTMLElement[] {
    const { cards, kept } = this.journal;
    const bringBack = (item: string): Node[] => {
      const back = make("button", { type: "button", "aria-label": `Bring back ${item}` }, "Bring back");
      back.addEventListener("click", () => void this.journal.add([makeSuspension(this.journal.moment("suspension", item), item, false)]));
      return [document.createTextNode(" "), back];
    };
    const aside = [...cards.values()].filter((card) => card.suspended).map(({ item }) => item);
    return [
      ...foldQuestions("Put aside", aside, bringBack),
      ...foldQuestions("Bookmarks", [...kept.bookmarks].sort()),
      ...foldQuestions("Notes", [...kept.notes.keys()].sort()),
    ];
  }
}
