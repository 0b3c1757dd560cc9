/** A mock interview as values: what was wished, what is asked, what was said, and how it is marked. */
import type { Rating } from "../../progress/event";

export const RUBRIC = ["clarity", "structure", "depth"] as const;
export type Rubric = (typeof RUBRIC)[number];
export const HIGHEST = 4;
export const MARK_TITLES = ["missing", "weak", "fair", "good", "excellent"] as const;
export const MINUTES = [15, 20, 30, 45, 60, 90] as const;
export const MOST_NOTES = 8_000;

export interface Wish {
  readonly role: string;
  readonly level: string;
  readonly round: string;
  /** Id of a company profile; empty for none. */
  readonly company: string;
  readonly minutes: number;
  readonly recorded: boolean;
}

export interface Asked {
  readonly item: string;
  readonly title: string;
  /** `pack/topic` */
  readonly topic: string;
  readonly minutes: number;
}

export interface Answer {
  /** How many probes were put. */
  readonly probes: number;
  readonly seconds: number;
  readonly notes: string;
  /** Numbers of the key points that were said, from 1. */
  readonly said: readonly number[];
  readonly marks: Readonly<Partial<Record<Rubric, number>>>;
  /** Left out of the report by the learner. */
  readonly skipped: boolean;
}

export type Stage = "asking" | "marking" | "done";

export interface Mock {
  readonly v: 1;
  /** Names its recordings. */
  readonly id: string;
  readonly seed: number;
  readonly wish: Wish;
  readonly questions: readonly Asked[];
  /** One for each question that was begun. */
  readonly answers: readonly Answer[];
  /** Place of the question that is asked, or marked. */
  readonly at: number;
  readonly stage: Stage;
  /** Milliseconds since 1970, of the mock and of the question being asked. */
  readonly started: number;
  readonly turned: number;
}

const EMPTY: Answer = { probes: 0, seconds: 0, notes: "", said: [], marks: {}, skipped: false };

export const startMock = (id: string, seed: number, wish: Wish, questions: readonly Asked[], now: number): Mock => ({
  v: 1, id, seed, wish, questions, answers: [EMPTY], at: 0, stage: "asking", started: now, turned: now,
}); // prettier-ignore

export const currentQuestion = (mock: Mock): Asked | undefined => mock.questions[mock.at];
export const currentAnswer = (mock: Mock): Answer => mock.answers[mock.at] ?? EMPTY;

const change = (mock: Mock, part: Partial<Answer>): Mock => ({
  ...mock,
  answers: mock.answers.map((answer, place) => (place === mock.at ? { ...answer, ...part } : answer)),
});

export const note = (mock: Mock, notes: string): Mock => change(mock, { notes: notes.slice(0, MOST_NOTES) });

/** One probe more, of so many there are. */
export const probe = (mock: Mock, most: number): Mock => change(mock, { probes: Math.min(currentAnswer(mock).probes + 1, most) });

/** The time spent on the current question goes to its answer. */
function close(mock: Mock, now: number): Mock {
  return { ...change(mock, { seconds: currentAnswer(mock).seconds + Math.max(0, now - mock.turned) / 1000 }), turned: now };
}

/** On to the next question, or to the marks after the last. */
export function goOn(mock: Mock, now: number): Mock {
  const closed = close(mock, now);
  const at = mock.at + 1;
  if (at >= mock.questions.length) return { ...closed, at: 0, stage: "marking" };
  return { ...closed, at, answers: [...closed.answers, EMPTY] };
}

/** The end of the asking, at any time: what was begun is marked. */
export const endAsking = (mock: Mock, now: number): Mock => ({ ...close(mock, now), at: 0, stage: "marking" });

export function tickPoint(mock: Mock, point: number, said: boolean): Mock {
  const others = currentAnswer(mock).said.filter((one) => one !== point);
  return change(mock, { said: said ? [...others, point].sort((a, b) => a - b) : others });
}

export const setMark = (mock: Mock, name: Rubric, mark: number): Mock =>
  change(mock, { marks: { ...currentAnswer(mock).marks, [name]: mark } });

export const isMarked = (answer: Answer): boolean => RUBRIC.every((name) => answer.marks[name] !== undefined);

/** To the next answer to mark; after the last the mock is done. */
export function finishMark(mock: Mock, skipped: boolean): Mock {
  const marked = change(mock, { skipped });
  const at = mock.at + 1;
  return at < mock.answers.length ? { ...marked, at } : { ...marked, stage: "done" };
}

export const backToMark = (mock: Mock): Mock =>
  mock.stage === "done" ? { ...mock, stage: "marking", at: mock.answers.length - 1 } : { ...mock, at: Math.max(0, mock.at - 1) };

/** Share of the answer that was there, 0-1: half key points, half rubric marks; as `Mark.score` in the terminal. */
export function scoreOf({ said, marks }: Pick<Answer, "said" | "marks">, points: number): number {
  const share = points ? said.length / points : 0;
  const given = RUBRIC.flatMap((name) => marks[name] ?? []);
  const rubric = given.length ? given.reduce((sum, mark) => sum + mark, 0) / (HIGHEST * given.length) : share;
  return (share + rubric) / 2;
}

/** The rating that a score proposes. */
export const ratingOf = (score: number): Rating => (1 + [0.4, 0.65, 0.9].filter((bound) => score >= bound).length) as Rating;

/** `4:05` */
export function describeClock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A mock from storage; null when it is none of ours. */
export function readMock(value: unknown): Mock | null {
  const mock = value as Partial<Mock> | null | undefined;
  const isOurs = mock?.v === 1 && Array.isArray(mock.questions) && Array.isArray(mock.answers) && Number.isInteger(mock.at);
  if (!isOurs || !mock.wish || !["asking", "marking", "done"].includes(mock.stage ?? "")) return null;
  return mock.answers?.length && mock.at !== undefined && mock.at < mock.answers.length ? (mock as Mock) : null;
}

/** A wish with every missing or strange part as usual. */
export function readWish(value: Readonly<Record<string, unknown>>, choices: Readonly<Record<"roles" | "levels" | "rounds" | "companies", readonly string[]>>): Wish {
  const one = (name: string, known: readonly string[], usual: string): string =>
    known.includes(String(value[name])) ? String(value[name]) : known.includes(usual) ? usual : (known[0] ?? "");
  const minutes = Number(value["minutes"]);
  return {
    role: one("role", choices.roles, "mle"),
    level: one("level", choices.levels, "mid"),
    round: one("round", choices.rounds, "ml-breadth"),
    company: one("company", ["", ...choices.companies], ""),
    minutes: minutes >= 5 && minutes <= 240 ? Math.round(minutes) : 45,
    recorded: value["recorded"] === true,
  };
}
