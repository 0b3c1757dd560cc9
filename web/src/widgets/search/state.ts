/** The search dialog as values: what is typed, filtered and chosen. */

export const FACETS = ["kind", "level", "role", "round"] as const;
export type Facet = (typeof FACETS)[number];

export interface Wish {
  readonly query: string;
  readonly filters: Readonly<Partial<Record<Facet, string>>>;
}

export const CHOICES: Readonly<Record<Facet, readonly (readonly [string, string])[]>> = {
  kind: [
    ["question", "Concept questions"],
    ["case", "System-design cases"],
    ["behavioral", "Behavioral"],
    ["explain", "Explain simply"],
    ["to-ask", "Questions to ask"],
    ["exercise", "Exercises"],
    ["company", "Companies"],
    ["email", "E-mails"],
    ["page", "Pages"],
  ],
  level: [
    ["junior", "Junior"],
    ["mid", "Mid"],
    ["senior", "Senior"],
    ["staff", "Staff"],
  ],
  role: [
    ["mle", "ML engineer"],
    ["ds", "Data scientist"],
    ["research", "Research"],
    ["genai", "Generative AI"],
    ["mlops", "ML platform"],
  ],
  round: [
    ["coding", "Coding"],
    ["ml-breadth", "ML breadth"],
    ["ml-depth", "ML depth"],
    ["system-design", "System design"],
    ["project", "Project deep dive"],
    ["behavioral", "Behavioral"],
    ["business", "Business and product"],
  ],
};

export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  kind: "Kind",
  level: "Level",
  role: "Role",
  round: "Round",
};

const KIND_TITLES: Readonly<Record<string, string>> = {
  question: "Question",
  case: "Case",
  behavioral: "Behavioral",
  explain: "Explain",
  "to-ask": "To ask",
  exercise: "Exercise",
  company: "Company",
  email: "E-mail",
  page: "Page",
};

export const kindTitle = (kind: string): string => KIND_TITLES[kind] ?? kind;

/** Names of the index's facets that must hold. */
export function filterNames(wish: Wish): string[] {
  return FACETS.flatMap((facet) => (wish.filters[facet] ? [`${facet}:${wish.filters[facet]}`] : []));
}

/** What an address asks for; a value that is not offered is ignored. */
export function readAddress(search: string): Wish {
  const asked = new URLSearchParams(search);
  const filters: Partial<Record<Facet, string>> = {};
  for (const facet of FACETS) {
    const value = asked.get(facet);
    if (value !== null && CHOICES[facet].some(([name]) => name === value)) filters[facet] = value;
  }
  return { query: asked.get("q") ?? "", filters };
}

/** The address's query part for a wish, other parameters kept; empty when there is nothing to say. */
export function writeAddress(search: string, wish: Wish | null): string {
  const asked = new URLSearchParams(search);
  for (const name of ["q", ...FACETS]) asked.delete(name);
  if (wish?.query) {
    asked.set("q", wish.query);
    for (const facet of FACETS) if (wish.filters[facet]) asked.set(facet, wish.filters[facet]);
  }
  const text = asked.toString();
  return text ? `?${text}` : "";
}

/** The next chosen result: -1 is the field itself, after the last comes the field again. */
export function moveChoice(chosen: number, step: number, count: number): number {
  if (count === 0) return -1;
  const places = count + 1;
  return ((chosen + 1 + step + places) % places) - 1;
}

/** What the status line says. */
export function describe(query: string, count: number, isFiltered: boolean): string {
  if (!query.trim()) return "Type a question, a term or part of one.";
  if (count === 0) return isFiltered ? "Nothing found with these filters." : "Nothing found.";
  return count === 1 ? "1 result" : `${count} results`;
}
