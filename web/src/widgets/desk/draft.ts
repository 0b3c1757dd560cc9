/** What is being written and not saved yet: kept in this browser at each key, so that closing the page loses nothing. */

const key = (site: string, name: string): string => `prep-tracker:desk:${site}:${name}`;

/** The draft of a document as JSON values; null when there is none. */
export function readDraft(site: string, name: string): Record<string, string> | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key(site, name)) ?? "null");
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets it with null. */
export function keepDraft(site: string, name: string, values: Record<string, string> | null): void {
  try {
    if (values === null) localStorage.removeItem(key(site, name));
    else localStorage.setItem(key(site, name), JSON.stringify(values));
  } catch {
    // Saving still works; only a closed page would lose what was not saved.
  }
}

/** The fields of a form as texts; boxes of one name are joined with commas. */
export function readFields(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string") (values[name] ??= []).push(value);
  for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) values[box.name] ??= [];
  return Object.fromEntries(Object.entries(values).map(([name, texts]) => [name, texts.join(",")]));
}

/** Puts texts into the fields of a form. */
export function fillFields(form: HTMLFormElement, values: Record<string, string>): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.type === "checkbox") {
      const given = values[element.name];
      if (given !== undefined) element.checked = given.split(",").includes(element.value);
    } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
      const given = values[element.name];
      if (given !== undefined) element.value = given;
    }
  }
}
