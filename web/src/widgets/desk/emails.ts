/** E-mails in the page: a template filled from the log, its fields, and the draft to copy, open or save. */
import { make } from "../../core/dom";
import type { Template } from "../../progress/papers";
import { writeProfile } from "../../progress/profile";
import { type Desk, isoDay } from "./desk";
import { type Fields, LONG_FIELDS, collectFields, findMissing, isAddress, makeDraft, makeMailto, receiverOf, renderEml } from "./email";
import { type Interview, sortInterviews, writeInterview } from "./interview";
import { EMAILS_URL } from "./links";
import { button, longField, saveDocument, selectField, textField } from "./parts";

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const sayField = (name: string): string => capital(name.replace(/^me\./, "your ").replaceAll(/[._]/g, " "));

export function showEmails(desk: Desk, panel: HTMLElement, interview: string): void {
  const query = interview ? `?interview=${encodeURIComponent(interview)}` : "";
  const rows = desk.papers.emails.map(({ id, title, when }) =>
    make("li", {}, make("a", { href: `${EMAILS_URL}/${encodeURIComponent(id)}${query}` }, title), make("span", { class: "pt-own__sub" }, when)));
  panel.replaceChildren(
    make("p", {}, "Sixteen moments, each in three tones. Fields come from your interview log; nothing is sent from here: copy the text, or open it in your mail program.".replace("Sixteen", String(rows.length))),
    make("ul", { class: "pt-own__cards" }, ...rows),
  );
}

export function showEmail(desk: Desk, panel: HTMLElement, id: string, interview: string): void {
  const template = desk.papers.emails.find((one) => one.id === id);
  if (template) new EmailWriter(desk, panel, template, interview);
  else panel.replaceChildren(make("p", {}, "There is no such template here. ", make("a", { href: EMAILS_URL }, "All e-mails")));
}

class EmailWriter {
  readonly #said = make("p", { class: "pt-own__said", role: "status" });
  readonly #fields = make("div", { class: "pt-own__form pt-own__form--one" });
  readonly #subject = make("p", { class: "pt-own__subject" });
  readonly #body = make("textarea", { class: "pt-own__mail", rows: 16, "aria-label": "Text of the e-mail" });
  readonly #mailto = make("a", { class: "pt-own__link", href: "mailto:" }, "Open in the mail program");
  readonly #choices: HTMLElement;
  #interview: Interview | null;
  #person = 0;
  #tone: string;
  #own: Record<string, string> = {};
  #isEdited = false;

