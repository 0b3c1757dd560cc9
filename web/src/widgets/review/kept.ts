/** The sitting under way, kept in this tab from page to page; where the browser refuses, there is none. */
import { type Sitting, USUAL_MINUTES, readSitting } from "./state";

const name = (site: string): string => `prep-tracker:sitting:${site}`;
const BUDGET = "prep-tracker:minutes";

export function readKept(site: string): Sitting | null {
  try {
    return readSitting(sessionStorage.getItem(name(site)));
  } catch {
    return null;
  }
}

/** Keeps the sitting, or forgets it with null; false when the browser does not let us. */
export function keep(site: string, sitting: Sitting | null): boolean {
  try {
    if (sitting) sessionStorage.setItem(name(site), JSON.stringify(sitting));
    else sessionStorage.removeItem(name(site));
    return true;
  } catch {
    return false;
  }
}

export function readBudget(): number {
  try {
    const minutes = Number(localStorage.getItem(BUDGET));
    return minutes >= 1 && minutes <= 960 ? minutes : USUAL_MINUTES;
  } catch {
    return USUAL_MINUTES;
  }
}

export function keepBudget(minutes: number): void {
  try {
    localStorage.setItem(BUDGET, String(minutes));
  } catch {
    // The next sitting then starts with the usual minutes.
  }
}
