/** An interview as values: the document `interview/<slug>`, with the keys of the terminal's `interviews/*.yml`. */
import { isDay } from "../../progress/profile";
import type { Document } from "../../progress/kept";

export interface Person {
  readonly name: string;
  readonly first_name?: string;
  readonly role?: string;
  readonly email?: string;
  readonly discussed?: string;
  readonly learned?: string;
  readonly link_to_work?: string;
}

export interface Asked {
  readonly text: string;
  /** Id of our question, may be empty. */
  readonly question: string;
  /** 1-4, 0 when not rated. */
  readonly went: number;
  readonly note: string;
}

export interface Interview {
  readonly id: string;
  readonly company: string;
  readonly role: string;
  /** `2027-01-15 14:00`, local, or empty. */
  readonly starts: string;
  readonly minutes: number;
  readonly status: string;
  readonly rounds: readonly string[];
  readonly format: string;
  readonly people: readonly Person[];
  readonly recruiter: Person | null;
  readonly promised_date: string;
  readonly notes: string;
  readonly asked: readonly Asked[];
  readonly differently: string;
  /** Other facts, for e-mails. */
  readonly fields: Readonly<Record<string, string>>;
  /** `template to` of the mails that went out. */
  readonly sent: readonly { readonly template: string; readonly to: string; readonly at: string }[];
}

export const STATUS_NAMES: Readonly<Record<string, string>> = { applied: "Applied", screen: "Screen", onsite: "On site", offer: "Offer", closed: "Closed" };
const SHOWN = ["company", "role", "starts", "minutes", "status", "rounds", "format", "people", "recruiter", "promised_date", "notes", "asked", "differently", "sent"];
/** Keys of the terminal that are no e-mail fields and that the page leaves alone. */
const OTHERS = ["zone", "team", "place", "referrer", "decided", "next_actions"];

type Loose = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const isLoose = (value: unknown): value is Loose => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function readPerson(value: unknown): Person[] {
  if (typeof value === "string" && value.trim()) return [{ name: value.trim() }];
  if (!isLoose(value) || !text(value["name"]).trim()) return [];
  const known = ["first_name", "role", "email", "discussed", "learned", "link_to_work"].flatMap((key) => (text(value[key]) ? [[key, text(value[key])]] : []));
  return [{ name: text(value["name"]).trim(), ...(Object.fromEntries(known) as Partial<Person>) }];
}

function readAsked(value: unknown): Asked[] {
  if (typeof value === "string" && value.trim()) return [{ text: value, question: "", went: 0, note: "" }];
  if (!isLoose(value) || !text(value["text"]).trim()) return [];
  const went = value["went"];
  return [{ text: text(value["text"]), question: text(value["question"]), went: typeof went === "number" && [1, 2, 3, 4].includes(went) ? went : 0, note: text(value["note"]) }];
}

/** The interview of a document, which may come from anywhere. */
export function readInterview(id: string, document: Document): Interview {
  const { minutes } = document;
  return {
    id,
    company: text(document["company"]) || id,
    role: text(document["role"]),
    starts: /^\d{4}-\d\d-\d\d([ T]\d\d:\d\d)?/.test(text(document["starts"])) ? text(document["starts"]).slice(0, 16).replace("T", " ") : "",
    minutes: typeof minutes === "number" && minutes >= 5 && minutes <= 1440 ? minutes : 60,
    status: text(document["status"]) in STATUS_NAMES ? text(document["status"]) : "applied",
    rounds: list(document["rounds"]).map(text).filter(Boolean),
    format: text(document["format"]),
    people: list(document["people"]).flatMap(readPerson),
    recruiter: readPerson(document["recruiter"])[0] ?? null,
    promised_date: isDay(document["promised_date"]) ? document["promised_date"] : "",
    notes: text(document["notes"]),
    asked: list(document["asked"]).flatMap(readAsked),
    differently: text(document["differently"]),
    fields: Object.fromEntries(Object.entries(document).flatMap(([key, value]) =>
      typeof value === "string" && value && !SHOWN.includes(key) && !OTHERS.includes(key) ? [[key, value]] : [])),
    sent: list(document["sent"]).flatMap((one) => (isLoose(one) && text(one["template"]) ? [{ template: text(one["template"]), to: text(one["to"]), at: text(one["at"]) }] : [])),
  };
}

/** The document of an interview; empty values are left out, and what the page does not show stays. */
export function writeInterview(before: Document | undefined, { id: _, fields, ...shown }: Interview): Document {
  const known = new Set([...SHOWN, ...Object.keys(readInterview("", before ?? {}).fields)]);
  const kept = Object.entries(before ?? {}).filter(([key]) => !known.has(key));
  const values = Object.entries({ ...shown, ...fields }).filter(([key, value]) => {
    if (key === "company") return true;
    return Array.isArray(value) ? value.length > 0 : value !== "" && value !== null;
  });
  return Object.fromEntries([...kept, ...values]);
}

/** People from lines like `Aiko Tanaka <aiko@example.org>, staff engineer`; what was known of a name stays. */
export function readPeople(lines: string, before: readonly Person[]): Person[] {
  return lines.split("\n").flatMap((line) => {
    const match = /^\s*(?<name>[^<,]+?)\s*(?:<(?<email>[^>]*)>)?\s*(?:,\s*(?<role>.+?))?\s*$/.exec(line);
    const name = match?.groups?.["name"];
    if (!name) return [];
    const { name: __, email: _email, role: _role, ...rest } = before.find((one) => one.name === name) ?? { name };
    const email = match.groups?.["email"]?.trim();
    const role = match.groups?.["role"];
    return [{ name, ...(email ? { email } : {}), ...(role ? { role } : {}), ...rest }];
  });
}

export const writePeople = (people: readonly Person[]): string =>
  people.map(({ name, email, role }) => `${name}${email ? ` <${email}>` : ""}${role ? `, ${role}` : ""}`).join("\n");

export const firstName = (person: Person): string => person.first_name || (person.name.split(/\s+/)[0] ?? "");

/** Interviews, those to come first by their day, then past ones, the latest first. */
export function sortInterviews(interviews: readonly Interview[], today: string): Interview[] {
  const isAhead = ({ starts }: Interview): boolean => starts === "" || starts.slice(0, 10) >= today;
  const ahead = interviews.filter(isAhead).sort((a, b) => (a.starts || "9").localeCompare(b.starts || "9"));
  const past = interviews.filter((one) => !isAhead(one)).sort((a, b) => b.starts.localeCompare(a.starts));
  return [...ahead, ...past];
}
