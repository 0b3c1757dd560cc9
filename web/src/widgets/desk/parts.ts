/** Pieces that the panels of the desk are made of: fields, buttons, and an editor that loses nothing. */
import { make } from "../../core/dom";
import { makeField } from "../../core/field";
import type { Opened } from "../../core/parts";
import { makeDocument } from "../../progress/event";
import type { Document } from "../../progress/kept";
import { fillFields, keepDraft, readDraft, readFields } from "./draft";

export const MOST_TEXT = 20_000;

export function textField(label: string, name: string, value = "", hint = "", attributes: Record<string, string | number | boolean> = {}): HTMLElement {
  const input = make("input", { type: "text", name, value, maxlength: 300, autocomplete: "off", ...attributes });
  return makeField(label, input, hint);
}

export function longField(label: string, name: string, value = "", hint = "", rows = 3): HTMLElement {
  const area = make("textarea", { name, rows, maxlength: MOST_TEXT, spellcheck: "true" });
  area.value = value;
  return makeField(label, area, hint, "pt-own__field pt-own__field--long", true);
}

export function selectField(label: string, name: string, choices: readonly (readonly [string, string])[], chosen: string): HTMLElement {
  const options = choices.map(([value, title]) => make("option", { value, selected: value === chosen }, title));
  return makeField(label, make("select", { name }, ...options));
}

export function boxesField(legend: string, name: string, choices: readonly (readonly [string, string])[], chosen: readonly string[]): HTMLElement {
  const boxes = choices.map(([value, title]) =>
    make("label", { class: "pt-own__box" }, make("input", { type: "checkbox", name, value, checked: chosen.includes(value) }), title));
  return make("fieldset", { class: "pt-own__boxes" }, make("legend", {}, legend), ...boxes);
}

export function button(words: string, act: () => void, style = ""): HTMLButtonElement {
  const made = make("button", { type: "button", ...(style ? { class: style } : {}) }, words);
  made.addEventListener("click", act);
  return made;
}

/** A button that asks once more before it acts. */
export function carefulButton(words: string, sure: string, act: () => void): HTMLElement {
  const place = make("span", { class: "pt-own__careful" });
  const ask = button(words, () => {
    const no = button("No", () => {
      place.replaceChildren(ask);
      ask.focus();
    });
    place.replaceChildren(button(sure, act), no);
    no.focus();
  });
  place.append(ask);
  return place;
}

export interface Editing {
  readonly opened: Opened;
  /** Name of the document, like `story/the-model`; a draft of a new one has a name of its own. */
  readonly name: string;
  readonly form: HTMLFormElement;
  readonly said: HTMLElement;
}

/** Brings back what was written and not saved, and keeps what is being written. */
export function keepWhileWriting({ opened, name, form, said }: Editing): void {
  const draft = readDraft(opened.site, name);
  if (draft) {
    fillFields(form, draft);
    said.replaceChildren("This was written and not saved yet. Save it, or discard the changes.");
  }
  form.addEventListener("input", () => {
    keepDraft(opened.site, name, readFields(form));
    said.replaceChildren("Not saved yet.");
  });
}

/** Saves or, with null, deletes a document; false when it could not be, and the reason is said. */
export async function saveDocument({ opened, said }: Pick<Editing, "opened" | "said">, name: string, body: Document | null): Promise<boolean> {
  const isSaved = await opened.journal.add([makeDocument(opened.journal.moment("document", name), name, body)]);
  if (!isSaved) said.replaceChildren(opened.journal.trouble || "This could not be saved.");
  return isSaved;
}
