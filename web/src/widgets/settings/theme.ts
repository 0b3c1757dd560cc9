/** The theme's own switch between light, dark and the system's colors, reached through its buttons in the header. */

export const THEMES = ["As the system has it", "Light", "Dark"] as const;

const inputs = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>("input[name='__palette']")];

/** Whether the page has such a switch. */
export const hasThemes = (): boolean => inputs().length === THEMES.length;

declare global {
  interface Window {
    /** The theme's own: what it keeps in this browser. */
    __md_get?: (name: string) => unknown;
  }
}

/** Number of the theme that was chosen; the system's as long as nobody chose. */
export function currentTheme(): number {
  const kept = window.__md_get?.("__palette");
  const index: unknown = typeof kept === "object" && kept !== null && "index" in kept ? kept.index : 0;
  return typeof index === "number" && index in THEMES ? index : 0;
}

export const chooseTheme = (number: number): void => inputs()[number]?.click();

/** Calls back when the theme was chosen in the header; after the theme's own script has kept it. */
export function onTheme(changed: () => void): void {
  for (const input of inputs()) input.addEventListener("change", () => setTimeout(changed));
}
