/** How likely an item is asked of somebody, from `assets/aims.js`; the same weights as `prep_tracker/plan/weights.py`. */
import { shared } from "../core/parts";
import { loadScript } from "../core/places";

declare global {
  interface Window {
    prepAims?: (text: string) => void;
  }
}

export const KINDS = ["concept", "explain", "behavioral", "case", "to-ask", "exercise"] as const;

/** Values and titles of roles and rounds; a role's or a round's place is its bit in a row. */
export type Named = readonly [value: string, title: string];

/** Title of a tip by its number, and the part of its address. */
export type Tip = readonly [number: number, title: string, slug: string];

export interface Company {
  readonly id: string;
  readonly title: string;
  /** Weight by place of the topic. */
  readonly weights: readonly (readonly [topic: number, weight: number])[];
  readonly values: readonly string[];
}

export type Row = readonly [
  id: string, title: string, kind: number, minutes: number, level: number, roles: number, rounds: number,
  fixed: number, topic: number, tips: readonly number[], listeners: number,
]; // prettier-ignore

export interface Factors {
  readonly otherRole: number;
  readonly otherRound: number;
  readonly below: readonly number[];
  readonly above: readonly number[];
  readonly askedBefore: number;
  readonly wentBadly: number;
  readonly topicBefore: number;
  /** Up to this rating an answer went badly. */
  readonly bad: number;
}

/** Rules for tasks that are not questions, from `prep_tracker/plan/chores.py`. */
export interface Chores {
  readonly shares: Readonly<Record<string, number>>;
  readonly most: number;
  readonly mockEvery: number;
  readonly mockBefore: number;
  readonly mockMinutes: number;
  readonly checklistMinutes: number;
  readonly storyMinutes: number;
}

export interface Aims {
  readonly roles: readonly Named[];
  readonly levels: readonly string[];
  readonly rounds: readonly Named[];
  readonly factors: Factors;
  readonly chores: Chores;
  readonly tips: readonly Tip[];
  readonly topics: readonly Named[];
  readonly companies: readonly Company[];
  /** What stories can show, asked about most first, with how many prompts ask for it. */
  readonly competencies: readonly (readonly [name: string, prompts: number])[];
  readonly rows: readonly Row[];
}

export interface Aim {
  readonly role: string;
  readonly level: string;
  readonly rounds: readonly string[];
  /** Id of a company profile, or empty. */
  readonly company: string;
  /** Questions asked in earlier interviews, each with its worst rating, 0 when not rated. */
  readonly asked?: ReadonlyMap<string, number>;
}

let aims: Aims | null = null;

export async function loadAims(): Promise<Aims> {
  if (aims) return aims;
  window.prepAims = (text) => (aims = JSON.parse(text) as Aims);
  await loadScript(`${shared().assets}aims.js`);
  if (!aims) throw new Error("assets/aims.js is not there");
  return aims;
}

const bitOf = (named: readonly Named[], value: string): number => 1 << named.findIndex(([known]) => known === value);

/** Whether an item is asked in a round. */
export const isInRound = (aims: Aims, row: Row, round: string): boolean => (row[6] & bitOf(aims.rounds, round)) !== 0;

/** Gives the weight of any row for an aim; only ratios mean something. */
export function makeWeigher(aims: Aims, aim: Aim): (row: Row) => number {
  const { factors } = aims;
  const role = bitOf(aims.roles, aim.role);
  const own = aims.levels.indexOf(aim.level);
  const rounds = aim.rounds.reduce((bits, round) => bits | bitOf(aims.rounds, round), 0);
  const given = new Map(aims.companies.find(({ id }) => id === aim.company)?.weights);
  const { asked = new Map<string, number>() } = aim;
  const topics = new Set(aims.rows.flatMap(([id, , , , , , , , topic]) => (asked.has(id) ? [topic] : [])));
  const before = (id: string, topic: number): number => {
    const went = asked.get(id);
    if (went === undefined) return topics.has(topic) ? factors.topicBefore : 1;
    return factors.askedBefore * (went > 0 && went <= factors.bad ? factors.wentBadly : 1);
  };
  return ([id, , , , level, roles, inRounds, fixed, topic]) => {
    const steps = level - own;
    const near = (steps > 0 ? factors.above[steps] : factors.below[-steps]) ?? 1;
    const company = given.get(topic);
    return (
      fixed * near *
      (roles & role ? 1 : factors.otherRole) *
      (inRounds & rounds ? 1 : factors.otherRound) *
      (company === undefined ? 1 : 1 + company / 2) *
      before(id, topic)
    ); // prettier-ignore
  };
}

/** The company profile with this id, slug or name. */
export function findCompany(aims: Aims, name: string): Company | undefined {
  const wanted = name.trim().toLowerCase();
  return aims.companies.find(({ id, title }) => [id, id.slice(id.indexOf("/") + 1), title.toLowerCase()].includes(wanted));
}
