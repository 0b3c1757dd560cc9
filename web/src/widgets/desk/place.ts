/** Places of the desk as values: `#stories`, `#stories/` (a new one), `#stories/the-model`, `#emails/p/t?interview=x`. */

export interface Place {
  readonly panel: "stories" | "interviews" | "checklist" | "emails";
  readonly isList: boolean;
  /** Id of what is open; empty for a list or something new. */
  readonly id: string;
  readonly interview: string;
}

const PANELS: readonly string[] = ["stories", "interviews", "checklist", "emails"];

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

export function readPlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?");
  const slash = path.indexOf("/");
  const name = slash < 0 ? path : path.slice(0, slash);
  return {
    panel: (PANELS.includes(name) ? name : "stories") as Place["panel"],
    isList: slash < 0 || !PANELS.includes(name),
    id: slash < 0 ? "" : decode(path.slice(slash + 1)),
    interview: new URLSearchParams(query).get("interview") ?? "",
  };
}
