/** The learner's aim as weights: profile, company, and what was asked in the interviews of the log. */
import { type Aims, type Row, findCompany, makeWeigher } from "./aims";
import type { Kept } from "./kept";
import { type Profile, readProfile } from "./profile";
import type { Item } from "./queue";

/** Questions asked in the interviews of the log, each with its worst rating. */
export function askedBefore(kept: Kept): Map<string, number> {
  const asked = new Map<string, number>();
  for (const [name, body] of kept.documents) {
    if (!name.startsWith("interview/") || !Array.isArray(body["asked"])) continue;
    for (const one of body["asked"] as readonly unknown[]) {
      const { question, went } = (typeof one === "object" && one !== null ? one : {}) as { question?: unknown; went?: unknown };
      if (typeof question !== "string" || question === "") continue;
      const mark = typeof went === "number" && went >= 0 && went <= 4 ? went : 0;
      const known = asked.get(question);
      if (known === undefined || (mark || 4) < (known || 4)) asked.set(question, mark);
    }
  }
  return asked;
}

/** Gives the weight of rows for the learner's aim and log. */
export function weigherOf(aims: Aims, profile: Profile, kept: Kept): (row: Row) => number {
  const company = profile.companies.map((name) => findCompany(aims, name)).find((one) => one !== undefined);
  const { role, level, rounds } = profile;
  return makeWeigher(aims, { role, level, rounds, company: company?.id ?? "", asked: askedBefore(kept) });
}

/** Items with the weights of the learner's aim; as they are where none was set. */
export function weighItems(items: readonly Item[], aims: Aims, kept: Kept): Item[] {
  const weigh = weigherOf(aims, readProfile(kept.documents.get("profile")), kept);
  const weights = new Map(aims.rows.map((row) => [row[0], weigh(row)]));
  return items.map((item) => ({ ...item, weight: weights.get(item.id) ?? item.weight }));
}
