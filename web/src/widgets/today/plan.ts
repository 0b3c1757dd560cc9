/** A plan made in the terminal (`plan --json`), read as values; it comes from a file or from `site serve`. */
import { isDay } from "../../progress/profile";

export type TaskKind = "new" | "review" | "exercise" | "case" | "story" | "mock" | "checklist";
const KINDS: readonly string[] = ["new", "review", "exercise", "case", "story", "mock", "checklist"];

export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly minutes: number;
  readonly title: string;
}

export interface Plan {
  /** Day of the interview. */
  readonly interview: string;
  readonly days: readonly { readonly date: string; readonly tasks: readonly Task[] }[];
  /** Readiness on the day if the plan is followed, 0-1; null when the plan does not say. */
  readonly planned: number | null;
}

type Loose = Readonly<Record<string, unknown>>;
const MOST_DAYS = 750;
const MOST_TASKS = 500;

const isLoose = (value: unknown): value is Loose => typeof value === "object" && value !== null && !Array.isArray(value);

function readTask(value: unknown): Task[] {
  if (!isLoose(value)) return [];
  const { id, kind, minutes, title } = value;
  const isOurs = typeof id === "string" && id.length <= 200 && typeof kind === "string" && KINDS.includes(kind);
  if (!isOurs || typeof minutes !== "number" || !(minutes >= 0 && minutes <= 960)) return [];
  return [{ id, kind: kind as TaskKind, minutes, title: typeof title === "string" ? title.slice(0, 500) : id }];
}

/** The plan of a text; null when it is none. */
export function readPlan(text: string): Plan | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isLoose(value) || !Array.isArray(value["days"])) return null;
  const days = value["days"].slice(0, MOST_DAYS).flatMap((day: unknown) => {
    if (!isLoose(day) || !isDay(day["date"]) || !Array.isArray(day["tasks"])) return [];
    return [{ date: day["date"], tasks: day["tasks"].slice(0, MOST_TASKS).flatMap(readTask) }];
  });
  const readiness = isLoose(value["readiness"]) ? value["readiness"] : {};
  const planned = readiness["planned"];
  return {
    interview: isDay(value["interview"]) ? value["interview"] : "",
    days,
    planned: typeof planned === "number" && planned >= 0 && planned <= 1 ? planned : null,
  };
}

/** The tasks of a day; null when the plan does not reach it. */
export const tasksOn = (plan: Plan | null, day: string): readonly Task[] | null =>
  plan?.days.find(({ date }) => date === day)?.tasks ?? null;
