/** The theme's own switch between light, dark and the system's colors, reached through its buttons in the header. */

export const THEMES = ["As the system has it", "Light", "Dark"] as const;

const inputs = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>("input[name='__palette']")];

/** Number of the theme that is used; -1 when the page has no such switch. */
export const currentTheme = (): number => inputs().findIndex((input) => input.checked);

export function chooseTheme(number: number): void {
  inputs()[number]?.click();
}
