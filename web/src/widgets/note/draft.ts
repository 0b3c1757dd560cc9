/** What is being written and not saved yet, kept with every letter until it is. */

const name = (site: string, item: string): string => `prep-tracker:draft:${site}:${item}`;

export function readDraft(site: string, item: string): string | null {
  try {
    return localStorage.getItem(name(site, item));
  } catch {
    return null;
  }
}

export function keepDraft(site: string, item: string, text: string): void {
  try {
    localStorage.setItem(name(site, item), text);
  } catch {
    // The note is then only in the field until it is saved.
  }
}

export function dropDraft(site: string, item: string): void {
  try {
    localStorage.removeItem(name(site, item));
  } catch {
    // Storage that is refused holds nothing.
  }
}
