/** Writing an exercise in its page: a plain field or an editor, the tests on demand, a whiteboard with a clock. */
import { make } from "../../core/dom";
import { Drafts } from "../../core/drafts";
import { type Opened, usePart } from "../../core/parts";
import { makeDocument } from "../../progress/event";
import { moment } from "../../progress/moment";
import { RETENTION } from "../../progress/replay";
import { makeField } from "./field";
import { type Task, readTask } from "./page";
import { type Chance, findChance, getRunner } from "./python";
import { resultsPlace } from "./results";
import { type Attempt, begin, describeVerdict, findDue, isPassed, makeAttempt, newAttempt, readAttempt, type Verdict } from "./state";
import { Whiteboard } from "./whiteboard";

const SAVE_AFTER = 400;
const MEGABYTE = 1_000_000;
const DAYS = { dateStyle: "medium" } as const;

export async function mountExercise(page: HTMLElement, opened: Opened): Promise<void> {
  const task = readTask(page);
  const place = page.querySelector("#write");
  if (!task || !place || page.querySelector(".pt-write")) return;
  const drafts = new Drafts(opened.site);
  const kept = readAttempt(await drafts.read(`exercise:${task.id}`).catch(() => null));
  page.querySelector(".pt-write__without")?.remove();
  place.after(new Desk(page, task, opened, drafts, kept ?? newAttempt(task.starter)).element);
}

class Desk {
  readonly element: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  readonly #said = make("p", { class: "pt-write__said", role: "status" });
  readonly #results = make("div", {});
  readonly #ask = make("div", { class: "pt-write__ask" });
  readonly #run = make("button", { type: "button", class: "pt-write__run" }, "Run the tests");
  readonly #editor = make("button", { type: "button", "aria-pressed": "false" }, "Code editor");
  readonly #board = make("button", { type: "button" });
  readonly #again = make("button", { type: "button" }, "Start again");
  readonly #whiteboard: Whiteboard;
  #attempt: Attempt;
  #isBusy = false;
  #isAgreed = false;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #dropEditor: (() => void) | null = null;

  constructor(
    readonly page: HTMLElement,
    readonly task: Task,
    readonly opened: Opened,
    readonly drafts: Drafts,
    attempt: Attempt,
  ) {
    this.#attempt = attempt;
    this.#field = makeField(attempt.code);
    this.#field.addEventListener("input", () => this.#written());
    this.#field.addEventListener("keydown", (event) => this.#pressed(event));
    this.#run.addEventListener("click", () => void this.#check());
    this.#editor.addEventListener("click", () => void this.#toggleEditor());
    this.#again.addEventListener("click", () => this.#askAgain());
    this.#board.append(`Whiteboard: ${task.minutes} minutes`);
    this.#whiteboard = new Whiteboard(task, () => this.#endBoard(), (marks) => void this.#check(marks));
    this.#board.addEventListener("click", () => this.#startBoard());
    this.element = make(
      "section", { class: "pt-write", "aria-labelledby": "write" },
      make("div", { class: "pt-write__bar" }, make("label", { for: "pt-code" }, "solution.py"), this.#editor, this.#board),
      this.#whiteboard.clock,
      this.#field,
      make("p", { id: "pt-code-help", class: "pt-write__help" }, "Tab indents; Escape, then Tab leaves the field. ", make("kbd", {}, "Ctrl"), " ", make("kbd", {}, "Enter"), " runs the tests."),
      this.#whiteboard.form,
      make("div", { class: "pt-write__buttons" }, this.#run, this.#again),
      this.#said, this.#ask, this.#results,
    ); // prettier-ignore
    page.addEventListener("toggle", (event) => this.#opened(event.target), { capture: true });
    void this.#tellLast();
  }

  #keep(attempt: Attempt): void {
    this.#attempt = attempt;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => void this.#save(), SAVE_AFTER);
  }

  async #save(): Promise<void> {
    clearTimeout(this.#saving);
    if (!(await this.drafts.keep(`exercise:${this.task.id}`, this.#attempt))) this.#say("This browser keeps no data: copy your code before you leave.");
  }

  #say(words: string, isVerdict = false): void {
    this.#said.toggleAttribute("data-verdict", isVerdict);
    this.#said.replaceChildren(words);
  }

  #written(): void {
    this.#keep(begin({ ...this.#attempt, code: this.#field.value }, Date.now()));
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!this.#run.hidden) void this.#check();
  }

  /** A hint or the solution was looked at. */
  #opened(target: EventTarget | null): void {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const isSolution = target.querySelector("#solution") !== null;
    const hints = this.page.querySelectorAll("details.pt-fold--hint[open]").length;
    if (!isSolution && !target.matches(".pt-fold--hint")) return;
    this.#keep({ ...this.#attempt, seen: this.#attempt.seen || isSolution, hints: Math.max(this.#attempt.hints, hints) });
  }

  #askAgain(): void {
    const yes = make("button", { type: "button" }, "Yes, begin anew");
    const no = make("button", { type: "button" }, "No");
    const close = (): void => {
      this.#ask.replaceChildren();
      this.#again.focus();
    };
    yes.addEventListener("click", () => {
      this.#put(this.task.starter);
      this.#keep(newAttempt(this.task.starter, this.#attempt.number + 1));
      this.#results.replaceChildren();
      this.#say("The starter is back. The last code that was checked is in your exported data.");
      close();
    });
    no.addEventListener("click", close);
    this.#ask.replaceChildren(make("p", {}, "Put the starter back in place of what you wrote?"), make("div", { class: "pt-write__buttons" }, yes, no));
    no.focus();
  }

  #put(code: string): void {
    this.#field.value = code;
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async #toggleEditor(): Promise<void> {
    if (this.#dropEditor) {
      this.#dropEditor();
      this.#dropEditor = null;
    } else {
      this.#say("The editor is being loaded.");
      try {
        this.#dropEditor = (await usePart("editor"))(this.#field, () => void this.#check());
        this.#say("");
      } catch {
        this.#say("The editor could not be loaded. Are you offline? The plain field works as before.");
      }
    }
    this.#editor.setAttribute("aria-pressed", String(this.#dropEditor !== null));
  }

