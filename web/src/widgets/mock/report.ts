/** The report of a mock: a value that is kept, events for the journal in the terminal's form, and Markdown. */
import { type Moment, type PrepEvent, makeDocument, makeEvent } from "../../progress/event";
import { type Mock, RUBRIC, type Rubric, ratingOf, scoreOf } from "./state";

export interface Row {
  readonly item: string;
  readonly title: string;
  /** Its place in the mock, from 0; names its recordings. */
  readonly place: number;
  readonly said: readonly number[];
  readonly points: number;
  readonly marks: Readonly<Partial<Record<Rubric, number>>>;
  readonly score: number;
  readonly seconds: number;
  readonly notes: string;
}

export interface Report {
  readonly v: 1;
  /** Names its recordings. */
  readonly id: string;
  readonly at: string;
  readonly round: string;
  readonly role: string;
  readonly level: string;
  readonly company: string;
  readonly minutes: number;
  readonly seed: number;
  readonly score: number;
  readonly rows: readonly Row[];
}

const ROUNDING = 1_000;

/** The report, from the number of key points of each question; null when nothing was marked. */
export function makeReport(mock: Mock, pointsOf: (item: string) => number, now: number): Report | null {
  const rows = mock.answers.flatMap((answer, place): Row[] => {
    const asked = mock.questions[place];
    if (!asked || answer.skipped) return [];
    const points = pointsOf(asked.item);
    const { said, marks, seconds, notes } = answer;
    return [{ item: asked.item, title: asked.title, place, said, points, marks, score: scoreOf(answer, points), seconds, notes }];
  });
  if (!rows.length) return null;
  const { round, role, level, company, minutes } = mock.wish;
  const score = rows.reduce((sum, row) => sum + row.score, 0) / rows.length;
  return { v: 1, id: mock.id, at: new Date(now).toISOString(), round, role, level, company, minutes, seed: mock.seed, score, rows };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** `mock/ml-breadth-2026-11-22-1905`, in UTC, as the terminal names it. */
export function nameOf(report: Report): string {
  const at = new Date(report.at);
  const day = report.at.slice(0, 10);
  return `mock/${report.round}-${day}-${twoDigits(at.getUTCHours())}${twoDigits(at.getUTCMinutes())}`;
}

/** A review for each answer that was marked, the mock itself, and the report as a document. */
export function makeEvents(report: Report, moment: () => Moment): PrepEvent[] {
  const seconds = (spent: number): number => Math.min(86_400, Math.max(0, Math.round(spent * 10) / 10));
  const reviews = report.rows.map((row) => makeEvent(moment(), "review", row.item, {
    rating: ratingOf(row.score), seconds: seconds(row.seconds), origin: "mock", data: { points: [...row.said] },
  })); // prettier-ignore
  const total = report.rows.reduce((sum, row) => sum + row.seconds, 0);
  const mock = makeEvent(moment(), "mock", nameOf(report), {
    seconds: seconds(total),
    data: { round: report.round, score: Math.round(report.score * ROUNDING) / ROUNDING, seed: report.seed },
  });
  return [...reviews, mock, makeDocument(moment(), nameOf(report), { ...report })];
}

/** A kept report; null when it is none of ours. */
export function readReport(value: unknown): Report | null {
  const report = value as Partial<Report> | null;
  const isOurs = report?.v === 1 && typeof report.at === "string" && typeof report.score === "number" && Array.isArray(report.rows);
  return isOurs && !Number.isNaN(Date.parse(report.at ?? "")) && report.rows?.every(isRow) ? (report as Report) : null;
}

const isRow = (row: Partial<Row> | null): boolean =>
  typeof row?.item === "string" && typeof row.title === "string" && typeof row.notes === "string" && Array.isArray(row.said) && typeof row.marks === "object" &&
  row.marks !== null && [row.place, row.score, row.points, row.seconds].every(Number.isFinite); // prettier-ignore

export const weakestOf = (report: Report): Row | undefined =>
  report.rows.reduce<Row | undefined>((worst, row) => (worst && worst.score <= row.score ? worst : row), undefined);

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ");

/** The report as Markdown, in the form of the terminal's scorecard. */
export function renderMarkdown(report: Report): string {
  const weakest = weakestOf(report);
  const rows = report.rows.map((row) => {
    const marks = RUBRIC.map((name) => row.marks[name] ?? "–");
    return `| ${[cell(row.title), `${row.said.length} of ${row.points}`, ...marks, `${Math.round(row.seconds / 60)} min`].join(" | ")} |`;
  });
  const notes = report.rows.filter((row) => row.notes.trim());
  const lines = [
    `# Mock: ${report.round}, ${report.minutes} minutes`,
    "",
    `Score ${Math.round(report.score * 100)} %. Seed ${report.seed}. ${report.at.slice(0, 10)}.`,
    "",
    `| question | key points | ${RUBRIC.join(" | ")} | time |`,
    `|---|---|${RUBRIC.map(() => "---|").join("")}---|`,
    ...rows,
    "",
    weakest ? `Weakest: ${weakest.title} (\`${weakest.item}\`).` : "",
    ...(notes.length ? ["", "## Notes", "", ...notes.flatMap((row) => [`### ${row.title}`, "", row.notes.trim(), ""])] : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
