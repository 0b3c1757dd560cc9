/** An e-mail as values: a template filled with fields, as text, `mailto:` and `.eml`; by the rules of `render/email.py`. */
import type { Template } from "../../progress/papers";
import type { Profile } from "../../progress/profile";
import { type Interview, type Person, firstName } from "./interview";

export type Fields = Readonly<Record<string, string>>;

export interface Draft {
  readonly to: string;
  readonly toName: string;
  readonly from: string;
  readonly fromName: string;
  readonly subject: string;
  readonly body: string;
}

/** Fields that may have several lines. */
export const LONG_FIELDS: readonly string[] = ["better_answer", "promised", "new_times"];

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const ROUND_NAMES: Readonly<Record<string, string>> = {
  coding: "coding", "ml-breadth": "ml breadth", "ml-depth": "ml depth", "system-design": "system design",
  project: "project deep dive", behavioral: "behavioral", business: "business and product",
}; // prettier-ignore

/** `3 November`, from `2026-11-03`; empty stays empty. */
export const sayDay = (day: string): string => (day ? `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""}` : "");

/** One line without control characters, as a header or a field in a sentence may be. */
export const cleanLine = (text: string): string => text.replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "").trim();

const personFields = (head: string, person: Person | null): Fields =>
  person ? { [`${head}.name`]: person.name, [`${head}.first_name`]: firstName(person), [`${head}.role`]: person.role ?? "", [`${head}.email`]: person.email ?? "" } : {};

/** Whom a template writes to, of an interview's people. */
export const receiverOf = (template: Template, interview: Interview | null): Person | null =>
  template.to === "recruiter" ? (interview?.recruiter ?? null) : (interview?.people[0] ?? null);

/** What log and profile say, by the names that templates use; empty ones left out. */
export function collectFields(interview: Interview | null, profile: Profile, person: Person | null): Fields {
  const own = person ? { discussed: person.discussed ?? "", learned: person.learned ?? "", link_to_work: person.link_to_work ?? "" } : {};
  const all: Fields = {
    "me.name": profile.name,
    "me.email": profile.email,
    ...(interview
      ? {
          company: interview.company,
          role: interview.role,
          date: sayDay(interview.starts.slice(0, 10)),
          promised_date: sayDay(interview.promised_date),
          round: ROUND_NAMES[interview.rounds[0] ?? ""] ?? "",
          ...interview.fields,
          ...personFields("recruiter", interview.recruiter),
          ...personFields("interviewer", person),
        }
      : {}),
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value)),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

/** Names the template needs and the fields lack. */
export const findMissing = (template: Template, fields: Fields): string[] => template.needs.filter((name) => !cleanLine(fields[name] ?? ""));

const titleCase = (text: string): string => text.replace(/[\p{L}]+/gu, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase());
const FILTERS: Readonly<Record<string, (text: string) => string>> = {
  title: titleCase,
  trim: (text) => text.trim(),
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
};

const FIELD = /\{\{ *([a-z_]+(?:\.[a-z_]+)*) *((?:\| *[a-z]+ *)*)\}\}/g;

/** A text with its fields filled in; a field that is missing shows its name in brackets. */
function fill(source: string, fields: Fields): string {
  return source.replace(FIELD, (_, name: string, filters: string) => {
    const given = fields[name] ?? "";
    const value = LONG_FIELDS.includes(name) ? given.replace(/\p{Cs}|(?![\n\t])\p{Cc}/gu, "").trim() : cleanLine(given);
    if (!value) return `[${name.replaceAll(/[._]/g, " ")}]`;
    return filters.split("|").map((one) => one.trim()).filter(Boolean).reduce((text, filter) => FILTERS[filter]?.(text) ?? text, value);
  });
}

/** The e-mail of a template in a tone. */
export function makeDraft(template: Template, tone: string, fields: Fields): Draft {
  const body = template.bodies.find(([name]) => name === tone)?.[1] ?? template.bodies[0]?.[1] ?? "";
  const head = ["interviewer", "recruiter", "referrer"].find((one) => template.needs.some((name) => name.startsWith(`${one}.`))) ?? "interviewer";
  const subject = cleanLine(fill(template.subject, fields));
  return {
    to: cleanLine(fields[`${head}.email`] ?? ""),
    toName: cleanLine(fields[`${head}.name`] ?? fields[`${head}.first_name`] ?? ""),
    from: cleanLine(fields["me.email"] ?? ""),
    fromName: cleanLine(fields["me.name"] ?? ""),
    subject: subject.slice(0, 1).toUpperCase() + subject.slice(1),
    body: `${fill(body, fields).trim()}\n`,
  };
}

const ADDRESS = /^[^@\s<>",;:\\()[\]]+@[^@\s<>",;:\\()[\]]+\.[^@\s<>",;:\\()[\]]+$/;
export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** A link that opens the draft in the mail program; percent-encoded UTF-8 with CRLF line ends, as RFC 6068 asks. */
export function makeMailto({ to, subject, body }: Draft): string {
  const address = isAddress(to) ? encodeURIComponent(to).replace("%40", "@") : "";
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Words of a header: plain where they are ASCII, else encoded words of at most 75 characters (RFC 2047). */
function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces: string[] = [];
  let piece = "";
  for (const letter of text) {
    if (base64(piece + letter).length > 56) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece].map((one) => `=?utf-8?b?${base64(one)}?=`).join("\r\n ");
}

function renderAddress(name: string, address: string): string {
  if (!name) return address;
  const shown = /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : encodeWords(name);
  return `${shown} <${address}>`;
}

/** The draft as a message file that mail programs open for editing. */
export function renderEml({ to, toName, from, fromName, subject, body }: Draft): string {
  const lines = [
    ...(isAddress(to) ? [`To: ${renderAddress(toName, to)}`] : []),
    ...(isAddress(from) ? [`From: ${renderAddress(fromName, from)}`] : []),
    `Subject: ${encodeWords(subject)}`,
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    'Content-Type: text/plain; charset="utf-8"',
    "Content-Transfer-Encoding: base64",
    "",
    ...(base64Long(body.replaceAll("\n", "\r\n")).match(/.{1,76}/g) ?? []),
    "",
  ];
  return lines.join("\r\n");
}

function base64Long(text: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
