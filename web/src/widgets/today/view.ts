/** The Today page: countdown, aim, today's list, readiness by tip, habit, what comes. */
import { make } from "../../core/dom";
import { pageUrl, questionUrl } from "../../core/links";
import type { Opened } from "../../core/parts";
import { type Aims, loadAims } from "../../progress/aims";
import { dayNumber, listWeeks, showDay, streakOf } from "../../progress/days";
import { type PrepEvent, makeDocument } from "../../progress/event";
import { loadItems } from "../../progress/items";
import { type Profile, writeProfile } from "../../progress/profile";
import type { Item, Turn } from "../../progress/queue";
import { keepingPlace } from "../keeping/fold";
import { keep } from "../review/kept";
import { WHY_TITLES, startSitting } from "../review/state";
import type { Chore } from "./chores";
import { makeAimForm } from "./form";
import { fetchPlan, keepPlan, readKeptPlan } from "./kept";
import { type Plan, type Task, readPlan, tasksOn } from "./plan";
import { type TipRow, plotDays, plotForecast, plotTips, tableDays, tableForecast, tableTips } from "./plots";
import { type Day, SUPPOSED, findLeeches, forecastReviews, isDayOff, makeDay, sayAdvice, sayCountdown } from "./state";

const FORECAST_DAYS = 14;
const MOST_PLAN_BYTES = 5_000_000;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

export async function mountToday(page: HTMLElement, opened: Opened): Promise<void> {
  if (page.querySelector(".pt-own__body")) return;
  const body = make("div", { class: "pt-own__body" });
  page.append(body);
  const loaded = await Promise.all([loadAims(), loadItems()]).catch(() => null);
  page.querySelector(".pt-own__without")?.remove();
  if (loaded) new TodayPage(body, opened, loaded[0], loaded[1]);
  else body.append(make("p", {}, "The list of questions could not be loaded. Are you offline? Reload the page."));
}

class TodayPage {
  readonly #head = make("section", { class: "pt-own__head", "aria-label": "Your aim" });
  readonly #list = make("section", { "aria-labelledby": "pt-today-list" });
  readonly #rest = make("div", {});
  readonly #said = make("p", { class: "pt-own__said", role: "status" });
  #events: readonly PrepEvent[] = [];
  #plan: Plan | null;
  #isServed = false;
  #isEditing = false;