  constructor(readonly desk: Desk, panel: HTMLElement, readonly template: Template, interview: string) {
    const sorted = sortInterviews(desk.interviews, isoDay(new Date()));
    const past = sorted.filter(({ starts }) => starts && starts.slice(0, 10) <= isoDay(new Date()));
    this.#interview = sorted.find((one) => one.id === interview) ?? past[0] ?? sorted[0] ?? null;
    this.#tone = template.bodies[0]?.[0] ?? "";
    this.#choices = make("div", { class: "pt-own__form pt-own__form--one" });
    this.#body.addEventListener("input", () => {
      this.#isEdited = true;
      this.#link();
    });
    const buttons = make("div", { class: "pt-own__buttons" }, button("Copy the text", () => void this.#copy(), "pt-own__main"), this.#mailto,
      button("Save as .eml", () => this.#save()), button("It went out", () => void this.#noteSent()));
    const writing = make("div", {}, this.#choices, make("h2", {}, "Fields"), this.#fields);
    panel.replaceChildren(make("p", { class: "pt-own__back" }, make("a", { href: EMAILS_URL }, "← All e-mails")), make("h2", {}, template.title),
      make("p", {}, template.purpose, " ", template.when), make("div", { class: "pt-own__split" }, writing, make("div", { class: "pt-own__letter" }, this.#subject, this.#body, buttons, this.#said)));
    this.#showChoices();
    this.#showFields();
  }

  get #receiver() {
    const people = this.template.to === "recruiter" ? [] : (this.#interview?.people ?? []);
    return people[this.#person] ?? receiverOf(this.template, this.#interview);
  }

  #showChoices(): void {
    const { interviews } = this.desk;
    const people = this.template.to === "recruiter" ? [] : (this.#interview?.people ?? []);
    const tones = selectField("Tone", "tone", this.template.bodies.map(([tone]) => [tone, capital(tone)] as const), this.#tone);
    const of = selectField("Interview", "interview", [["", "none: I fill the fields"], ...interviews.map((one) => [one.id, `${one.company} ${one.starts.slice(0, 10)}`.trim()] as const)], this.#interview?.id ?? "");
    const to = selectField("To", "person", people.map(({ name }, place) => [String(place), name] as const), String(this.#person));
    this.#choices.replaceChildren(...(interviews.length ? [of] : []), ...(people.length > 1 ? [to] : []), tones);
    this.#choices.onchange = (event) => {
      const { target } = event;
      if (!(target instanceof HTMLSelectElement)) return;
      if (target.name === "tone") this.#tone = target.value;
      else if (target.name === "person") this.#person = Number(target.value);
      else this.#interview = interviews.find(({ id }) => id === target.value) ?? null;
      if (target.name !== "tone") this.#own = {};
      this.#isEdited = false;
      if (target.name === "interview") this.#person = 0;
      if (target.name === "interview") this.#showChoices();
      if (target.name === "tone") this.#refresh();
      else this.#showFields();
      this.#choices.querySelector<HTMLElement>(`[name=${target.name}]`)?.focus();
    };
  }

  #values(): Fields {
    return { ...collectFields(this.#interview, this.desk.profile, this.#receiver), ...this.#own };
  }

  #showFields(): void {
    const values = this.#values();
    const head = ["interviewer", "recruiter", "referrer"].find((one) => this.template.needs.some((name) => name.startsWith(`${one}.`)));
    const names = [...this.template.needs, ...(head ? [`${head}.email`] : [])];
    this.#fields.replaceChildren(...names.map((name) => {
      const hint = this.template.example[name] ? `For example: ${this.template.example[name]}` : "";
      return LONG_FIELDS.includes(name) ? longField(sayField(name), name, values[name] ?? "", hint, 3) : textField(sayField(name), name, values[name] ?? "", hint);
    }));
    this.#fields.oninput = (event) => {
      if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return;
      this.#own = { ...this.#own, [event.target.name]: event.target.value };
      this.#isEdited = false;
      this.#refresh();
    };
    this.#fields.onchange = (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === "me.name") void this.#keepName(event.target.value.trim());
    };
    this.#refresh();
  }

  /** The name is the same in every e-mail: it goes into the profile. */
  async #keepName(name: string): Promise<void> {
    const { opened, profile } = this.desk;
    if (name && name !== profile.name) await saveDocument({ opened, said: this.#said }, "profile", writeProfile(opened.journal.kept.documents.get("profile"), { ...profile, name }));
  }

  #refresh(): void {
    const draft = makeDraft(this.template, this.#tone, this.#values());
    const missing = findMissing(this.template, this.#values());
    this.#subject.replaceChildren(make("strong", {}, "Subject: "), draft.subject);
    this.#body.value = draft.body;
    this.#said.replaceChildren(missing.length ? `Still empty: ${missing.map((name) => sayField(name).toLowerCase()).join(", ")}.` : "");
    this.#link();
  }

  #draft() {
    const draft = makeDraft(this.template, this.#tone, this.#values());
    return this.#isEdited ? { ...draft, body: this.#body.value } : draft;
  }

  #link(): void {
    this.#mailto.href = makeMailto(this.#draft());
  }

  async #copy(): Promise<void> {
    const { subject } = this.#draft();
    try {
      await navigator.clipboard.writeText(this.#body.value);
      this.#said.replaceChildren(`Copied. The subject: ${subject}`);
    } catch {
      this.#body.focus();
      this.#body.select();
      this.#said.replaceChildren("The browser does not let the page copy: the text is selected, press Ctrl+C.");
    }
  }

  #save(): void {
    const draft = this.#draft();
    const url = URL.createObjectURL(new Blob([renderEml(draft)], { type: "message/rfc822" }));
    const stem = [this.#interview?.id, this.template.id.split("/").at(-1), draft.toName].filter(Boolean).join("-").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
    const link = make("a", { href: url, download: `${stem}.eml` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    this.#said.replaceChildren(isAddress(draft.to) || !draft.to ? "Saved: open the file in your mail program." : `Saved without an address: ${draft.to} is none.`);
  }

  async #noteSent(): Promise<void> {
    const one = this.#interview;
    if (!one) {
      this.#said.replaceChildren("Choose an interview of your log to note it there.");
      return;
    }
    const { opened } = this.desk;
    const name = `interview/${one.id}`;
    const sent = [...one.sent, { template: this.template.id, to: this.#receiver?.name ?? "", at: new Date().toISOString() }];
    const isSaved = await saveDocument({ opened, said: this.#said }, name, writeInterview(opened.journal.kept.documents.get(name), { ...one, sent }));
    if (isSaved) this.#said.replaceChildren(`Noted: sent${this.#receiver ? ` to ${this.#receiver.name}` : ""} today.`);
  }
}
