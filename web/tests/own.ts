/** The vectors of the terminal for stories, weights and checklists, and small worlds for the page's own state. */
import { readFileSync } from "node:fs";
import type { Aim, Aims } from "../src/progress/aims";
import type { PrepEvent } from "../src/progress/event";
import type { ChecklistTable, StoryRules } from "../src/progress/papers";
import type { Story } from "../src/widgets/desk/story";

type PageAim = Omit<Aim, "asked"> & { readonly asked: Readonly<Record<string, number>> };

export interface Vectors {
  readonly rules: StoryRules;
  readonly stories: readonly { story: Story; speed: number; seconds: number; remarks: readonly (readonly [string, string, string])[] }[];
  readonly aims: Aims;
  readonly weights: readonly { aim: PageAim; weights: Readonly<Record<string, number>> }[];
  readonly table: ChecklistTable;
  readonly checklists: readonly { aim: PageAim; told: boolean; items: readonly (readonly [string, string, number, readonly string[], string])[] }[];
}

export const own = JSON.parse(readFileSync(new URL("../../tests/vectors/own.json", import.meta.url), "utf8")) as Vectors;

export const aimOf = ({ asked, ...aim }: PageAim): Aim => ({ ...aim, asked: new Map(Object.entries(asked)) });

let number = 0;
export function makeOne(kind: PrepEvent["kind"], item: string, at: string, rest: Partial<PrepEvent> = {}): PrepEvent {
  number += 1;
  return { v: 1, id: `event-${String(number).padStart(6, "0")}`, kind, item, at, offset: 0, rating: null, seconds: 0, origin: "browser", data: {}, ...rest };
}
