/** Drawings without a framework: SVG elements whose text is always text. */

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function draw(name: string, attributes: Attributes = {}, ...children: readonly (Node | string)[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A picture with its name; what it shows stands in a table beside it. */
export const drawPicture = (title: string, width: number, height: number, style: string, ...children: readonly Node[]): SVGElement =>
  draw("svg", { viewBox: `0 0 ${width} ${height}`, class: style, role: "img", "aria-label": title }, ...children);
