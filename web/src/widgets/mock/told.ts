/** The report: a table, the weakest answer, notes and recordings; it prints and exports. */
import { make } from "../../core/dom";
import { type Report, type Row, nameOf, renderMarkdown, weakestOf } from "./report";
import { type Screen, type Tools, button, inline, questionUrl, saveFile, titleOf } from "./screen";
import { soundPlace } from "./sounds";
import { RUBRIC, describeClock } from "./state";

export interface Told extends Tools {
  readonly report: Report;
  /** Said above the report: that it was saved, or why not. */
  readonly said: string;
  readonly again: () => void;
  /** Tries to save once more; none when it is saved. */
  readonly retry?: () => void;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function toldScreen(told: Told): Screen {
  const { report, aims } = told;
  const weakest = weakestOf(report);
  const company = aims.companies.find(({ id }) => id === report.company)?.title;
  const facts = [titleOf(aims.roles, report.role), report.level, ...(company ? [company] : []), `${report.minutes} minutes`, `seed ${report.seed}`];
  const when = new Date(report.at).toLocaleString(undefined, { dateStyle: "long", timeStyle: "short" });
  const element = make(
    "section", { class: "pt-mock__told", "aria-labelledby": "pt-mock-told" },
    make("h2", { id: "pt-mock-told", tabindex: -1 }, `${titleOf(aims.rounds, report.round)}: ${percent(report.score)}`),
    make("p", { class: "pt-mock__place" }, `${when}. ${facts.join(", ")}.`),
    make("p", { class: "pt-mock__trouble", role: "status" }, told.said),
    table(report),
    ...(weakest ? [make("p", {}, "Study first: ", make("a", { href: questionUrl(weakest.item) }, ...inline(weakest.title)))] : []),
    ...report.rows.map((row) => detailsOf(told, row)),
    make("div", { class: "pt-mock__buttons" },
      ...(told.retry ? [button("Save again", told.retry, { style: "pt-mock__main" })] : []),
      button("Print", () => window.print()),
      button("Export as Markdown", () => saveFile(`${nameOf(report).replace("/", "-")}.md`, renderMarkdown(report), "text/markdown")),
      button("Another mock", told.again)),
  ); // prettier-ignore
  return { element };
}

function table(report: Report): HTMLElement {
  const head = ["Question", "Key points", ...RUBRIC.map(upper), "Time", "Score"];
  const rows = report.rows.map((row) => {
    const link = make("a", { href: questionUrl(row.item) }, ...inline(row.title));
    const cells = [`${row.said.length} of ${row.points}`, ...RUBRIC.map((name) => String(row.marks[name] ?? "–")), describeClock(row.seconds), percent(row.score)];
    return make("tr", {}, make("td", {}, link), ...cells.map((text) => make("td", {}, text)));
  });
  const titles = make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)));
  return make("div", { class: "pt-table", tabindex: 0, role: "group", "aria-label": "Marks" },
    make("table", { class: "pt-t" }, make("thead", {}, titles), make("tbody", {}, ...rows))); // prettier-ignore
}

/** Notes and recordings of one answer, where there are any. */
function detailsOf({ report, drafts }: Told, row: Row): HTMLElement {
  const notes = row.notes.trim();
  const noted = notes ? [make("h3", {}, ...inline(row.title)), make("p", { class: "pt-mock__noted" }, notes)] : [];
  return make("div", { class: "pt-mock__row" }, ...noted, soundPlace(drafts, `${report.id}/${row.place}/`, `Your answer to: ${row.title}`, !notes));
}
