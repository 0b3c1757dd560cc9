/** Key points and probes of drawn questions, from the scripts of their topics. */
import { shared } from "../../core/parts";
import { loadScript } from "../../core/places";

declare global {
  interface Window {
    prepSheet?: (topic: string, text: string) => void;
  }
}

type Row = readonly [id: string, points: readonly string[], probes: readonly string[]];

export interface Sheet {
  /** Key points as HTML that the site's build has sanitized. */
  readonly points: readonly string[];
  readonly probes: readonly string[];
}

export type Sheets = ReadonlyMap<string, Sheet>;

const sheets = new Map<string, Sheet>();

export function readSheet(text: string): [string, Sheet][] {
  return (JSON.parse(text) as readonly Row[]).map(([id, points, probes]) => [id, { points, probes }]);
}

/** The sheets of topics, `pack/topic` each. */
export async function loadSheets(topics: Iterable<string>): Promise<Sheets> {
  window.prepSheet = (_, text) => {
    for (const [id, sheet] of readSheet(text)) sheets.set(id, sheet);
  };
  await Promise.all([...new Set(topics)].map((topic) => loadScript(`${shared().assets}rubrics/${topic}.js`)));
  return sheets;
}

/** A key point as nodes. Scripts in it would not run: it was sanitized, and the page's policy allows none. */
export function pointNodes(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const only = body.children.length === 1 && body.firstElementChild?.tagName === "P" ? body.firstElementChild : body;
  return [...only.childNodes].map((node) => document.importNode(node, true));
}
