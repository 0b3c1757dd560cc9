/** A button on every block of code that copies it. */
import { make } from "./dom";
import { draw } from "./svg";

const NAME = "Copy the code";
const SHEETS = "M9 8h11v12H9zM5 16H4V4h11v1";
const TICK = "M4 12.5l5 5L20 6.5";
const SHOWN_MS = 2000;

/** Copies text; a page without a clipboard (plain http in a network) selects it and asks the browser. */
async function copy(code: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return document.execCommand("copy");
  }
}

function show(button: HTMLElement, shape: string, name: string): void {
  button.replaceChildren(draw("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, draw("path", { d: shape })));
  button.setAttribute("aria-label", name);
  button.title = name;
}

function makeButton(code: Element): HTMLElement {
  const button = make("button", { type: "button", class: "pt-copy" });
  show(button, SHEETS, NAME);
  button.addEventListener("click", () => {
    void copy(code).then((isDone) => {
      show(button, isDone ? TICK : SHEETS, isDone ? "Copied" : "Selected: copy it with the keyboard");
      setTimeout(() => show(button, SHEETS, NAME), SHOWN_MS);
    });
  });
  return button;
}

/** Puts the buttons on the page. */
export function mountCopy(): void {
  for (const code of document.querySelectorAll(".highlight > pre > code")) code.parentElement?.after(makeButton(code));
}
