/** The Mock page: from what is wished, through the room and the marks, to the report. */
import { make } from "../../core/dom";
import { Drafts } from "../../core/drafts";
import type { Opened } from "../../core/parts";
import { type Aims, KINDS, isInRound, loadAims, makeWeigher } from "../../progress/aims";
import { moment } from "../../progress/moment";
import { recall, DAY } from "../../progress/schedule";
import { type Candidate, drawQuestions } from "./draw";
import { markingScreen } from "./marking";
import { TakeRecorder } from "./recorder";
import { type Report, makeEvents, makeReport, nameOf, readReport } from "./report";
import { roomScreen } from "./room";
import type { Screen, Tools } from "./screen";
import { setUpScreen } from "./setup";
import { type Sheets, loadSheets } from "./sheets";
import { type Mock, type Wish, currentAnswer, readMock, readWish, startMock } from "./state";
import { toldScreen } from "./told";

const DRAFT = "mock";
const WISH = "mock-wish";
const NEARBY_LEVELS = 1;
/** What a mock does not draw: what the candidate asks, and coding tasks. */
const NOT_DRAWN: readonly string[] = ["to-ask", "exercise"];

export async function mountMock(page: HTMLElement, { journal, site }: Opened): Promise<void> {
  if (page.querySelector(".pt-mock__box")) return;
  const box = make("div", { class: "pt-mock__box" });
  page.append(box);
  const aims = await loadAims().catch(() => null);
  page.querySelector(".pt-mock__without")?.remove();
  if (!aims) return box.append(make("p", {}, "The questions could not be loaded. Reload the page."));
  const drafts = new Drafts(site);
  const [left, wish] = await Promise.all([drafts.read(DRAFT), drafts.read(WISH)]).catch(() => [null, null]);
  const recorder = new TakeRecorder(drafts, () => undefined);
  new MockBox(box, { aims, journal, drafts, recorder }, readMock(left), wish);
}

class MockBox {
  #screen: Screen | null = null;
  #mock: Mock | null;
  #wish: Wish;
  #sheets: Sheets = new Map();

  constructor(
    readonly box: HTMLElement,
    readonly tools: Tools,
    left: Mock | null,
    wish: unknown,
  ) {
    const { aims, journal } = tools;
    const profile = journal.kept.documents.get("profile") ?? {};
    const companies = profile["companies"];
    const usual = { ...profile, company: Array.isArray(companies) ? companies[0] : "", minutes: 45 };
    const kept = typeof wish === "object" && wish !== null ? wish : {};
    const choices = { roles: first(aims.roles), levels: aims.levels, rounds: first(aims.rounds), companies: aims.companies.map(({ id }) => id) };
    const asked = new URLSearchParams(location.search).get("round");
    this.#wish = readWish({ ...usual, ...kept, ...(asked ? { round: asked } : {}) }, choices);
    this.#mock = left;
    const wanted = readReport(journal.kept.documents.get(decodeURIComponent(location.hash.slice(1))));
    if (wanted) this.#tell(wanted, "", null);
    else this.#setUp();
  }