  #startBoard(): void {
    if (this.#dropEditor) void this.#toggleEditor();
    this.#results.replaceChildren();
    this.#run.hidden = this.#editor.disabled = this.#board.disabled = true;
    this.#say("");
    this.#written();
    this.#whiteboard.start();
    this.#field.focus();
  }

  #endBoard(): void {
    this.#run.hidden = this.#editor.disabled = this.#board.disabled = false;
  }

  /** Runs the tests; at a whiteboard with the reviewer's marks. */
  async #check(marks?: readonly boolean[]): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#run.disabled = true;
    this.#written();
    try {
      const chance = await findChance(this.task);
      if (chance.kind === "no") this.#say(chance.why);
      else if (chance.kind === "elsewhere" && !this.#isAgreed) this.#askElsewhere(chance.missing, marks);
      else await this.#judge(chance, marks);
    } finally {
      this.#isBusy = false;
      this.#run.disabled = false;
    }
  }

  #askElsewhere(missing: readonly string[], marks?: readonly boolean[]): void {
    const names = missing.join(", ");
    const yes = make("button", { type: "button" }, `Load ${names} from cdn.jsdelivr.net`);
    yes.addEventListener("click", () => {
      this.#isAgreed = true;
      this.#ask.replaceChildren();
      void this.#check(marks);
    });
    const slug = this.task.id.slice(this.task.id.indexOf("/") + 1);
    this.#say("");
    this.#ask.replaceChildren(
      make("p", {}, `This exercise needs ${names}, which this site does not carry. It can come from the Pyodide project's distribution on another site (a few megabytes; that site sees your address, not your code), or check it in the terminal: `, make("code", {}, `prep-tracker code check ${slug}`), "."),
      make("div", { class: "pt-write__buttons" }, yes),
    ); // prettier-ignore
    yes.focus();
  }

  async #judge(chance: Exclude<Chance, { kind: "no" }>, marks?: readonly boolean[]): Promise<void> {
    const runner = getRunner(chance, this.task);
    this.#results.replaceChildren();
    const size = Math.round(chance.note.bytes / MEGABYTE);
    this.#say(`Python is being loaded (${size} MB, once; then from your browser's cache).`);
    let verdict: Verdict;
    try {
      await runner.load();
      this.#say("Running the tests.");
      verdict = await runner.run({ code: this.#field.value, tests: this.task.tests, requires: this.task.requires });
    } catch (error) {
      this.#say(`Python could not be loaded: ${error instanceof Error ? error.message : "unknown trouble"}. What you wrote is kept; try again, or check it in the terminal.`);
      return;
    }
    this.#results.replaceChildren(resultsPlace(verdict));
    this.#say(describeVerdict(verdict), true);
    await this.#record(verdict, marks);
  }

  /** The attempt goes into the journal, the code that was judged beside it. */
  async #record(verdict: Verdict, marks?: readonly boolean[]): Promise<void> {
    const { task, opened: { journal } } = this; // prettier-ignore
    const more = marks ? { whiteboard: true, rubric: [...marks] } : {};
    const now = moment();
    const events = [makeAttempt(now, task.id, this.#attempt, verdict, task.minutes, more)];
    const name = `code/${task.id}`;
    if (journal.kept.documents.get(name)?.["code"] !== this.#attempt.code) events.push(makeDocument(journal.moment("document", name), name, { v: 1, code: this.#attempt.code }));
    const isSaved = await journal.add(events);
    if (isSaved) this.#keep({ ...this.#attempt, counted: now.now });
    await this.#save();
    await this.#tellNext(isPassed(verdict), isSaved, marks);
  }

  async #tellNext(passed: boolean, isSaved: boolean, marks?: readonly boolean[]): Promise<void> {
    const due = findDue(await this.opened.journal.readAll(), this.task.id, RETENTION);
    const when = due ? ` It comes back on ${new Date(due).toLocaleDateString(undefined, DAYS)}.` : "";
    const rubric = marks ? ` Rubric: ${marks.filter(Boolean).length} of ${marks.length}.` : "";
    const next = passed ? "Compare with the solution below, and answer the probes." : "Stuck? There are hints below.";
    const words = isSaved ? `${next}${rubric}${when}` : this.opened.journal.trouble;
    this.#results.append(make("p", { class: "pt-write__next" }, words));
  }

  /** What earlier attempts came to. */
  async #tellLast(): Promise<void> {
    const due = findDue(await this.opened.journal.readAll(), this.task.id, RETENTION);
    if (due && !this.#said.textContent) this.#say(`You tried this before. It comes back on ${new Date(due).toLocaleDateString(undefined, DAYS)}.`);
  }
}
