/** Filters of a list as values: what an entry is, what is wished, and the address that says so. */
import { CHOICES } from "../search/state";

export const FACETS = ["level", "role", "round", "minutes", "asked", "status", "own"] as const;
export type Facet = (typeof FACETS)[number];
export type Facts = Readonly<Record<Facet, readonly string[]>>;
export type Wish = Readonly<Partial<Record<Facet, string>>>;
export type Choice = readonly [value: string, title: string];

export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  level: "Level",
  role: "Role",
  round: "Round",
  minutes: "Time",
  asked: "Asked",
  status: "Status",
  own: "Yours",
};

const ALL: Readonly<Record<Facet, readonly Choice[]>> = {
  level: CHOICES.level,
  role: CHOICES.role,
  round: CHOICES.round,
  minutes: [3, 5, 10, 20].map((minutes) => [String(minutes), `up to ${minutes} min`]),
  asked: [["often", "often"], ["sometimes", "sometimes"], ["rare", "rarely"]],
  status: [["new", "New"], ["due", "Due"], ["learning", "Learning"], ["known", "Known"], ["aside", "Put aside"]],
  own: [["bookmark", "bookmarked"], ["note", "with a note"]],
}; // prettier-ignore

const isOne = (facet: Facet, value: string): boolean => ALL[facet].some(([known]) => known === value);

/** The facts of an entry, from `level:mid role:mle minutes:6 …`; nothing rated is new. */
export function readFacts(tags: string, status: string, own = ""): Facts {
  const pairs = tags.split(" ").map((tag) => tag.split(":"));
  const of = (facet: Facet): string[] => pairs.flatMap(([name, value]) => (name === facet && value ? [value] : []));
  return { level: of("level"), role: of("role"), round: of("round"), minutes: of("minutes"), asked: of("asked"), status: [status || "new"], own: own.split(" ").filter(Boolean) };
}

const has = (facts: Facts, facet: Facet, value: string): boolean =>
  facet === "minutes" ? facts.minutes.some((minutes) => Number(minutes) <= Number(value)) : facts[facet].includes(value);

export const isWanted = (facts: Facts, wish: Wish): boolean =>
  FACETS.every((facet) => wish[facet] === undefined || has(facts, facet, wish[facet]));

/** The choices that tell some entries from others; what is wished is always among them. */
export function listChoices(facet: Facet, list: readonly Facts[], wish: Wish): Choice[] {
  return ALL[facet].filter(([value]) => {
    const number = list.filter((facts) => has(facts, facet, value)).length;
    return wish[facet] === value || (number > 0 && number < list.length);
  });
}

const PREFIX = "only-";

export function readWish(search: string): Wish {
  const parameters = new URLSearchParams(search);
  const pairs = FACETS.map((facet) => [facet, parameters.get(PREFIX + facet) ?? ""] as const);
  return Object.fromEntries(pairs.filter(([facet, value]) => isOne(facet, value)));
}

/** The address with the wish in it and every other parameter as it was. */
export function writeWish(search: string, wish: Wish): string {
  const parameters = new URLSearchParams(search);
  for (const facet of FACETS) {
    if (wish[facet] === undefined) parameters.delete(PREFIX + facet);
    else parameters.set(PREFIX + facet, wish[facet]);
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

export const describeShown = (shown: number, all: number): string => (shown === all ? `${all} in all` : `${shown} of ${all} shown`);