  #show(screen: Screen, focus = "", isInside = focus !== ""): void {
    this.#screen?.stop?.();
    this.#screen = screen;
    this.box.closest(".pt-mock")?.toggleAttribute("data-stage", isInside);
    this.box.replaceChildren(screen.element);
    if (focus) this.box.querySelector<HTMLElement>(focus)?.focus();
  }

  #setUp(trouble = ""): void {
    const { tools } = this;
    this.#show(setUpScreen({
      ...tools, wish: this.#wish, left: this.#mock, trouble,
      start: (wish, seed) => void this.#start(wish, seed),
      resume: () => void this.#resume(),
      drop: () => void this.#drop(),
      tell: (report) => this.#tell(report, "", null),
    })); // prettier-ignore
  }

  async #drop(): Promise<void> {
    if (this.#mock) await this.tools.drafts.deleteTakes(`${this.#mock.id}/`).catch(() => undefined);
    await this.#keep(null);
    this.#setUp();
  }

  async #start(wish: Wish, seed: number | null): Promise<void> {
    this.#wish = wish;
    void this.tools.drafts.keep(WISH, wish);
    const chosen = seed ?? Math.floor(Math.random() * 1_000_000);
    const questions = drawQuestions(listCandidates(this.tools, wish), wish.round, wish.minutes, chosen);
    if (!questions.length) return this.#setUp("No question fits this round and level. Try another round or level.");
    const titles = new Map(this.tools.aims.rows.map(([id, title]) => [id, title]));
    const asked = questions.map(({ id, topic, minutes }) => ({ item: id, title: titles.get(id) ?? id, topic, minutes }));
    await this.#enter(startMock(moment().id, chosen, wish, asked, Date.now()));
  }

  #resume(): Promise<void> {
    return this.#mock ? this.#enter(this.#mock) : Promise.resolve();
  }

  /** Into the room (or on to the marks), with sheets and microphone ready; the clock starts only then. */
  async #enter(mock: Mock): Promise<void> {
    try {
      this.#sheets = await loadSheets(mock.questions.map(({ topic }) => topic));
    } catch {
      return this.#setUp("The key points could not be loaded. Are you offline? Try again.");
    }
    const isNew = mock !== this.#mock;
    if (mock.wish.recorded && mock.stage === "asking") await this.tools.recorder.open();
    const now = Date.now();
    this.#go(isNew ? { ...mock, started: now, turned: now } : mock, true);
  }

  /** Shows the mock as it is now, and keeps it. */
  #go(mock: Mock, isNewQuestion: boolean): void {
    this.#mock = mock;
    void this.#keep(mock);
    if (mock.stage === "done") return void this.#finish(mock);
    const { tools } = this;
    const room = { ...tools, mock, sheets: this.#sheets, change: (later: Mock, quietly?: "quietly") => this.#change(later, quietly) };
    if (mock.stage === "asking" && isNewQuestion) tools.recorder.start(`${mock.id}/${mock.at}/${Date.now()}`);
    this.#show(mock.stage === "asking" ? roomScreen(room) : markingScreen(room), isNewQuestion ? ".pt-mock__ask" : "", true);
  }

  #change(later: Mock, quietly?: "quietly"): void {
    const before = this.#mock;
    if (quietly) {
      this.#mock = later;
      void this.#keep(later);
      return;
    }
    const isNew = before?.at !== later.at || before.stage !== later.stage;
    if (before?.stage === "asking" && later.stage !== "asking") void this.tools.recorder.close().then(() => this.#go(later, true));
    else this.#go(later, isNew);
    if (!isNew && later.stage === "asking") this.#focusAfterProbe(later);
  }

  /** The buttons were made anew: the key stays where it was. */
  #focusAfterProbe(mock: Mock): void {
    const buttons = [...this.box.querySelectorAll<HTMLButtonElement>(".pt-mock__buttons button")];
    if (currentAnswer(mock).probes) buttons.find((button) => !button.disabled)?.focus();
  }

  async #finish(mock: Mock): Promise<void> {
    const report = makeReport(mock, (item) => this.#sheets.get(item)?.points.length ?? 0, Date.now());
    if (!report) {
      await this.#drop();
      return this.#setUp("Nothing was marked, so nothing was written.");
    }
    const isSaved = await this.tools.journal.add(makeEvents(report, moment));
    if (isSaved) await this.#keep(null);
    const words = isSaved ? "Saved: your marks count as reviews of these questions, and the report stays on this page." : this.tools.journal.trouble;
    this.#tell(report, words, isSaved ? null : () => void this.#finish(mock));
  }

  #tell(report: Report, said: string, retry: (() => void) | null): void {
    history.replaceState(history.state, "", `${location.pathname}${location.search}#${nameOf(report)}`);
    const again = (): void => {
      history.replaceState(history.state, "", location.pathname + location.search);
      this.#setUp();
    };
    this.#show(toldScreen({ ...this.tools, report, said, again, ...(retry ? { retry } : {}) }), "#pt-mock-told");
  }

  async #keep(mock: Mock | null): Promise<void> {
    this.#mock = mock;
    await this.tools.drafts.keep(DRAFT, mock);
  }
}

const first = (named: readonly (readonly [string, string])[]): string[] => named.map(([value]) => value);

/** The questions that fit the round and the level, weighed for the wish and for what is forgotten by tomorrow. */
export function listCandidates({ aims, journal }: { aims: Aims; journal: Opened["journal"] }, wish: Wish): Candidate[] {
  const weigh = makeWeigher(aims, { role: wish.role, level: wish.level, rounds: [wish.round], company: wish.company });
  const own = aims.levels.indexOf(wish.level);
  const then = Date.now() + DAY;
  return aims.rows.flatMap((row): Candidate[] => {
    const [id, , kind, minutes, level, , , , topic] = row;
    const fits = isInRound(aims, row, wish.round) && Math.abs(level - own) <= NEARBY_LEVELS && !NOT_DRAWN.includes(KINDS[kind] ?? "");
    const memory = journal.cards.get(id)?.memory ?? null;
    return fits ? [{ id, topic: aims.topics[topic]?.[0] ?? "", minutes, weight: weigh(row) * (1.2 - recall(memory, then)) }] : [];
  });
}
