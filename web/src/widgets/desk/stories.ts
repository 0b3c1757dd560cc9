/** Stories in the page: a list with what nobody has been told yet, and an editor that checks while one writes. */
import { make } from "../../core/dom";
import { STORIES_URL } from "./links";
import type { Desk } from "./desk";
import { keepDraft, readFields } from "./draft";
import { boxesField, button, carefulButton, keepWhileWriting, longField, saveDocument, textField } from "./parts";
import { type Story, checkStory, makeSlug, partsOf, readStory, sayTime, secondsAloud, writeStory } from "./story";

const NEW = "story/";
const say = (name: string): string => name.replaceAll("-", " ");
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The list of stories. */
export function showStories(desk: Desk, panel: HTMLElement): void {
  const { stories, profile, papers } = desk;
  const rows = stories.map((story) => {
    const remarks = checkStory(papers.story, story, profile.words_per_minute).length;
    const time = sayTime(secondsAloud(papers.story, story, profile.words_per_minute));
    const words = `${time} aloud · ${story.competencies.map(say).join(", ") || "no competency yet"} · ${remarks ? `${remarks} ${remarks === 1 ? "remark" : "remarks"}` : "no rule objects"}`;
    return make("li", {}, make("a", { href: `${STORIES_URL}/${encodeURIComponent(story.id)}` }, story.title), make("span", { class: "pt-own__sub" }, words));
  });
  panel.replaceChildren(
    make("p", {}, "Real work told in two minutes: situation, task, action, result, and what you learned. Five to eight stories cover most prompts."),
    make("p", {}, make("a", { href: `${STORIES_URL}/`, class: "pt-own__main pt-own__link" }, "Write a story")),
    ...(rows.length ? [make("ul", { class: "pt-own__cards" }, ...rows)] : [make("p", {}, "No story is written yet.")]),
    showCoverage(desk),
  );
}

function showCoverage({ stories, aims }: Desk): HTMLElement {
  const rows = aims.competencies.map(([name, prompts]) => {
    const told = stories.filter((story) => story.competencies.includes(name));
    const state = told.length === 0 ? "none" : told.length === 1 ? "one" : String(told.length);
    return make("tr", { class: told.length ? "" : "pt-own__gap" }, make("th", { scope: "row" }, capital(say(name))), make("td", {}, state), make("td", {}, `${prompts} ${prompts === 1 ? "prompt" : "prompts"}`));
  });
  const head = make("tr", {}, ...["What a story shows", "Your stories", "Asked in"].map((name) => make("th", { scope: "col" }, name)));
  const table = make("table", { class: "pt-t" }, make("thead", {}, head), make("tbody", {}, ...rows));
  const box = make("div", { class: "pt-table", tabindex: 0, role: "group", "aria-label": "What your stories show" }, table);
  return make("section", {}, make("h2", {}, "What is still untold"), box);
}

/** The editor of one story; an empty id writes a new one. */
export function showStory(desk: Desk, panel: HTMLElement, id: string): void {
  const body = desk.opened.journal.kept.documents.get(`story/${id}`);
  if (id && !body) {
    panel.replaceChildren(make("p", {}, "There is no such story here. ", make("a", { href: STORIES_URL }, "All stories")));
    return;
  }
  new StoryEditor(desk, panel, id ? readStory(id, body ?? {}) : { id: "", title: "", competencies: [], project: "", parts: {} });
}

class StoryEditor {
  readonly #form: HTMLFormElement;
  readonly #said = make("p", { class: "pt-own__said", role: "status" });
  readonly #remarks = make("div", { class: "pt-own__remarks" });
  readonly #name: string;

