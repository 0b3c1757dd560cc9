/** The plots of the Today page as inline SVG, each with its numbers as a table. */
import { make } from "../../core/dom";
import { draw, drawPicture } from "../../core/svg";
import type { Square } from "../../progress/days";
import { showDay, weekdayOf } from "../../progress/days";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A table folded away, for those who would rather read the numbers. */
export function tableFold(title: string, header: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLElement {
  const head = make("tr", {}, ...header.map((name) => make("th", { scope: "col" }, name)));
  const body = rows.map(([first = "", ...cells]) =>
    make("tr", {}, make("th", { scope: "row" }, first), ...cells.map((cell) => make("td", {}, cell))));
  const table = make("table", { class: "pt-t" }, make("thead", {}, head), make("tbody", {}, ...body));
  const box = make("div", { class: "pt-table", tabindex: 0, role: "group", "aria-label": title }, table);
  return make("details", { class: "pt-own__fold" }, make("summary", {}, title), box);
}

export interface TipRow {
  readonly title: string;
  readonly url: string;
  readonly now: number;
  readonly then: number;
  readonly learned: number;
  readonly total: number;
}

const ROW = 26;
const NAME = 268;
const BAR = 250;

/** Bars by tip: a bar for today, a mark for the day itself; on a narrow screen the names stand above their bars. */
export function plotTips(rows: readonly TipRow[], isNarrow: boolean): SVGElement {
  const [height, left, width] = isNarrow ? [40, 0, 330] : [ROW, NAME, BAR];
  const total = left + width + 46;
  const groups = rows.map(({ title, now, then }, place) => {
    const y = place * height + (isNarrow ? 22 : 7);
    return draw("g", {},
      draw("text", { x: 0, y: isNarrow ? y - 6 : y + 10, class: "pt-own__name" }, title),
      draw("rect", { x: left, y, width, height: 12, rx: 2, class: "pt-own__track" }),
      draw("rect", { x: left, y, width: Math.max(0, width * now), height: 12, rx: 2, class: "pt-own__bar" }),
      draw("rect", { x: left + width * then - 1, y: y - 2, width: 2, height: 16, class: "pt-own__mark" }),
      draw("text", { x: left + width + 8, y: y + 10, class: "pt-own__value" }, percent(now)));
  });
  return drawPicture("Readiness by tip, today and on the day", total, rows.length * height + 4, "pt-own__plot", ...groups);
}

export function tableTips(rows: readonly TipRow[]): HTMLElement {
  return tableFold("Readiness by tip as a table", ["Tip", "Today", "On the day", "Begun"], rows.map(({ title, url, now, then, learned, total }) => [
    make("a", { href: url }, title), percent(now), percent(then), `${learned} of ${total}`,
  ]));
}

const CELL = 15;
const DAY_NAMES = ["Mon", "", "Wed", "", "Fri", "", "Sun"];

/** Minutes by day as squares, a column a week; the darker the nearer to the minutes that were wanted. */
export function plotDays(weeks: readonly (readonly Square[])[], wanted: number): SVGElement {
  const names = DAY_NAMES.map((name, row) => draw("text", { x: 0, y: row * CELL + 11, class: "pt-own__name" }, name));
  const squares = weeks.flatMap((week, column) => week.map(({ day, minutes }) => {
    const level = minutes <= 0 ? 0 : Math.min(4, 1 + Math.floor((3 * minutes) / Math.max(1, wanted)));
    const words = `${showDay(day)}: ${Math.round(minutes)} minutes`;
    return draw("rect", { x: 34 + column * CELL, y: weekdayOf(day) * CELL, width: CELL - 3, height: CELL - 3, rx: 2, class: `pt-own__heat pt-own__heat--${level}` },
      draw("title", {}, words));
  }));
  return drawPicture("Minutes of study by day", 34 + weeks.length * CELL, 7 * CELL, "pt-own__plot pt-own__plot--days", ...names, ...squares);
}

export function tableDays(weeks: readonly (readonly Square[])[]): HTMLElement {
  const days = weeks.flat().filter(({ minutes }) => minutes > 0).reverse();
  return tableFold("Minutes by day as a table", ["Day", "Minutes"], days.map(({ day, minutes }) => [showDay(day), String(Math.round(minutes))]));
}

/** Reviews of the coming days as columns. */
export function plotForecast(counts: readonly number[], names: readonly string[]): SVGElement {
  const most = Math.max(1, ...counts);
  const columns = counts.map((count, place) => {
    const height = (70 * count) / most;
    const x = place * 26;
    return draw("g", {},
      draw("rect", { x: x + 3, y: 86 - height, width: 20, height, rx: 2, class: "pt-own__bar" }),
      ...(count ? [draw("text", { x: x + 13, y: 80 - height, class: "pt-own__value pt-own__value--middle" }, String(count))] : []),
      draw("text", { x: x + 13, y: 100, class: "pt-own__name pt-own__value--middle" }, names[place] ?? ""));
  });
  return drawPicture("Reviews that fall due in the coming days", counts.length * 26, 104, "pt-own__plot pt-own__plot--coming", ...columns);
}

export const tableForecast = (counts: readonly number[], days: readonly string[]): HTMLElement =>
  tableFold("Coming reviews as a table", ["Day", "Reviews"], counts.map((count, place) => [days[place] ?? "", String(count)]));
