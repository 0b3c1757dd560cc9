/** As at a whiteboard: a clock, no tests while writing; then one's own review, then the tests. */
import { make } from "../../core/dom";
import { describeClock } from "../mock/state";
import type { Task } from "./page";

const MINUTE = 60_000;

export class Whiteboard {
  readonly clock = make("p", { class: "pt-write__clock", hidden: true });
  readonly form = make("div", { class: "pt-write__board", hidden: true });
  readonly #left = make("span", { role: "timer" });
  #end = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly task: Task,
    readonly ended: () => void,
    readonly judge: (marks: readonly boolean[]) => void,
  ) {
    const done = make("button", { type: "button" }, "Done");
    done.addEventListener("click", () => this.#review());
    this.clock.append(this.#left, " Talk while you write. No tests until you are done. ", done);
  }

  start(): void {
    this.#end = Date.now() + this.task.minutes * MINUTE;
    this.clock.hidden = false;
    this.form.hidden = true;
    const tick = (): void => {
      const left = (this.#end - Date.now()) / 1000;
      this.#left.replaceChildren(left >= 0 ? describeClock(left) : `+${describeClock(-left)}`);
    };
    clearInterval(this.#timer);
    this.#timer = setInterval(tick, 500);
    tick();
  }

  #review(): void {
    clearInterval(this.#timer);
    this.clock.hidden = true;
    const boxes = this.task.rubric.map(() => make("input", { type: "checkbox" }));
    const rows = this.task.rubric.map((words, place) => make("label", { class: "pt-write__check" }, boxes[place] as HTMLElement, make("span", {}, words)));
    const run = make("button", { type: "button", class: "pt-write__run" }, "Now the tests");
    run.addEventListener("click", () => {
      this.form.hidden = true;
      this.ended();
      this.judge(boxes.map((box) => box.checked));
    });
    this.form.replaceChildren(make("fieldset", {}, make("legend", {}, "Be your own reviewer, honestly: what is met?"), ...rows), run);
    this.form.hidden = false;
    (boxes[0] ?? run).focus();
  }
}