  constructor(readonly desk: Desk, panel: HTMLElement, readonly story: Story) {
    const { papers, aims } = desk;
    this.#name = `${NEW}${story.id}`;
    const parts = (names: readonly string[]): HTMLElement[] =>
      names.map((part) => longField(part, `part:${part}`, story.parts[part] ?? "", papers.story.prompts[part] ?? "", part === "Action" ? 6 : 3));
    const more = make("details", { class: "pt-own__fold", open: story.project !== "" }, make("summary", {}, "It is a project: the five points they ask for"),
      textField("Name of the project", "project", story.project, "With a name, the check asks for these parts too."), ...parts(papers.story.project));
    this.#form = make("form", { class: "pt-own__form pt-own__form--long", "aria-label": "Story" },
      textField("Title", "title", story.title, "", { required: true, placeholder: "The model that forgot weekends" }),
      boxesField("What it shows", "competencies", aims.competencies.map(([name]) => [name, capital(say(name))] as const), story.competencies),
      ...parts(papers.story.star), more,
      make("div", { class: "pt-own__buttons" }, make("button", { type: "submit", class: "pt-own__main" }, "Save the story"),
        button("Discard changes", () => this.#discard()), ...(story.id ? [carefulButton("Delete…", "Delete this story", () => void this.#delete())] : [])),
    );
    panel.replaceChildren(make("p", { class: "pt-own__back" }, make("a", { href: STORIES_URL }, "← All stories")),
      make("div", { class: "pt-own__split" }, this.#form, make("aside", { "aria-label": "What a listener would miss" }, make("h2", {}, "What a listener would miss"), this.#remarks, this.#said)));
    keepWhileWriting({ opened: desk.opened, name: this.#name, form: this.#form, said: this.#said });
    this.#form.addEventListener("input", () => this.#check());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#save();
    });
    this.#check();
  }

  #read(): Story {
    const values = readFields(this.#form);
    const parts = Object.entries(values).flatMap(([name, text]) => (name.startsWith("part:") && text.trim() ? [[name.slice(5), text.trim()] as const] : []));
    return {
      id: this.story.id,
      title: (values["title"] ?? "").trim(),
      competencies: (values["competencies"] ?? "").split(",").filter(Boolean),
      project: (values["project"] ?? "").trim(),
      parts: { ...this.#hidden(), ...Object.fromEntries(parts) },
    };
  }

  /** Parts that somebody added by hand elsewhere and that this form does not show. */
  #hidden(): Record<string, string> {
    const shown = partsOf(this.desk.papers.story, { ...this.story, project: "any" });
    return Object.fromEntries(Object.entries(this.story.parts).filter(([part]) => !shown.includes(part)));
  }

  #check(): void {
    const { papers, profile } = this.desk;
    const story = this.#read();
    const remarks = checkStory(papers.story, story, profile.words_per_minute);
    const time = sayTime(secondsAloud(papers.story, story, profile.words_per_minute));
    this.#remarks.replaceChildren(
      make("p", { class: "pt-own__minutes" }, `${time} aloud of 2:00`),
      ...(remarks.length
        ? [make("ul", {}, ...remarks.map(({ message, why }) => make("li", {}, make("strong", {}, message), " ", why)))]
        : [make("p", {}, "No rule objects. Now tell it to a person.")]),
    );
  }

  async #save(): Promise<void> {
    const { opened } = this.desk;
    const taken = new Set([...opened.journal.kept.documents.keys()].flatMap((name) => (name.startsWith(NEW) ? [name.slice(NEW.length)] : [])));
    const story = this.#read();
    const id = story.id || makeSlug(story.title, "story", taken);
    const name = `story/${id}`;
    if (!(await saveDocument({ opened, said: this.#said }, name, writeStory(opened.journal.kept.documents.get(name), story)))) return;
    keepDraft(opened.site, this.#name, null);
    this.#said.replaceChildren("Saved in this browser.");
    if (!story.id) this.desk.go(`stories/${encodeURIComponent(id)}`);
  }

  #discard(): void {
    keepDraft(this.desk.opened.site, this.#name, null);
    this.desk.go("stories");
  }

  async #delete(): Promise<void> {
    const { opened } = this.desk;
    if (!(await saveDocument({ opened, said: this.#said }, this.#name, null))) return;
    this.#discard();
  }
}
