/** What the learner keeps on a question's page: the bookmark, and the note in a fold of its own. */
import { make } from "../../core/dom";
import { type Opened, usePart } from "../../core/parts";
import { makeBookmark } from "../../progress/event";
import { readDraft } from "../note/draft";
import { MARK_SIGNS, type Mark, marksOf } from "./state";

export function mountOwn(page: HTMLElement, opened: Opened): void {
  const item = page.dataset["ptId"];
  if (!item || page.querySelector(".pt-mine")) return;
  const { journal } = opened;
  const bookmark = make("button", { type: "button", class: "pt-mine__button" });
  const write = make("button", { type: "button", class: "pt-mine__button" }, "✎ Write a note");
  const place = make("div", { class: "pt-mine" }, bookmark, write);
  const note = new NoteFold(page, item, opened);
  const refresh = (): void => {
    const isOn = journal.kept.bookmarks.has(item);
    bookmark.setAttribute("aria-pressed", String(isOn));
    bookmark.replaceChildren(isOn ? "★ Bookmarked" : "☆ Bookmark");
    const hasNote = journal.kept.notes.has(item);
    write.hidden = hasNote;
    if (hasNote || readDraft(opened.site, item) !== null) note.put();
  };
  bookmark.addEventListener("click", () => void journal.add([makeBookmark(journal.moment("bookmark", item), item, !journal.kept.bookmarks.has(item))]));
  write.addEventListener("click", () => void note.write());
  journal.onChange(refresh);
  refresh();
  (page.querySelector(".pt-chips") ?? page.querySelector("h1"))?.after(place);
}

/** The fold with the note; closed at first, since a note may give the answer away. */
class NoteFold {
  readonly #fold = make("details", { class: "pt-fold pt-fold--note" }, make("summary", {}, make("h2", {}, "Your note")));
  readonly #body = make("div", { class: "pt-fold__body" });
  #box: Promise<{ edit: () => void }> | null = null;

  constructor(
    readonly page: HTMLElement,
    readonly item: string,
    readonly opened: Opened,
  ) {
    this.#fold.append(this.#body);
    this.#fold.addEventListener("toggle", () => this.#fold.open && void this.#fill());
  }

  /** Puts the fold on the page once. */
  put(): void {
    if (this.#fold.isConnected) return;
    const before = this.page.querySelector(".pt-rating, .pt-steps, .pt-suggest");
    if (before) before.before(this.#fold);
    else this.page.append(this.#fold);
  }

  async write(): Promise<void> {
    this.put();
    this.#fold.open = true;
    (await this.#fill()).edit();
    this.#fold.scrollIntoView({ block: "nearest" });
  }

  #fill(): Promise<{ edit: () => void }> {
    this.#box ??= usePart("note").then((make_) => {
      const box = make_(this.item, this.opened);
      this.#body.replaceChildren(box.element);
      return box;
    });
    this.#box.catch(() => {
      this.#box = null;
      this.#body.replaceChildren("This part could not be loaded. Are you offline? Open it again to try once more.");
    });
    return this.#box;
  }
}

/** Marks before the title of an entry in a list or of a search result. */
export function showMarks(place: HTMLElement, item: string, opened: Opened): void {
  const marks = marksOf(item, opened.journal.kept);
  place.dataset["ptOwn"] = marks.join(" ");
  place.querySelector(":scope > .pt-marks")?.remove();
  if (marks.length) place.prepend(make("span", { class: "pt-marks" }, ...marks.map(sign)));
}

const sign = (mark: Mark): HTMLElement => {
  const [shown, words] = MARK_SIGNS[mark];
  return make("span", { class: "pt-marks__one", role: "img", "aria-label": words, title: words }, shown);
};
