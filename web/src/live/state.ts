/** Coming in step with a workspace as values: what the server says, where we are, what it lacks. */
import { type PrepEvent, findFault, renderEvent } from "../progress/event";

export interface Batch {
  /** Id of the journal that is served. */
  readonly journal: string;
  readonly row: number;
  readonly more: boolean;
  /** Ids of all its events, when they were asked for. */
  readonly ids: ReadonlySet<string> | null;
  readonly events: readonly PrepEvent[];
}

/** How far this browser and a workspace are in step. */
export interface Place {
  readonly journal: string;
  readonly row: number;
  /** Events of this browser when they were in step; another number means that some were not sent. */
  readonly count: number;
}

/** A batch from JSON; null when it is none. */
export function readBatch(value: unknown): Batch | null {
  if (typeof value !== "object" || value === null) return null;
  const { journal, row, more, ids, lines } = value as Record<string, unknown>;
  if (typeof journal !== "string" || typeof row !== "number" || !Array.isArray(lines)) return null;
  const events = lines.flatMap((line: unknown) => readEvent(line) ?? []);
  return { journal, row, more: more === true, ids: Array.isArray(ids) ? new Set(ids.filter((id): id is string => typeof id === "string")) : null, events };
}

function readEvent(line: unknown): PrepEvent | null {
  try {
    const event: unknown = JSON.parse(String(line));
    return findFault(event) === "" ? (event as PrepEvent) : null;
  } catch {
    return null;
  }
}

export function readPlace(kept: string | null): Place | null {
  try {
    const { journal, row, count } = JSON.parse(kept ?? "null") as Record<string, unknown>;
    return typeof journal === "string" && typeof row === "number" && typeof count === "number" ? { journal, row, count } : null;
  } catch {
    return null;
  }
}

/** Events as texts to send, each below a size; an event that is larger by itself goes alone. */
export function cutIntoLoads(events: readonly PrepEvent[], most: number): string[] {
  const loads: string[] = [];
  let load = "";
  for (const event of events) {
    const line = `${renderEvent(event)}\n`;
    if (load && new Blob([load, line]).size > most) {
      loads.push(load);
      load = "";
    }
    load += line;
  }
  return load ? [...loads, load] : loads;
}