  constructor(body: HTMLElement, readonly opened: Opened, readonly aims: Aims, readonly items: readonly Item[]) {
    this.#plan = readKeptPlan(opened.site);
    body.append(this.#head, this.#said, this.#list, this.#rest, keepingPlace());
    opened.journal.onChange(() => void this.#refresh());
    window.addEventListener("pageshow", (event) => event.persisted && void this.#refresh());
    void this.#refresh();
    void fetchPlan().then((plan) => {
      if (!plan) return;
      this.#plan = plan;
      this.#isServed = true;
      void this.#refresh();
    });
  }

  async #refresh(): Promise<void> {
    this.#events = await this.opened.journal.readAll();
    const { cards, kept, trouble, notice } = this.opened.journal;
    const now = Date.now();
    const offset = -new Date(now).getTimezoneOffset();
    const day = makeDay({ aims: this.aims, items: this.items, cards, kept, events: this.#events, now, offset });
    if (trouble || notice) this.#said.replaceChildren(trouble || notice);
    if (!this.#isEditing) this.#showHead(day);
    this.#showList(day);
    this.#showRest(day, now, offset);
  }

  #showHead(day: Day): void {
    const { profile, left } = day;
    if (!day.hasAim) return this.#edit(profile, null);
    const change = make("button", { type: "button" }, "Change");
    change.addEventListener("click", () => this.#edit(profile, () => this.#leaveForm()));
    const number = left !== null && left > 0 ? [make("span", { class: "pt-own__days", "aria-hidden": "true" }, String(left))] : [];
    const role = this.aims.roles.find(([value]) => value === profile.role)?.[1] ?? profile.role;
    const companies = profile.companies.map((name) => this.aims.companies.find(({ id }) => id === name)?.title ?? name);
    const facts = [role, profile.level, ...companies, `${profile.minutes_per_day} minutes a day`];
    const words = number.length && left !== 1 ? "days to the interview" : sayCountdown(left, profile.interview_date);
    const spoken = number.length && left !== 1 ? [make("span", { class: "pt-label" }, sayCountdown(left, profile.interview_date))] : [];
    this.#head.replaceChildren(
      make("p", { class: "pt-own__countdown" }, ...(left === 1 ? [] : number), ...spoken,
        make("span", number.length && left !== 1 ? { "aria-hidden": "true" } : {}, words),
        ...(left !== null && left >= 0 ? [make("span", { class: "pt-own__date" }, sayDate(profile.interview_date))] : [])),
      make("ul", { class: "pt-chips" }, ...facts.map((fact) => make("li", { class: "pt-chip" }, fact))),
      change,
    );
  }

  #edit(profile: Profile, close: (() => void) | null): void {
    this.#isEditing = true;
    const form = makeAimForm(this.aims, profile, (chosen) => void this.#save(chosen), close);
    this.#head.replaceChildren(make("h2", {}, "What do you prepare for?"), form);
    if (close) form.querySelector<HTMLElement>("input, select")?.focus();
  }

  #leaveForm(): void {
    this.#isEditing = false;
    void this.#refresh().then(() => this.#head.querySelector("button")?.focus());
  }

  async #save(profile: Profile): Promise<void> {
    const { journal } = this.opened;
    const body = writeProfile(journal.kept.documents.get("profile"), profile);
    this.#isEditing = false;
    const isSaved = await journal.add([makeDocument(journal.moment("document", "profile"), "profile", body)]);
    this.#said.replaceChildren(isSaved ? "Saved in this browser." : journal.trouble);
    this.#head.querySelector("button")?.focus();
  }

  #showList(day: Day): void {
    const tasks = tasksOn(this.#plan, showDay(day.today));
    const advice = sayAdvice(day);
    const share = day.wanted ? Math.min(1, day.done / day.wanted) : 0;
    const used = make("progress", { max: 1, value: share, "aria-label": "Minutes of today that are used" });
    const words = day.wanted ? `${Math.round(day.done)} of ${day.wanted} minutes` : `${Math.round(day.done)} minutes today`;
    const minutes = make("p", { class: "pt-own__minutes" }, ...(day.wanted ? [used] : []), make("span", {}, words));
    this.#list.replaceChildren(
      make("h2", { id: "pt-today-list" }, "What pays most today"),
      minutes,
      ...(advice ? [make("p", {}, advice)] : []),
      ...(tasks && !(day.left !== null && day.left < 0) ? this.#listPlanned(tasks) : this.#listGreedy(day)),
      this.#sayPlan(tasks !== null),
    );
  }

  #listGreedy(day: Day): HTMLElement[] {
    const { lines, chores } = day;
    if (!lines.length && !chores.length) return [];
    const rows = [
      ...lines.map(({ turn, title, minutes }) => row(make("a", { href: questionUrl(turn.item) }, title), WHY_TITLES[turn.why], minutes)),
      ...chores.map((chore) => row(make("a", { href: choreUrl(chore) }, choreTitle(chore, this.aims)), chore.kind, chore.minutes)),
    ];
    const turns = lines.map(({ turn }) => turn);
    return [...this.#startButton(turns, lines.reduce((sum, line) => sum + line.minutes, 0)), make("ol", { class: "pt-own__tasks" }, ...rows)];
  }

  #listPlanned(tasks: readonly Task[]): HTMLElement[] {
    const known = new Map(this.aims.rows.map((one) => [one[0], one]));
    const today = new Set(this.#doneToday());
    const rows = tasks.map(({ id, kind, minutes, title }) => {
      const name = known.get(id)?.[1] ?? title;
      const isCard = kind === "new" || kind === "review";
      const url = isCard ? (known.has(id) ? questionUrl(id) : "") : choreUrl({ id: kind === "story" || kind === "mock" ? id.slice(id.indexOf("/") + 1) : id, kind, title, minutes });
      const made = row(url ? make("a", { href: url }, name) : name, kind, minutes);
      if (today.has(id)) made.classList.add("pt-own__task--done");
      if (today.has(id)) made.append(make("span", { class: "pt-own__why" }, "done"));
      return made;
    });
    const open = tasks.filter(({ id, kind }) => (kind === "new" || kind === "review") && known.has(id) && !today.has(id));
    const turns = open.map(({ id, kind }): Turn => ({ item: id, why: kind === "new" ? "new" : "due" }));
    if (!rows.length) return [make("p", {}, "The plan has nothing for today.")];
    return [...this.#startButton(turns, open.reduce((sum, task) => sum + task.minutes, 0)), make("ol", { class: "pt-own__tasks" }, ...rows)];
  }

  #doneToday(): string[] {
    const now = Date.now();
    const today = dayNumber(now, -new Date(now).getTimezoneOffset());
    return this.#events.flatMap(({ kind, item, at, offset }) =>
      ["review", "attempt"].includes(kind) && dayNumber(Date.parse(at), offset) === today ? [item] : []);
  }

  #startButton(turns: readonly Turn[], minutes: number): HTMLElement[] {
    const first = turns[0];
    if (!first) return [];
    const start = make("button", { type: "button", class: "pt-own__main" }, `Start: ${count(turns.length, "question")}, ${Math.max(1, Math.round(minutes))} minutes`);
    start.addEventListener("click", () => {
      if (keep(this.opened.site, startSitting(turns, Math.max(5, Math.ceil(minutes * 1.5))))) location.assign(questionUrl(first.item));
      else this.#said.replaceChildren("This browser does not let the page keep a sitting (a private window, perhaps).");
    });
    return [make("p", {}, start)];
  }

