/** The checklist as values: the terminal's tasks for an aim, with names from the ranking and the log put in. */
import { type Aims, KINDS, type Row } from "../../progress/aims";
import type { Kept } from "../../progress/kept";
import type { ChecklistTable, TaskRow } from "../../progress/papers";
import type { Profile } from "../../progress/profile";
import type { Card } from "../../progress/replay";
import { recall } from "../../progress/schedule";
import type { Interview } from "./interview";
import type { Story } from "./story";

export interface Named {
  readonly id: string;
  readonly title: string;
  readonly kind: "question" | "exercise" | "story";
}

export interface Item {
  readonly id: string;
  readonly task: string;
  readonly tip: number;
  readonly when: string;
  readonly text: string;
  readonly names: readonly Named[];
}

export interface Facts {
  readonly aims: Aims;
  readonly table: ChecklistTable;
  readonly profile: Profile;
  readonly weigh: (row: Row) => number;
  readonly cards: ReadonlyMap<string, Card>;
  readonly solved: ReadonlySet<string>;
  readonly stories: readonly Story[];
  readonly gaps: readonly string[];
  readonly interview: Interview | null;
  readonly company: string;
  /** Instant for which recall is asked. */
  readonly at: number;
}

type Ranking = Readonly<Record<string, readonly Named[]>>;

const LISTENER = { manager: 1 << 0, peer: 1 << 1, skip: 1 << 2, researcher: 1 << 4 };
const ENOUGH = 6;

/** Weights that differ less are the same, so that the order does not hang on the last bit of a product. */
const roundGain = (value: number): number => Math.round(value * 1e8) / 1e8;

/** Things in the order in which going over them would pay most: weighty and weak first. */
function rank(facts: Facts): Ranking {
  const { aims, cards, at, solved } = facts;
  const weigh = (row: Row): number => roundGain(facts.weigh(row));
  const kindOf = (row: Row): string => KINDS[row[2]] ?? "";
  const gain = new Map(aims.rows.map((row) => [row, roundGain(facts.weigh(row) * (1 - recall(cards.get(row[0])?.memory ?? null, at)))]));
  const byGain = (a: Row, b: Row): number => (gain.get(b) as number) - (gain.get(a) as number) || (a[0] < b[0] ? -1 : 1);
  const studied = aims.rows.filter((row) => !["to-ask", "case", "exercise"].includes(kindOf(row))).sort(byGain);
  const exercises = aims.rows.filter((row) => kindOf(row) === "exercise");
  exercises.sort((a, b) => Number(solved.has(a[0])) - Number(solved.has(b[0])) || weigh(b) - weigh(a) || (a[0] < b[0] ? -1 : 1));
  const name = (kind: Named["kind"]) => (row: Row): Named => ({ id: row[0], title: row[1], kind });
  const questions = (rows: readonly Row[]): Named[] => rows.slice(0, ENOUGH).map(name("question"));
  return {
    any: questions(spread(studied, (row) => row[9].join())),
    case: questions(aims.rows.filter((row) => kindOf(row) === "case").sort(byGain)),
    exercise: exercises.slice(0, ENOUGH).map(name("exercise")),
    explain: questions(studied.filter((row) => kindOf(row) === "explain")),
    ask: questions(rankToAsk(facts)),
    story: facts.stories.slice(0, ENOUGH).map(({ id, title }) => ({ id: `story/${id}`, title, kind: "story" as const })),
    ...Object.fromEntries(aims.tips.map(([number]) => [`tip-${number}`, questions(studied.filter((row) => row[9].includes(number)))])),
  };
}

/** The best of each group in their order, then all others. */
function spread(rows: readonly Row[], groupOf: (row: Row) => string): Row[] {
  const seen = new Set<string>();
  const first = rows.filter((row) => !seen.has(groupOf(row)) && seen.add(groupOf(row)));
  return [...first, ...rows.filter((row) => !first.includes(row))];
}

