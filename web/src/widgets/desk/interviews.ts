/** The interview log in the page: a list by date, and an editor for dates, people, what was asked and promised. */
import { make } from "../../core/dom";
import { type Desk, isoDay } from "./desk";
import { keepDraft, readFields } from "./draft";
import { type Asked, type Interview, STATUS_NAMES, readPeople, sortInterviews, writeInterview, writePeople } from "./interview";
import { EMAILS_URL, INTERVIEWS_URL } from "./links";
import { boxesField, button, carefulButton, keepWhileWriting, longField, saveDocument, selectField, textField } from "./parts";
import { makeSlug } from "./story";

const WENT: readonly (readonly [string, string])[] = [["0", "not rated"], ["1", "again: I did not know it"], ["2", "hard"], ["3", "good"], ["4", "easy"]];
const EXTRA_ROWS = 2;
/** Facts for e-mails, and what each is. */
const FIELDS: readonly (readonly [string, string, string])[] = [
  ["promised", "What you promised to send", "the notebook with the ablation"],
  ["requested", "What they asked you for", "a code sample"],
  ["weak_question", "A question you answered badly", "why accuracy misled us on the fraud data"],
  ["better_answer", "The better answer, in two sentences", ""],
];

export function showInterviews(desk: Desk, panel: HTMLElement): void {
  const rows = sortInterviews(desk.interviews, isoDay(new Date())).map((one) => {
    const facts = [one.starts || "no date yet", STATUS_NAMES[one.status] ?? "", one.asked.length ? `${one.asked.length} asked` : "", one.promised_date ? `an answer by ${one.promised_date}` : ""];
    const title = one.role ? `${one.company}, ${one.role}` : one.company;
    return make("li", {}, make("a", { href: `${INTERVIEWS_URL}/${encodeURIComponent(one.id)}` }, title), make("span", { class: "pt-own__sub" }, facts.filter(Boolean).join(" · ")));
  });
  panel.replaceChildren(
    make("p", {}, "Dates and people before; what was asked, promised and learned right after, while it is fresh. It fills the e-mails, and what you were asked weighs more from then on."),
    make("p", {}, make("a", { href: `${INTERVIEWS_URL}/`, class: "pt-own__main pt-own__link" }, "Add an interview")),
    ...(rows.length ? [make("ul", { class: "pt-own__cards" }, ...rows)] : [make("p", {}, "No interview is in the log yet.")]),
  );
}

export function showInterview(desk: Desk, panel: HTMLElement, id: string): void {
  const found = desk.interviews.find((one) => one.id === id);
  if (id && !found) {
    panel.replaceChildren(make("p", {}, "There is no such interview here. ", make("a", { href: INTERVIEWS_URL }, "All interviews")));
    return;
  }
  new InterviewEditor(desk, panel, found ?? makeFresh(desk));
}

function makeFresh({ profile, aims }: Desk): Interview {
  const named = profile.companies[0] ?? "";
  const company = aims.companies.find(({ id }) => id === named)?.title ?? named;
  const role = aims.roles.find(([value]) => value === profile.role)?.[1].toLowerCase() ?? "";
  return {
    id: "", company, role, starts: profile.interview_date, minutes: 60, status: "applied", rounds: [], format: "", people: [], recruiter: null,
    promised_date: "", notes: "", asked: [], differently: "", fields: {}, sent: [],
  }; // prettier-ignore
}

class InterviewEditor {
  readonly #form: HTMLFormElement;
  readonly #said = make("p", { class: "pt-own__said", role: "status" });
  readonly #asked = make("div", { class: "pt-own__asked" });
  readonly #name: string;
  #rows = 0;