  #sayPlan(isPlanned: boolean): HTMLElement {
    const file = make("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": "File of a plan" });
    const choose = make("button", { type: "button" }, "Use a plan file…");
    const forget = make("button", { type: "button" }, "Forget the plan");
    choose.addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      const chosen = file.files?.[0];
      file.value = "";
      if (chosen) void this.#take(chosen);
    });
    forget.addEventListener("click", () => {
      keepPlan(this.opened.site, null);
      this.#plan = null;
      this.#said.replaceChildren("The plan is forgotten; the list follows the simple rule again.");
      void this.#refresh();
    });
    const planned = this.#plan?.planned;
    const end = planned === null || planned === undefined ? "" : ` Followed to the end, it gives a readiness of ${percent(planned)}.`;
    const words = isPlanned
      ? `${this.#isServed ? "From the plan of your workspace, as it is now." : "From the plan file you gave."}${end}`
      : `${this.#plan ? "Your plan does not reach today. " : ""}By a simple rule: what is due, then what is asked most for its minutes, and in turn one larger task. The terminal plans every day until the interview: prep-tracker plan --json > plan.json.`;
    const buttons = this.#isServed ? [] : [choose, file, ...(this.#plan ? [forget] : [])];
    return make("div", { class: "pt-own__plan" }, make("p", {}, words), make("div", { class: "pt-own__buttons" }, ...buttons));
  }

  async #take(file: File): Promise<void> {
    const plan = file.size > MOST_PLAN_BYTES ? null : readPlan(await file.text());
    if (!plan) {
      this.#said.replaceChildren("That is no plan. Make one: prep-tracker plan --json > plan.json");
      return;
    }
    this.#plan = plan;
    const isKept = keepPlan(this.opened.site, plan);
    this.#said.replaceChildren(`A plan of ${count(plan.days.length, "day")} is used${isKept ? "" : ", until you leave this page: the browser has no room to keep it"}.`);
    await this.#refresh();
  }

  #showRest(day: Day, now: number, offset: number): void {
    const isNarrow = window.matchMedia("(max-width: 44.98em)").matches;
    const rows = this.#tipRows(day);
    const weeks = listWeeks(day.minutes, day.today, isNarrow ? 18 : 26);
    const streak = streakOf(day.minutes, day.today, (one) => isDayOff(day.profile, one));
    const known = new Set(this.items.map(({ id }) => id));
    const counts = forecastReviews(this.opened.journal.cards, known, now, FORECAST_DAYS);
    const dates = counts.map((_, place) => new Date((dayNumber(now, offset) + place) * 86_400_000));
    const when = day.left === null ? `in ${SUPPOSED} days (no date is set)` : `on ${showDay(day.target)}`;
    const { now: today, then } = day.readiness;
    const hasBegun = this.opened.journal.cards.size > 0;
    this.#rest.replaceChildren(
      make("section", { "aria-labelledby": "pt-ready" },
        make("h2", { id: "pt-ready" }, "Readiness"),
        make("div", { class: "pt-own__figures" }, figure(percent(today.overall.right), "of what is likely asked, today"),
          figure(percent(then.overall.right), `${when}, if you learn nothing more`), figure(`${today.overall.learned}`, `of ${today.overall.total} questions begun`)),
        ...(hasBegun ? [] : [make("p", {}, "Rate your first questions, and this fills.")]),
        make("p", { class: "pt-own__legend" }, "Bars: today. Marks: on the day, if you learn nothing more."),
        plotTips(rows, isNarrow),
        tableTips(rows)),
      make("section", { "aria-labelledby": "pt-habit" },
        make("h2", { id: "pt-habit" }, "Habit"),
        make("div", { class: "pt-own__figures" }, figure(String(streak), streak === 1 ? "day in a row" : "days in a row"),
          figure(String(Math.round([...day.minutes.values()].reduce((sum, one) => sum + one, 0))), "minutes in all")),
        plotDays(weeks, Math.max(1, day.profile.minutes_per_day)),
        tableDays(weeks)),
      make("section", { "aria-labelledby": "pt-coming" },
        make("h2", { id: "pt-coming" }, "Coming reviews"),
        ...(counts.some(Boolean)
          ? [plotForecast(counts, dates.map((date) => String(date.getUTCDate()))), tableForecast(counts, dates.map((date) => date.toISOString().slice(0, 10)))]
          : [make("p", {}, "Nothing falls due in the next two weeks.")])),
      ...this.#showLeeches(),
    );
  }

  #tipRows(day: Day): TipRow[] {
    const { now, then } = day.readiness;
    return this.aims.tips.flatMap(([number, title, slug]) => {
      const share = now.byTip.get(number);
      const later = then.byTip.get(number);
      if (!share || !later) return [];
      const name = `${number}. ${title}`;
      return [{ title: name.length > 42 ? `${name.slice(0, 41)}…` : name, url: pageUrl(`tips/${String(number).padStart(2, "0")}-${slug}.html`), now: share.right, then: later.right, learned: share.learned, total: share.total }];
    });
  }

  #showLeeches(): HTMLElement[] {
    const leeches = findLeeches(this.opened.journal.cards);
    if (!leeches.length) return [];
    const titles = new Map(this.aims.rows.map(([id, title]) => [id, title]));
    const rows = leeches.slice(0, 20).map((id) => make("li", {}, make("a", { href: questionUrl(id) }, titles.get(id) ?? id)));
    const words = "Reviewing alone does not help with these. Read the full answer once more, write it in your own words, run its proof, or put it aside.";
    return [make("section", { "aria-labelledby": "pt-leeches" }, make("h2", { id: "pt-leeches" }, "Forgotten four times or more"), make("p", {}, words), make("ul", {}, ...rows))];
  }
}

const figure = (number: string, words: string): HTMLElement =>
  make("p", { class: "pt-own__figure" }, make("strong", {}, number), " ", make("span", {}, words));

const row = (title: Node | string, why: string, minutes: number): HTMLElement =>
  make("li", {}, make("span", { class: "pt-own__title" }, title), make("span", { class: "pt-own__why" }, why), make("span", { class: "pt-own__time" }, `${Math.max(1, Math.round(minutes))} min`));

function choreTitle({ kind, id, title }: Chore, aims: Aims): string {
  if (kind !== "mock") return title;
  return `${title}: ${aims.rounds.find(([value]) => value === id)?.[1] ?? id}`;
}

function choreUrl({ kind, id }: { kind: string; id: string; title: string; minutes: number }): string {
  if (kind === "exercise") return pageUrl(`exercises/${id}.html`);
  if (kind === "case") return questionUrl(id);
  if (kind === "mock") return pageUrl("mock.html");
  return pageUrl(kind === "story" ? "desk.html#stories" : "desk.html#checklist");
}

const sayDate = (date: string): string =>
  new Date(`${date}T12:00:00`).toLocaleDateString(document.documentElement.lang || "en", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

