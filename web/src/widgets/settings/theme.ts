/** The theme's own switch between light, dark and the system's colors, reached through its buttons in the header. */

export const THEMES = ["As the system has it", "Light", "Dark"] as const;

const inputs = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>("input[name='__palette']")];

/** Whether the page has such a switch. */
export const hasThemes = (): boolean => inputs().length === THEMES.length;

/** Number of the theme that is used; the system's as long as nobody chose. */
export const currentTheme = (): number => Math.max(0, inputs().findIndex((input) => input.checked));

export const chooseTheme = (number: number): void => inputs()[number]?.click();

/** Calls back when the theme is chosen in the header, and once the theme's own script has restored the choice. */
export function onTheme(changed: () => void): void {
  for (const input of inputs()) input.addEventListener("change", changed);
  if (document.readyState !== "complete") window.addEventListener("load", changed, { once: true });
}
