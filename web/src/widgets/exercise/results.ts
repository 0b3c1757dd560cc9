/** What the tests said: a line each, and for those that failed the call, expected and got. */
import { make } from "../../core/dom";
import { type Checked, type Verdict, isPassed } from "./state";

const MARKS = { passed: "passed", failed: "failed", "not-run": "not run" } as const;
const MOST_WHOLE = 3;

export function resultsPlace(verdict: Verdict): HTMLElement {
  let failed = 0;
  const rows = verdict.tests.map((test) => row(test, test.status === "failed" && ++failed <= MOST_WHOLE));
  return make(
    "div", { class: "pt-write__results", "data-verdict": verdict.verdict, "data-passed": isPassed(verdict) },
    ...(rows.length ? [make("ul", { class: "pt-write__tests" }, ...rows)] : []),
    ...printedPlace(verdict),
  ); // prettier-ignore
}

function row(test: Checked, isOpen: boolean): HTMLElement {
  const name = [make("span", { class: "pt-write__mark" }, MARKS[test.status]), make("span", {}, test.name)];
  if (test.status !== "failed") return make("li", { "data-status": test.status }, ...name);
  const facts = [["call", test.input], ["expected", test.expected], ["got", test.got], ["why", test.message]] as const;
  const list = facts.filter(([label, text]) => text && !(label === "why" && text === test.got));
  return make(
    "li", { "data-status": test.status },
    make("details", { open: isOpen }, make("summary", {}, ...name),
      make("dl", {}, ...list.map(([label, text]) => make("div", {}, make("dt", {}, label), make("dd", {}, make("code", {}, text)))))),
  ); // prettier-ignore
}

function printedPlace({ printed, printedBytes }: Verdict): HTMLElement[] {
  if (!printed) return [];
  const more = printedBytes > printed.length ? ` (the first of ${printedBytes.toLocaleString("en")} characters)` : "";
  return [make("details", { class: "pt-write__printed" }, make("summary", {}, `Your code printed${more}`), make("pre", { tabindex: 0 }, printed))];
}