  constructor(readonly desk: Desk, panel: HTMLElement, readonly one: Interview) {
    this.#name = `interview/${one.id}`;
    const questions = make("datalist", { id: "pt-questions" });
    const [day = "", time = ""] = one.starts.split(" ");
    for (const asked of one.asked) this.#addAsked(asked);
    for (let row = 0; row < EXTRA_ROWS; row += 1) this.#addAsked();
    this.#form = make("form", { class: "pt-own__form", "aria-label": "Interview" },
      textField("Company", "company", one.company, "", { required: true }),
      textField("Job", "role", one.role),
      textField("Day", "day", day, "", { type: "date", min: "2000-01-01", max: "2099-12-31" }),
      textField("Time", "time", time, "Your local time.", { type: "time" }),
      textField("Minutes", "minutes", String(one.minutes), "", { type: "number", min: 5, max: 1440 }),
      selectField("It stands at", "status", desk.papers.statuses.map((status) => [status, STATUS_NAMES[status] ?? status] as const), one.status),
      textField("How", "format", one.format, "Video, phone, on site."),
      textField("They answer by", "promised_date", one.promised_date, "", { type: "date", min: "2000-01-01", max: "2099-12-31" }),
      boxesField("Rounds", "rounds", desk.aims.rounds, one.rounds),
      longField("Interviewers", "people", writePeople(one.people), "One a line: Aiko Tanaka <aiko@example.org>, staff engineer", 3),
      textField("Recruiter", "recruiter", one.recruiter ? writePeople([one.recruiter]) : "", "Dana Levi <dana@example.org>"),
      make("fieldset", { class: "pt-own__group" }, make("legend", {}, "What was asked"), this.#asked, questions,
        button("One more question", () => this.#addAsked()?.focus())),
      make("fieldset", { class: "pt-own__group" }, make("legend", {}, "For the e-mails"),
        ...FIELDS.map(([name, label, example]) => longField(label, `field:${name}`, one.fields[name] ?? "", example ? `For example: ${example}` : "", 2)),
        ...one.people.map((person, place) => make("fieldset", { class: "pt-own__group pt-own__person" }, make("legend", {}, `With ${person.name}`),
          longField("You talked about", `discussed:${place}`, person.discussed ?? "", "", 2), longField("You learned", `learned:${place}`, person.learned ?? "", "", 2),
          longField("How it ties to your work", `link_to_work:${place}`, person.link_to_work ?? "", "", 2)))),
      longField("Next time I will", "differently", one.differently, "", 2),
      longField("Notes", "notes", one.notes, "", 4),
      make("div", { class: "pt-own__buttons" }, make("button", { type: "submit", class: "pt-own__main" }, "Save the interview"), button("Discard changes", () => this.#discard()),
        ...(one.id ? [make("a", { class: "pt-own__link", href: `${EMAILS_URL}?interview=${encodeURIComponent(one.id)}` }, "Write an e-mail"), carefulButton("Delete…", "Delete this interview", () => void this.#delete())] : [])),
      this.#said,
    );
    panel.replaceChildren(make("p", { class: "pt-own__back" }, make("a", { href: INTERVIEWS_URL }, "← All interviews")), this.#form);
    keepWhileWriting({ opened: desk.opened, name: this.#name, form: this.#form, said: this.#said });
    this.#form.addEventListener("focusin", () => {
      if (!questions.childElementCount) questions.append(...desk.aims.rows.filter(([, , kind]) => kind !== 4).map(([id, title]) => make("option", { value: title, label: id })));
    }, { once: true });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#save();
    });
  }

  #addAsked(asked: Asked = { text: "", question: "", went: 0, note: "" }): HTMLInputElement | null {
    const row = this.#rows;
    this.#rows += 1;
    const options = WENT.map(([value, title]) => make("option", { value, selected: Number(value) === asked.went }, title));
    const input = make("input", { type: "text", name: `asked:${row}`, value: asked.text, list: "pt-questions", maxlength: 500, autocomplete: "off", placeholder: "As they said it, or choose one of ours" });
    this.#asked.append(make("div", { class: "pt-own__row" },
      make("label", {}, make("span", { class: "pt-label" }, `Question ${row + 1}`), input),
      make("label", {}, make("span", { class: "pt-label" }, `How question ${row + 1} went`), make("select", { name: `went:${row}` }, ...options))));
    return input;
  }

  #read(): Interview {
    const values = readFields(this.#form);
    const value = (name: string): string => (values[name] ?? "").trim();
    const minutes = Number(value("minutes"));
    const ids = new Map(this.desk.aims.rows.map(([id, title]) => [title, id]));
    const asked = Array.from({ length: this.#rows }, (_, row): Asked => {
      const text = value(`asked:${row}`);
      const before = this.one.asked.find((one) => one.text === text);
      return { text, question: ids.get(text) ?? before?.question ?? "", went: Number(value(`went:${row}`)), note: before?.note ?? "" };
    });
    const told = this.one.people.map((person, place) => ({
      ...person,
      ...Object.fromEntries(["discussed", "learned", "link_to_work"].map((key) => [key, value(`${key}:${place}`)])),
    }));
    const fields = Object.fromEntries(FIELDS.map(([name]) => [name, value(`field:${name}`)]));
    return {
      ...this.one,
      company: value("company"), role: value("role"), starts: [value("day"), value("day") && value("time")].filter(Boolean).join(" "),
      minutes: minutes >= 5 && minutes <= 1440 ? minutes : 60, status: value("status"), rounds: value("rounds").split(",").filter(Boolean),
      format: value("format"), promised_date: value("promised_date"), people: readPeople(value("people"), told),
      recruiter: readPeople(value("recruiter"), this.one.recruiter ? [this.one.recruiter] : [])[0] ?? null,
      asked: asked.filter(({ text }) => text), differently: value("differently"), notes: value("notes"), fields: { ...this.one.fields, ...fields },
    }; // prettier-ignore
  }

  async #save(): Promise<void> {
    const { opened, interviews } = this.desk;
    const one = this.#read();
    const day = one.starts.slice(0, 10);
    const id = one.id || makeSlug([one.company, day].filter(Boolean).join(" "), "interview", new Set(interviews.map((other) => other.id)));
    const name = `interview/${id}`;
    if (!(await saveDocument({ opened, said: this.#said }, name, writeInterview(opened.journal.kept.documents.get(name), one)))) return;
    keepDraft(opened.site, this.#name, null);
    this.#said.replaceChildren("Saved in this browser.");
    this.desk.go(`interviews/${encodeURIComponent(id)}`);
  }

  #discard(): void {
    keepDraft(this.desk.opened.site, this.#name, null);
    this.desk.go("interviews");
  }

  async #delete(): Promise<void> {
    if (await saveDocument({ opened: this.desk.opened, said: this.#said }, this.#name, null)) this.#discard();
  }
}
