/** In the room: the clock and its phases, one question, its probes one by one, notes, the recording. */
import { isTyping, make } from "../../core/dom";
import { nudgesOf, phaseAt, splitPhases } from "./draw";
import { type Room, type Screen, button, inline } from "./screen";
import { MOST_NOTES, currentAnswer, currentQuestion, describeClock, endAsking, goOn, note, probe } from "./state";

const MINUTE = 60;

export function roomScreen(room: Room): Screen {
  const { mock, change } = room;
  const question = currentQuestion(mock);
  const answer = currentAnswer(mock);
  const probes = question ? (room.sheets.get(question.item)?.probes ?? []) : [];
  const isLast = mock.at + 1 === mock.questions.length;
  const next = (): void => change(goOn(mockNow(room), Date.now()));
  const ask = (): void => change(probe(mockNow(room), probes.length));
  const notes = notesField(room);
  const element = make(
    "section", { class: "pt-mock__room", "aria-labelledby": "pt-mock-ask" },
    clockPlace(room),
    make("p", { class: "pt-mock__place" }, `Question ${mock.at + 1} of ${mock.questions.length}, about ${question?.minutes ?? 0} minutes`),
    make("h2", { id: "pt-mock-ask", class: "pt-mock__ask", tabindex: -1 }, ...inline(question?.title ?? "")),
    make("ol", { class: "pt-mock__probes", "aria-label": "Probes", "aria-live": "polite" },
      ...probes.slice(0, answer.probes).map((words) => make("li", {}, ...inline(words)))),
    make("div", { class: "pt-mock__buttons" },
      button(answer.probes ? "Next probe" : "Answered: probe me", ask, { key: "p", off: answer.probes >= probes.length }),
      button(isLast ? "Finish, to the marks" : "Next question", next, { key: "n", style: "pt-mock__main" }),
      button("End the interview here", () => change(endAsking(mockNow(room), Date.now())))),
    notes,
    recordingPlace(room),
  ); // prettier-ignore
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]") || !element.isConnected) return;
    const wanted = { p: ask, n: next }[event.key.toLowerCase()];
    if (!wanted || (event.key.toLowerCase() === "p" && answer.probes >= probes.length)) return;
    event.preventDefault();
    event.stopPropagation();
    wanted();
  };
  document.addEventListener("keydown", press);
  const timer = setInterval(() => tick(element, room), 500);
  tick(element, room);
  return {
    element,
    stop: () => {
      clearInterval(timer);
      document.removeEventListener("keydown", press);
    },
  };
}

/** The mock with what stands in the field of notes. */
function mockNow(room: Room): Room["mock"] {
  const field = document.querySelector<HTMLTextAreaElement>("#pt-mock-notes");
  return field ? note(room.mock, field.value) : room.mock;
}

function notesField(room: Room): HTMLElement {
  const field = make("textarea", { id: "pt-mock-notes", rows: 4, maxlength: MOST_NOTES, placeholder: "A word or two, while you think or after you spoke" });
  field.value = currentAnswer(room.mock).notes;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => field.isConnected && room.change(mockNow(room), "quietly"), 400);
  });
  return make("p", { class: "pt-mock__notes" }, make("label", { for: "pt-mock-notes" }, "Notes to yourself"), field);
}

function clockPlace({ mock }: Room): HTMLElement {
  const phases = splitPhases(mock.wish.round, mock.wish.minutes).map((phase) => {
    const part = make("li", { "data-starts": phase.starts }, make("span", {}, phase.title));
    part.style.flexGrow = String(phase.ends - phase.starts);
    return part;
  });
  return make(
    "div", { class: "pt-mock__clock" },
    make("p", { class: "pt-mock__time" }, make("span", { class: "pt-mock__left-time", role: "timer" }), make("span", { class: "pt-mock__phase" }),
      make("span", { class: "pt-mock__nudge", role: "status" })),
    make("ol", { class: "pt-mock__phases", "aria-label": "Phases" }, ...phases),
  ); // prettier-ignore
}

/** What the clock says now; the interviewer looks at it at half time and five minutes before the end. */
function tick(element: HTMLElement, { mock, recorder }: Room): void {
  const seconds = (Date.now() - mock.started) / 1000;
  const { minutes, round } = mock.wish;
  const left = minutes * MINUTE - seconds;
  const phases = splitPhases(round, minutes);
  const phase = phaseAt(phases, seconds / MINUTE);
  const put = (selector: string, text: string): void => {
    const place = element.querySelector(selector);
    if (place && place.textContent !== text) place.replaceChildren(text);
  };
  put(".pt-mock__left-time", left >= 0 ? describeClock(left) : `+${describeClock(-left)}`);
  put(".pt-mock__phase", left >= 0 ? (phase?.title ?? "") : "over time");
  const nudge = nudgesOf(minutes).findLast((minute) => seconds >= minute * MINUTE && minute > 0);
  const words = left < 0 ? "Time is up: finish your sentence, then end the interview." : nudge === undefined ? "" : `${Math.ceil(left / MINUTE)} minutes left`;
  put(".pt-mock__nudge", left < 0 || (nudge !== undefined && seconds - nudge * MINUTE < MINUTE) ? words.replace(/^1 minutes/, "1 minute") : "");
  for (const part of element.querySelectorAll<HTMLElement>(".pt-mock__phases > li")) {
    part.toggleAttribute("data-now", Number(part.dataset["starts"]) === phase?.starts && left >= 0);
    part.toggleAttribute("data-past", Number(part.dataset["starts"]) < (phase?.starts ?? 0) || left < 0);
  }
  const state = element.querySelector<HTMLElement>(".pt-mock__recording");
  state?.toggleAttribute("data-on", recorder.isOn);
  put(".pt-mock__recording", recorder.isOn ? "Recording this answer, on this device only" : recorder.trouble);
}

function recordingPlace({ mock }: Room): HTMLElement {
  return make("p", { class: "pt-mock__recording", hidden: !mock.wish.recorded });
}
