/** The learner's aim: the document `profile`, with the keys and values of the terminal's `profile.yml`. */
import type { Document } from "./kept";

export interface Profile {
  readonly role: string;
  readonly level: string;
  readonly companies: readonly string[];
  readonly rounds: readonly string[];
  /** `2027-01-15`, or empty while it is not known. */
  readonly interview_date: string;
  readonly minutes_per_day: number;
  /** `mon` to `sun`. */
  readonly days_off: readonly string[];
  readonly words_per_minute: number;
  readonly name: string;
  readonly email: string;
}

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const ROLES = ["mle", "ds", "research", "genai", "mlops"] as const;
export const LEVELS = ["junior", "mid", "senior", "staff"] as const;
export const ROUNDS = ["coding", "ml-breadth", "ml-depth", "system-design", "project", "behavioral", "business"] as const;

export const NO_AIM: Profile = {
  role: "mle",
  level: "mid",
  companies: [],
  rounds: ROUNDS,
  interview_date: "",
  minutes_per_day: 45,
  days_off: [],
  words_per_minute: 140,
  name: "",
  email: "",
};

const text = (value: unknown, most = 200): string => (typeof value === "string" ? value.slice(0, most) : "");
const oneOf = (value: unknown, known: readonly string[], usual: string): string =>
  typeof value === "string" && known.includes(value) ? value : usual;
const someOf = (value: unknown, known: readonly string[], usual: readonly string[]): readonly string[] =>
  Array.isArray(value) ? known.filter((one) => value.includes(one)) : usual;
const numberIn = (value: unknown, low: number, high: number, usual: number): number =>
  typeof value === "number" && value >= low && value <= high ? value : usual;

/** Whether a text is a day that exists, like `2027-01-15`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/** A profile from the document, which may come from anywhere: what cannot be used has its usual value. */
export function readProfile(document: Document | undefined): Profile {
  const values = document ?? {};
  const companies = Array.isArray(values["companies"]) ? values["companies"] : [];
  return {
    role: oneOf(values["role"], ROLES, NO_AIM.role),
    level: oneOf(values["level"], LEVELS, NO_AIM.level),
    companies: companies.filter((one): one is string => typeof one === "string" && one.trim() !== "").slice(0, 20).map((one) => one.slice(0, 100)),
    rounds: someOf(values["rounds"], ROUNDS, NO_AIM.rounds),
    interview_date: isDay(values["interview_date"]) ? values["interview_date"] : "",
    minutes_per_day: numberIn(values["minutes_per_day"], 0, 960, NO_AIM.minutes_per_day),
    days_off: someOf(values["days_off"], WEEKDAYS, []),
    words_per_minute: numberIn(values["words_per_minute"], 60, 300, NO_AIM.words_per_minute),
    name: text(values["name"]),
    email: text(values["email"]),
  };
}

/** The document with this aim; what the page does not show of it stays as it is. */
export const writeProfile = (document: Document | undefined, profile: Profile): Document => ({ ...document, ...profile });
