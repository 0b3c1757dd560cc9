/** The plain field that code is written in: Tab indents, Enter keeps the indentation, Escape lets Tab leave. */
import { make } from "../../core/dom";
import { type Field, breakLine, indent, outdent } from "./keys";

const LEAST_LINES = 12;
const MOST_LINES = 40;

export function makeField(code: string): HTMLTextAreaElement {
  const field = make("textarea", {
    id: "pt-code", class: "pt-write__code", spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off", wrap: "off",
    "aria-describedby": "pt-code-help",
  }); // prettier-ignore
  field.value = code;
  let isFree = false;
  const size = (): void => {
    field.rows = Math.min(MOST_LINES, Math.max(LEAST_LINES, field.value.split("\n").length + 1));
  };
  const apply = (change: (field: Field) => Field): void => {
    const { text, from, to } = change({ text: field.value, from: field.selectionStart, to: field.selectionEnd });
    const [first, last, words] = difference(field.value, text);
    field.setSelectionRange(first, last);
    // The only way that keeps the browser's own undo.
    if (!document.execCommand("insertText", false, words)) field.setRangeText(words, first, last);
    field.setSelectionRange(from, to);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      isFree = true;
      return;
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (isPlain && event.key === "Tab" && !isFree) {
      event.preventDefault();
      apply(event.shiftKey ? outdent : indent);
    } else if (isPlain && event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      apply(breakLine);
    }
    if (event.key !== "Shift") isFree = false;
  });
  field.addEventListener("input", size);
  size();
  return field;
}

/** The smallest piece to replace that makes one text the other. */
export function difference(before: string, after: string): [first: number, last: number, words: string] {
  let first = 0;
  while (first < before.length && before[first] === after[first]) first++;
  let tail = 0;
  while (tail < before.length - first && tail < after.length - first && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [first, before.length - tail, after.slice(first, after.length - tail)];
}
