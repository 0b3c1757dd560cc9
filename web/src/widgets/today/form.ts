/** The form of the learner's aim: date, role, level, companies, rounds, minutes, days off. */
import { make } from "../../core/dom";
import { makeField } from "../../core/field";
import type { Aims } from "../../progress/aims";
import { type Profile, WEEKDAYS, isDay } from "../../progress/profile";

const DAY_TITLES: Readonly<Record<string, string>> = { mon: "Mon", tue: "Tue", wed: "Wed", thu: "Thu", fri: "Fri", sat: "Sat", sun: "Sun" };
const LEVEL_TITLES: Readonly<Record<string, string>> = { junior: "Junior", mid: "Mid", senior: "Senior", staff: "Staff" };

function select(name: string, choices: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  return make("select", { name }, ...choices.map(([value, title]) => make("option", { value, selected: value === chosen }, title)));
}

function boxes(legend: string, name: string, choices: readonly (readonly [string, string])[], chosen: readonly string[]): HTMLElement {
  const inputs = choices.map(([value, title]) =>
    make("label", { class: "pt-own__box" }, make("input", { type: "checkbox", name, value, checked: chosen.includes(value) }), title));
  return make("fieldset", { class: "pt-own__boxes" }, make("legend", {}, legend), ...inputs);
}

/** The form; `save` gets what was chosen, `close` is called when nothing is to be changed. */
export function makeAimForm(aims: Aims, profile: Profile, save: (profile: Profile) => void, close: (() => void) | null): HTMLFormElement {
  const list = make("datalist", { id: "pt-companies" }, ...aims.companies.map(({ title }) => make("option", { value: title })));
  const titleOf = (name: string): string => aims.companies.find(({ id }) => id === name)?.title ?? name;
  const submit = make("button", { type: "submit", class: "pt-own__main" }, "Save");
  const cancel = make("button", { type: "button" }, "Leave as it is");
  cancel.hidden = close === null;
  cancel.addEventListener("click", () => close?.());
  const form = make("form", { class: "pt-own__form", "aria-label": "What you aim at" },
    makeField("Day of the interview", make("input", { type: "date", name: "date", value: profile.interview_date, min: "2000-01-01", max: "2099-12-31" }), "Leave it empty while you do not know."),
    makeField("Job", select("role", aims.roles, profile.role)),
    makeField("Level", select("level", aims.levels.map((level) => [level, LEVEL_TITLES[level] ?? level] as const), profile.level)),
    makeField("Minutes a day", make("input", { type: "number", name: "minutes", min: 0, max: 960, step: 5, value: profile.minutes_per_day, required: true })),
    makeField("Company", make("input", { type: "text", name: "company", list: "pt-companies", value: titleOf(profile.companies[0] ?? ""), maxlength: 100, autocomplete: "off" }), "One with a profile shifts what weighs most."),
    list,
    boxes("Rounds you expect", "rounds", aims.rounds, profile.rounds),
    boxes("Days off", "off", WEEKDAYS.map((day) => [day, DAY_TITLES[day] ?? day] as const), profile.days_off),
    make("div", { class: "pt-own__buttons" }, submit, cancel),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(readForm(new FormData(form), profile, aims));
  });
  return form;
}

function readForm(data: FormData, before: Profile, aims: Aims): Profile {
  const text = (name: string): string => String(data.get(name) ?? "").trim();
  const named = text("company");
  const company = aims.companies.find(({ title }) => title.toLowerCase() === named.toLowerCase())?.id ?? named;
  const [, ...others] = before.companies;
  const minutes = Math.round(Number(text("minutes")));
  const date = text("date");
  return {
    ...before,
    role: text("role"),
    level: text("level"),
    companies: company ? [company, ...others] : others,
    rounds: data.getAll("rounds").map(String),
    interview_date: isDay(date) ? date : "",
    minutes_per_day: minutes >= 0 && minutes <= 960 ? minutes : before.minutes_per_day,
    days_off: data.getAll("off").map(String),
  };
}
