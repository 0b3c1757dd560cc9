/** After the room: one answer at a time against its key points, with marks for how it was said. */
import { make } from "../../core/dom";
import { type Room, type Screen, button, inline, questionUrl } from "./screen";
import { pointNodes } from "./sheets";
import { soundPlace } from "./sounds";
import {
  HIGHEST, MARK_TITLES, MOST_NOTES, RUBRIC, type Mock, type Rubric, backToMark, currentAnswer, currentQuestion, describeClock, finishMark,
  isMarked, note, setMark, tickPoint,
} from "./state"; // prettier-ignore

const ABOUT: Readonly<Record<Rubric, string>> = {
  clarity: "short answer first, plain words",
  structure: "an order that could be followed",
  depth: "reasons, numbers, limits",
};

export function markingScreen(room: Room): Screen {
  let { mock } = room;
  const question = currentQuestion(mock);
  const points = question ? (room.sheets.get(question.item)?.points ?? []) : [];
  const save = button("Save, and on", () => room.change(finishMark(mock, false)), { style: "pt-mock__main", off: !isMarked(currentAnswer(mock)) });
  const quietly = (later: Mock): void => {
    mock = later;
    save.disabled = !isMarked(currentAnswer(mock));
    room.change(mock, "quietly");
  };
  const answer = currentAnswer(mock);
  const element = make(
    "section", { class: "pt-mock__marking", "aria-labelledby": "pt-mock-ask" },
    make("p", { class: "pt-mock__place" }, `Answer ${mock.at + 1} of ${mock.answers.length}, ${describeClock(answer.seconds)} minutes with its probes`),
    make("h2", { id: "pt-mock-ask", class: "pt-mock__ask", tabindex: -1 }, ...inline(question?.title ?? "")),
    soundPlace(room.drafts, `${mock.id}/${mock.at}/`, "Your answer"),
    pointsPlace(points, answer.said, (point, said) => quietly(tickPoint(mock, point, said))),
    ...RUBRIC.map((name) => rubricPlace(name, answer.marks[name], (mark) => quietly(setMark(mock, name, mark)))),
    notesPlace(answer.notes, (words) => quietly(note(mock, words))),
    make("p", {}, make("a", { href: questionUrl(question?.item ?? ""), target: "_blank", rel: "noopener" }, "The full answer, in a new tab")),
    make("div", { class: "pt-mock__buttons" },
      save,
      button("Leave this one out", () => room.change(finishMark(mock, true))),
      button("Back", () => room.change(backToMark(mock)), { off: mock.at === 0 })),
  ); // prettier-ignore
  return { element };
}

function pointsPlace(points: readonly string[], said: readonly number[], tick: (point: number, said: boolean) => void): HTMLElement {
  const rows = points.map((html, place) => {
    const box = make("input", { type: "checkbox", class: "pt-mock__tick", checked: said.includes(place + 1) });
    box.addEventListener("change", () => tick(place + 1, box.checked));
    return make("li", {}, make("label", { class: "pt-mock__check" }, box, make("span", {}, ...pointNodes(html))));
  });
  return make("fieldset", { class: "pt-mock__points" }, make("legend", {}, "Which of these did you say?"), make("ul", {}, ...rows));
}

function rubricPlace(name: Rubric, mark: number | undefined, choose: (mark: number) => void): HTMLElement {
  const radios = Array.from({ length: HIGHEST + 1 }, (_, value) => {
    const radio = make("input", { type: "radio", name: `pt-mock-${name}`, value, checked: mark === value });
    radio.addEventListener("change", () => choose(value));
    return make("label", { class: "pt-mock__mark" }, radio, make("span", {}, `${value} ${MARK_TITLES[value] ?? ""}`));
  });
  const legend = make("legend", {}, `${name[0]?.toUpperCase()}${name.slice(1)}`, make("small", {}, ABOUT[name]));
  return make("fieldset", { class: "pt-mock__rubric" }, legend, make("div", { class: "pt-mock__marks" }, ...radios));
}

function notesPlace(words: string, write: (words: string) => void): HTMLElement {
  const field = make("textarea", { id: "pt-mock-notes", rows: 3, maxlength: MOST_NOTES });
  field.value = words;
  field.addEventListener("input", () => write(field.value));
  return make("p", { class: "pt-mock__notes" }, make("label", { for: "pt-mock-notes" }, "Notes to yourself"), field);
}
