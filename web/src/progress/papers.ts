/** Prompts and rules of stories, tasks of the checklist, e-mail templates: `assets/papers.js`, made from the terminal's own. */
import { shared } from "../core/parts";
import { loadScript } from "../core/places";

declare global {
  interface Window {
    prepPapers?: (text: string) => void;
  }
}

export interface StoryRules {
  readonly star: readonly string[];
  readonly project: readonly string[];
  readonly prompts: Readonly<Record<string, string>>;
  readonly jargon: readonly string[];
  readonly numbers: readonly string[];
  readonly we: readonly string[];
  readonly mine: readonly string[];
  readonly fewestWe: number;
  readonly mostSeconds: number;
  readonly whys: Readonly<Record<string, string>>;
}

export interface TaskRow {
  readonly task: string;
  readonly tip: number;
  readonly when: string;
  readonly text: string;
  /** Places in the ranking, `tip-5:0`. */
  readonly names: readonly string[];
  /** What it says once the names in braces are known. */
  readonly known?: string;
  readonly needs?: "stories" | "no-stories";
}

export interface ChecklistTable {
  readonly whens: readonly (readonly [when: string, title: string])[];
  readonly remote: readonly string[];
  /** Places in `items`, by `role/level`. */
  readonly lists: Readonly<Record<string, readonly number[]>>;
  readonly items: readonly TaskRow[];
  readonly rounds: Readonly<Record<string, readonly TaskRow[]>>;
}

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly when: string;
  readonly to: string;
  readonly needs: readonly string[];
  readonly subject: string;
  readonly bodies: readonly (readonly [tone: string, body: string])[];
  readonly example: Readonly<Record<string, string>>;
}

export interface Papers {
  readonly story: StoryRules;
  readonly checklist: ChecklistTable;
  readonly statuses: readonly string[];
  readonly emails: readonly Template[];
}

let papers: Papers | null = null;

export async function loadPapers(): Promise<Papers> {
  if (papers) return papers;
  window.prepPapers = (text) => (papers = JSON.parse(text) as Papers);
  await loadScript(`${shared().assets}papers.js`);
  if (!papers) throw new Error("assets/papers.js is not there");
  return papers;
}
