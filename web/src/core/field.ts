/** A field of a form with its label and, where there is one, a hint that describes it. */
import { make } from "./dom";

let number = 0;

/** The label's words name the field, the hint describes it; both are read aloud. */
export function makeField(label: string, input: HTMLElement, hint = "", style = "pt-own__field", isHintFirst = false): HTMLElement {
  number += 1;
  const name = make("span", { id: `pt-field-${number}` }, label);
  input.setAttribute("aria-labelledby", name.id);
  if (!hint) return make("label", { class: style }, name, input);
  const small = make("small", { id: `pt-hint-${number}` }, hint);
  input.setAttribute("aria-describedby", small.id);
  return make("label", { class: style }, name, ...(isHintFirst ? [small, input] : [input, small]));
}