/** Questions to ask, those for the likeliest listener first, each of another topic. */
function rankToAsk({ aims, profile, weigh }: Facts): Row[] {
  const first = profile.role === "research" ? LISTENER.researcher : LISTENER.manager;
  const isHigh = profile.rounds.includes("project") || ["senior", "staff"].includes(profile.level);
  const second = isHigh ? LISTENER.skip : LISTENER.peer;
  const role = 1 << aims.roles.findIndex(([value]) => value === profile.role);
  const place = (row: Row): number => (row[10] & first ? 0 : row[10] & second ? 1 : 2);
  const rows = aims.rows.filter((row) => KINDS[row[2]] === "to-ask" && row[5] & role);
  rows.sort((a, b) => place(a) - place(b) || roundGain(weigh(b)) - roundGain(weigh(a)) || (a[0] < b[0] ? -1 : 1));
  return spread(rows, (row) => String(row[8]));
}

/** `a`, `a and b`, or `a, b and c`. */
export const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** The checklist of this learner and interview, in the order of the terminal's. */
export function composeChecklist(facts: Facts): Item[] {
  const { table, profile, interview } = facts;
  const ranking = rank(facts);
  const rows = (table.lists[`${profile.role}/${profile.level}`] ?? []).flatMap((place) => table.items[place] ?? []);
  const chosen = [...rows.filter((row) => isWanted(row, facts)), ...rowsOfRounds(table, profile.rounds)];
  const order = table.whens.map(([when]) => when);
  const values: Readonly<Record<string, string>> = {
    company: facts.company || "the company",
    people: joinNames((interview?.people ?? []).map(({ name }) => name)),
    interview: interview?.id ?? "",
    promised: interview?.fields["promised"] ?? "",
    gaps: joinNames(facts.gaps.slice(0, 3)),
  };
  const items = chosen.map((row) => makeItem(row, ranking, values));
  const isLate = (item: Item): number => (item.when === "this-week" ? item.tip : 0);
  return items
    .map((item, place) => ({ item, place }))
    .sort((a, b) => order.indexOf(a.item.when) - order.indexOf(b.item.when) || isLate(a.item) - isLate(b.item) || a.place - b.place)
    .map(({ item }) => item);
}

function isWanted(row: TaskRow, { stories, gaps, interview, table }: Facts): boolean {
  if (row.needs === "stories" && (!stories.length || (row.task === "story-gaps" && !gaps.length))) return false;
  if (row.needs === "no-stories" && stories.length) return false;
  const format = interview?.format.toLowerCase() ?? "";
  const isRemote = format ? table.remote.some((word) => format.includes(word)) : null;
  return !(row.task === "room-remote" && isRemote === false) && !(row.task === "room-onsite" && isRemote === true);
}

/** A mock of the first round, warm-ups for the first two, the minutes of each. */
function rowsOfRounds(table: ChecklistTable, rounds: readonly string[]): TaskRow[] {
  const wanted = rounds.length ? rounds : ["ml-breadth"];
  return wanted.flatMap((round, place) =>
    (table.rounds[round] ?? []).filter(({ task }) => (task === "mock" ? place === 0 : task.startsWith("warm-up-") ? place < 2 : true)));
}

function makeItem(row: TaskRow, ranking: Ranking, values: Readonly<Record<string, string>>): Item {
  const names = row.names.flatMap((place) => {
    const [list = "", number = "0"] = place.split(":");
    return ranking[list]?.[Number(number)] ?? [];
  });
  const put = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  const isKnown = row.known !== undefined && [...row.known.matchAll(/\{(\w+)\}/g)].every(([, name]) => values[name ?? ""]);
  const text = put(isKnown ? (row.known as string) : row.text).replace(/:? prep-tracker [^.:]*(?=[.:]|$)/g, "");
  return { id: `${row.task}--${row.when}`, task: row.task, tip: row.tip, when: row.when, text: names.length ? text : text.replace(/:$/, "."), names };
}

/** The boxes that are ticked, by task; read from the document `checklist/<what it is for>`. */
export function readTicks(kept: Kept, name: string): ReadonlySet<string> {
  const done = kept.documents.get(name)?.["done"];
  return new Set(Array.isArray(done) ? done.filter((one): one is string => typeof one === "string") : []);
}

