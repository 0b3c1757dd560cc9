/** The first screen: what to rehearse, a mock under way, earlier mocks and recordings. */
import { make } from "../../core/dom";
import { shared } from "../../core/parts";
import { makeDocument } from "../../progress/event";
import { type Report, nameOf, readReport } from "./report";
import { canRecord } from "./recorder";
import { type Screen, type Tools, button, titleOf } from "./screen";
import { describeSize } from "./sounds";
import { MINUTES, type Mock, type Wish } from "./state";

export interface SetUp extends Tools {
  readonly wish: Wish;
  /** A mock that was left. */
  readonly left: Mock | null;
  readonly trouble: string;
  readonly start: (wish: Wish, seed: number | null) => void;
  readonly resume: () => void;
  readonly drop: () => void;
  readonly tell: (report: Report) => void;
}

export function setUpScreen(tools: SetUp): Screen {
  const element = make("div", {});
  if (tools.left) element.append(leftPlace(tools.left, tools));
  element.append(wishForm(tools));
  const earlier = make("div", {});
  element.append(earlier);
  const show = (): void => earlier.replaceChildren(...earlierPlace(tools), soundsPlace(tools));
  tools.journal.onChange(() => element.isConnected && show());
  show();
  return { element };
}

function leftPlace(left: Mock, tools: SetUp): HTMLElement {
  const stage = left.stage === "asking" ? `question ${left.at + 1} of ${left.questions.length}` : "the marks";
  return make(
    "div", { class: "pt-mock__left", role: "group", "aria-label": "A mock under way" },
    make("p", {}, `A mock is under way (${titleOf(tools.aims.rounds, left.wish.round)}, at ${stage}). Its clock goes on.`),
    make("div", { class: "pt-mock__buttons" }, button("Go on with it", tools.resume, { style: "pt-mock__main" }), button("Throw it away", tools.drop)),
  ); // prettier-ignore
}

function wishForm(tools: SetUp): HTMLElement {
  const { aims, wish } = tools;
  const choose = (name: string, label: string, choices: readonly (readonly [string, string])[], chosen: string): [HTMLElement, HTMLSelectElement] => {
    const select = make("select", { id: `pt-mock-${name}` }, ...choices.map(([value, title]) => make("option", { value, selected: value === chosen }, title)));
    return [make("label", { for: `pt-mock-${name}` }, label, select), select];
  };
  const lengths = [...new Set<number>([...MINUTES, wish.minutes])].sort((a, b) => a - b);
  const [roundField, round] = choose("round", "Round", aims.rounds, wish.round);
  const [minutesField, minutes] = choose("minutes", "Length", lengths.map((one) => [String(one), `${one} minutes`]), String(wish.minutes));
  const [roleField, role] = choose("role", "Role", aims.roles, wish.role);
  const [levelField, level] = choose("level", "Level", aims.levels.map((one) => [one, one.charAt(0).toUpperCase() + one.slice(1)]), wish.level);
  const companies = aims.companies.map(({ id, title }) => [id, title] as const);
  const [companyField, company] = choose("company", "Company", [["", "any"], ...companies], wish.company);
  const recorded = make("input", { type: "checkbox", checked: wish.recorded && canRecord(), disabled: !canRecord() });
  const seed = make("input", { type: "number", id: "pt-mock-seed", min: 0, max: 4294967295, inputmode: "numeric", placeholder: "any" });
  const form = make(
    "form", { class: "pt-mock__form", "aria-label": "What to rehearse" },
    make("div", { class: "pt-mock__fields" }, roundField, minutesField, roleField, levelField, companyField,
      make("label", { for: "pt-mock-seed" }, "Seed", seed)),
    make("label", { class: "pt-mock__check" }, recorded, canRecord()
      ? "Record my answers: kept on this device only, to play back and delete."
      : "Recording is not possible here: the browser gives a page no microphone on this address."),
    make("p", { class: "pt-mock__hint" }, "The same seed draws the same mock again, here and in the terminal, while your progress and the packs are the same."),
    make("p", { class: "pt-mock__trouble", role: "status" }, tools.trouble),
    make("div", { class: "pt-mock__buttons" }, make("button", { type: "submit", class: "pt-mock__main" }, "Begin")),
  ); // prettier-ignore
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = { round: round.value, minutes: Number(minutes.value), role: role.value, level: level.value, company: company.value };
    tools.start({ ...chosen, recorded: recorded.checked }, seed.value === "" ? null : Number(seed.value) >>> 0);
  });
  return form;
}

function earlierPlace(tools: SetUp): HTMLElement[] {
  const reports = [...tools.journal.kept.documents].flatMap(([name, body]) => {
    const report = name.startsWith("mock/") ? readReport(body) : null;
    return report ? [{ name, report }] : [];
  });
  if (!reports.length) return [];
  reports.sort((a, b) => (a.report.at < b.report.at ? 1 : -1));
  const rows = reports.map(({ name, report }) => {
    const title = `${titleOf(tools.aims.rounds, report.round)}, ${new Date(report.at).toLocaleDateString(undefined, { dateStyle: "medium" })}`;
    const remove = button("Delete", () => {
      void tools.journal.add([makeDocument(tools.journal.moment("document", name), name, null)]);
      void tools.drafts.deleteTakes(`${report.id}/`);
    });
    remove.setAttribute("aria-label", `Delete the report of ${title}`);
    const link = make("a", { href: `${shared().root}mock.html#${nameOf(report)}` }, title);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      tools.tell(report);
    });
    return make("li", {}, link, ` ${Math.round(report.score * 100)} % `, remove);
  });
  return [make("section", { class: "pt-mock__earlier" }, make("h2", {}, "Earlier mocks"), make("ul", {}, ...rows))];
}

function soundsPlace(tools: SetUp): HTMLElement {
  const place = make("p", { class: "pt-mock__hint" });
  const show = async (): Promise<void> => {
    const takes = await tools.drafts.listTakes().catch(() => []);
    if (!takes.length) return place.replaceChildren();
    const bytes = takes.reduce((sum, take) => sum + take.bytes, 0);
    const count = `${takes.length} ${takes.length === 1 ? "recording" : "recordings"}`;
    place.replaceChildren(`${count} on this device (${describeSize(bytes)}). `,
      button("Delete all recordings", () => void tools.drafts.deleteTakes("").then(show)));
  };
  void show();
  return place;
}
