/** The learner's own note on a question: shown as text, written as Markdown, saved in the journal of this browser. */
import { make } from "../../core/dom";
import { MOST_NOTE, makeNote } from "../../progress/event";
import type { Journal } from "../../progress/journal";
import { dropDraft, keepDraft, readDraft } from "./draft";
import { type Branch, readTree } from "./tree";

const NEARLY = 500;

function grow(branch: Branch): Node {
  if (typeof branch === "string") return document.createTextNode(branch);
  const grown = document.createElement(branch.tag);
  if (branch.href) for (const [name, value] of [["href", branch.href], ["rel", "noopener noreferrer"]] as const) grown.setAttribute(name, value);
  grown.append(...branch.inside.map(grow));
  return grown;
}

export class NoteBox {
  readonly element = make("div", { class: "pt-note", id: "your-note" });
  readonly #said = make("p", { class: "pt-note__said", role: "status" });

  constructor(
    readonly item: string,
    readonly site: string,
    readonly journal: Journal,
  ) {
    const draft = readDraft(site, item);
    if (draft === null) this.#show();
    else this.#edit(draft, "What you had written and not saved is here again.");
    journal.onChange(() => this.element.dataset["ptMode"] === "shown" && this.#show());
  }

  get #text(): string {
    return this.journal.kept.notes.get(this.item) ?? "";
  }

  #show(said = ""): void {
    this.element.dataset["ptMode"] = "shown";
    const edit = make("button", { type: "button" }, this.#text ? "Edit the note" : "Write a note");
    edit.addEventListener("click", () => this.edit());
    this.#said.replaceChildren(said);
    const shown = make("div", { class: "pt-note__text" }, ...readTree(this.#text).map(grow));
    this.element.replaceChildren(...(this.#text ? [shown] : []), make("div", { class: "pt-note__buttons" }, edit), this.#said);
  }

  /** Opens the field to write in. */
  edit(): void {
    if (this.element.dataset["ptMode"] === "shown") this.#edit(this.#text, "");
    this.element.querySelector("textarea")?.focus();
  }

  #edit(text: string, said: string): void {
    this.element.dataset["ptMode"] = "edited";
    const field = make("textarea", { id: "pt-note-field", rows: 8, spellcheck: true, "aria-describedby": "pt-note-help" });
    field.value = text;
    const button = (title: string, act: () => void): HTMLElement => {
      const made = make("button", { type: "button" }, title);
      made.addEventListener("click", act);
      return made;
    };
    field.addEventListener("input", () => {
      keepDraft(this.site, this.item, field.value);
      const left = MOST_NOTE - [...field.value].length;
      this.#said.replaceChildren(left < NEARLY ? (left < 0 ? `${-left} characters too long.` : `${left} characters left.`) : "");
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#save(field.value);
    });
    this.#said.replaceChildren(said);
    this.element.replaceChildren(
      make("label", { for: "pt-note-field" }, "Your note, in Markdown"),
      field,
      make("p", { class: "pt-note__help", id: "pt-note-help" }, "Only you see it. It is shown with the answer, here and in the terminal; it is in your export."),
      make("div", { class: "pt-note__buttons" },
        button("Save", () => void this.#save(field.value)),
        button("Cancel", () => this.#cancel()),
        ...(this.#text ? [button("Remove the note", () => void this.#save(""))] : [])),
      this.#said,
    );
  }

  #cancel(): void {
    dropDraft(this.site, this.item);
    this.#show();
    this.element.querySelector("button")?.focus();
  }

  async #save(text: string): Promise<void> {
    if ([...text].length > MOST_NOTE) return;
    const isNew = text.trim() !== this.#text.trim();
    if (isNew && !(await this.journal.add([makeNote(this.journal.moment("note", this.item), this.item, text.trim())]))) {
      this.#said.replaceChildren(this.journal.trouble);
      return;
    }
    dropDraft(this.site, this.item);
    this.#show(text.trim() ? "Saved." : isNew ? "Removed." : "");
    this.element.querySelector("button")?.focus();
  }
}
