/** Whether Python can run on this page, and with what. */
import { shared } from "../../core/parts";
import { LIMIT, Runner } from "./runner";
import type { Task } from "./page";

export interface Note {
  readonly bytes: number;
  /** Packages that this site serves itself. */
  readonly hosted: readonly string[];
  readonly judge: Readonly<Record<string, string>>;
}

export type Chance =
  /** It runs here, after so many bytes. */
  | { readonly kind: "here"; readonly note: Note }
  /** It runs once these packages have come from elsewhere, if the reader agrees. */
  | { readonly kind: "elsewhere"; readonly note: Note; readonly missing: readonly string[] }
  /** It does not run; why, in one sentence. */
  | { readonly kind: "no"; readonly why: string };

export const FROM_A_FOLDER =
  "Opened from a folder, a page may not run Python: use prep-tracker site serve, or check it in the terminal. What you write here is kept.";
const ABSENT = "This site carries no Python: check it in the terminal. What you write here is kept.";
const OFFLINE = "Python could not be asked for. Are you offline? What you write here is kept.";

/** What is possible, from what the site carries and what the exercise needs. */
export function judgeChance(note: Note, requires: readonly string[]): Chance {
  if (!note.bytes) return { kind: "no", why: ABSENT };
  const missing = requires.filter((name) => !note.hosted.includes(name));
  return missing.length ? { kind: "elsewhere", note, missing } : { kind: "here", note };
}

export async function findChance(task: Task): Promise<Chance> {
  if (location.protocol === "file:") return { kind: "no", why: FROM_A_FOLDER };
  try {
    const answer = await fetch(`${shared().assets}python.json`);
    if (!answer.ok) return { kind: "no", why: ABSENT };
    return judgeChance((await answer.json()) as Note, task.requires);
  } catch {
    return { kind: "no", why: OFFLINE };
  }
}

let runner: Runner | null = null;

/** The one runner of this page. */
export function getRunner(chance: Exclude<Chance, { kind: "no" }>, task: Task): Runner {
  const { assets, stamp } = shared();
  runner ??= new Runner(
    {
      script: `${assets}python.js${stamp}`,
      index: `${assets}pyodide/`,
      files: chance.note.judge,
      packages: task.requires,
      isElsewhere: chance.kind === "elsewhere",
    },
    LIMIT,
  );
  return runner;
}
