/** The checklist in the page: boxes to tick around the interview, for the one that is chosen. */
import { make } from "../../core/dom";
import { pageUrl, questionUrl } from "../../core/links";
import { standingEvents } from "../../progress/replay";
import { weigherOf } from "../../progress/aim";
import { findGaps } from "../today/state";
import { type Item, type Named, composeChecklist, readTicks } from "./checklist";
import { type Desk, isoDay } from "./desk";
import { type Interview, sortInterviews } from "./interview";
import { EMAILS_URL, INTERVIEWS_URL, STORIES_URL } from "./links";
import { button, saveDocument } from "./parts";

/** Where a task is done. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  debrief: [INTERVIEWS_URL, "Interview log"],
  "who-to-thank": [INTERVIEWS_URL, "Interview log"],
  thank: [EMAILS_URL, "E-mails"],
  repair: [EMAILS_URL, "E-mails"],
  send: [EMAILS_URL, "E-mails"],
  "first-stories": [STORIES_URL, "Stories"],
  "story-gaps": [STORIES_URL, "Stories"],
};

export async function showChecklist(desk: Desk, panel: HTMLElement): Promise<void> {
  const { opened, aims, papers, stories, interviews, profile } = desk;
  const today = isoDay(new Date());
  const next = sortInterviews(interviews, today).find(({ starts }) => starts === "" || starts.slice(0, 10) >= today) ?? null;
  const events = standingEvents(await opened.journal.readAll());
  const last = new Map(events.flatMap(({ kind, item, data }) => (kind === "attempt" ? [[item, data["passed"] === true] as const] : [])));
  const day = next?.starts.slice(0, 10) || profile.interview_date;
  const named = next?.company ?? profile.companies[0] ?? "";
  const company = aims.companies.find(({ id, title }) => id === named || title === named)?.title ?? named;
  const items = composeChecklist({
    aims, profile, stories, company, table: papers.checklist, interview: next, weigh: weigherOf(aims, profile, opened.journal.kept),
    cards: opened.journal.cards, solved: new Set([...last].flatMap(([id, passed]) => (passed ? [id] : []))),
    gaps: findGaps(aims, opened.journal.kept), at: day ? Math.max(Date.now(), Date.parse(`${day}T12:00:00`)) : Date.now() + 86_400_000,
  }); // prettier-ignore
  const name = `checklist/${day || "next"}`;
  const said = make("p", { class: "pt-own__said", role: "status" });
  const left = make("p", { class: "pt-own__minutes", role: "status" });
  const boxes = new Map<string, HTMLInputElement>();
  const count = (): void => left.replaceChildren(`${[...boxes.values()].filter((box) => box.checked).length} of ${items.length} done`);
  const save = async (): Promise<void> => {
    count();
    const unknown = [...readTicks(opened.journal.kept, name)].filter((id) => !boxes.has(id));
    const done = [...boxes].flatMap(([id, box]) => (box.checked ? [id] : []));
    await saveDocument({ opened, said }, name, { done: [...unknown, ...done] });
  };
  const ticks = readTicks(opened.journal.kept, name);
  const sections = papers.checklist.whens.map(([when, title]) => {
    const rows = items.filter((item) => item.when === when).map((item) => makeRow(item, ticks.has(item.id), boxes, () => void save()));
    return make("section", {}, make("h2", {}, title), make("ul", { class: "pt-own__ticks" }, ...rows));
  });
  count();
  panel.replaceChildren(make("p", {}, sayFor(next, day, company)), left, ...sections, said,
    make("div", { class: "pt-own__buttons pt-own__screen" }, button("Print", () => window.print())));
}

function sayFor(next: Interview | null, day: string, company: string): string {
  const where = company ? ` at ${company}` : "";
  if (!day) return `For the next interview${where}, all twenty tips. Set its date on the Today page or in the interview log.`;
  return `For the interview${where} on ${day}, all twenty tips${next ? "" : "; add it to the interview log for names and promises"}.`;
}

function makeRow(item: Item, isDone: boolean, boxes: Map<string, HTMLInputElement>, changed: () => void): HTMLElement {
  const box = make("input", { type: "checkbox", checked: isDone });
  boxes.set(item.id, box);
  box.addEventListener("change", changed);
  const label = make("label", {}, box, make("span", {}, item.text, " ", make("span", { class: "pt-own__tip" }, `tip ${item.tip}`)));
  const place = PLACES[item.task];
  const links = [...item.names.map((one) => make("a", { href: urlOf(one) }, one.title)), ...(place ? [make("a", { href: place[0] }, place[1])] : [])];
  return make("li", {}, label, ...(links.length ? [make("ul", { class: "pt-own__names" }, ...links.map((link) => make("li", {}, link)))] : []));
}

function urlOf({ id, kind }: Named): string {
  if (kind === "exercise") return pageUrl(`exercises/${id}.html`);
  return kind === "story" ? `${STORIES_URL}/${encodeURIComponent(id.slice("story/".length))}` : questionUrl(id);
}
