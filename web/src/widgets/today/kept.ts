/** A plan of the terminal: from `site serve` where it gives one, else the file that was imported into this browser. */
import { type Plan, readPlan } from "./plan";

const name = (site: string): string => `prep-tracker:plan:${site}`;
const SERVED = "/-/plan.json";

export function readKeptPlan(site: string): Plan | null {
  try {
    const text = localStorage.getItem(name(site));
    return text === null ? null : readPlan(text);
  } catch {
    return null;
  }
}

/** Keeps the plan, or forgets it with null; false when the browser refuses or has no room. */
export function keepPlan(site: string, plan: Plan | null): boolean {
  try {
    if (plan === null) localStorage.removeItem(name(site));
    else {
      const { interview, days, planned } = plan;
      localStorage.setItem(name(site), JSON.stringify({ interview, days, readiness: { planned } }));
    }
    return true;
  } catch {
    return false;
  }
}

/** The plan that `site serve` gives; null on any other host, or when there is no workspace. */
export async function fetchPlan(): Promise<Plan | null> {
  if (!document.querySelector('script[src^="/-/"]')) return null;
  try {
    const answer = await fetch(SERVED, { cache: "no-store" });
    return answer.ok ? readPlan(await answer.text()) : null;
  } catch {
    return null;
  }
}
