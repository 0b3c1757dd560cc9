import { describe, expect, it } from "vitest";
import { makeWeigher } from "../../src/progress/aims";
import type { Template } from "../../src/progress/papers";
import { NO_AIM, readProfile, writeProfile } from "../../src/progress/profile";
import { composeChecklist, joinNames, readTicks } from "../../src/widgets/desk/checklist";
import { collectFields, findMissing, isAddress, makeDraft, makeMailto, renderEml } from "../../src/widgets/desk/email";
import { readInterview, readPeople, sortInterviews, writeInterview, writePeople } from "../../src/widgets/desk/interview";
import { readPlace } from "../../src/widgets/desk/place";
import { checkStory, makeSlug, readStory, sayTime, secondsAloud, writeStory } from "../../src/widgets/desk/story";
import { aimOf, own } from "../own";

describe("stories, as the terminal checks them", () => {
  it.each(own.stories.map((one) => [`${one.story.id} at ${one.speed}`, one] as const))("%s", (_, { story, speed, seconds, remarks }) => {
    expect(secondsAloud(own.rules, story, speed)).toBe(seconds);
    expect(checkStory(own.rules, story, speed).map(({ code, message, why }) => [code, message, why])).toEqual(remarks);
  });

  it("are read from anything and written with what the page does not show", () => {
    const body = { title: "T", competencies: ["impact", 3], project: null, parts: { Action: "I", Bad: 1 }, numbers: ["42 %"] };
    const story = readStory("t", body);
    expect(story).toEqual({ id: "t", title: "T", competencies: ["impact"], project: "", parts: { Action: "I" } });
    expect(writeStory(body, story)).toMatchObject({ title: "T", numbers: ["42 %"], parts: { Action: "I" } });
    expect(readStory("x", { parts: [] }).title).toBe("x");
  });

  it("have names of their own", () => {
    expect(makeSlug("The model: forgot, weekends!", "story", new Set())).toBe("the-model-forgot-weekends");
    expect(makeSlug("Été", "story", new Set(["été"]))).toBe("été-2");
    expect(makeSlug("!!", "story", new Set(["story"]))).toBe("story-2");
    expect(sayTime(65)).toBe("1:05");
  });
});

describe("checklist, as the terminal makes it", () => {
  const strip = (text: string): string => text.replace(/:? prep-tracker [^.:]*(?=[.:]|$)/g, "").replace(/:$/, "");
  it.each(own.checklists.map((one) => [`${one.aim.role} ${one.aim.level}`, one] as const))("%s", (_, { aim, told, items }) => {
    const chosen = aimOf(aim);
    const interview = told ? readInterview("i", { company: "Acme", role: "R", format: "video", people: ["Aiko Tanaka"] }) : null;
    const made = composeChecklist({
      aims: own.aims, table: own.table, profile: { ...NO_AIM, role: aim.role, level: aim.level, rounds: aim.rounds }, weigh: makeWeigher(own.aims, chosen),
      cards: new Map(), solved: new Set(), stories: told ? [{ id: "s", title: "S", competencies: [], project: "", parts: {} }] : [],
      gaps: ["impact"], interview, company: "Acme", at: 0,
    }); // prettier-ignore
    const design = aim.rounds.includes("system-design");
    const coding = aim.rounds.includes("coding");
    // Two texts and two places depend on the rounds alone; the page asks for the fuller of each.
    const isSame = ([task]: readonly [string, ...unknown[]]): boolean => !(task === "design" && !design) && !(["code", "whiteboard"].includes(task) && !coding) && task !== "room-tools" && !task.startsWith("first-stories");
    const wanted = items.filter(isSame).map(([task, when, tip, names, text]) => [task, when, tip, names, strip(text)]);
    const found = made.map(({ task, when, tip, names, text }) => [task, when, tip, names.map(({ id }) => id), strip(text)] as const).filter(isSame as never);
    const sorted = (list: readonly unknown[]): string[] => list.map((one) => JSON.stringify(one)).sort();
    expect(sorted(found)).toEqual(sorted(wanted));
    expect(new Set(made.map(({ tip }) => tip)).size).toBe(20);
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
  });

  it("keeps its ticks by task", () => {
    const documents = new Map([["checklist/2027-01-15", { done: ["thank--after", 3] }]]);
    expect([...readTicks({ bookmarks: new Set(), notes: new Map(), documents }, "checklist/2027-01-15")]).toEqual(["thank--after"]);
    expect(readTicks({ bookmarks: new Set(), notes: new Map(), documents }, "checklist/other").size).toBe(0);
    expect(joinNames(["a", "b", "c"])).toBe("a, b and c");
  });
});

describe("interview log", () => {
  const body = {
    company: "Northwind", role: "ML engineer", starts: "2027-01-15T14:00", zone: "Europe/Berlin", status: "onsite", promised: "the notebook",
    people: [{ name: "Aiko Tanaka", email: "aiko@example.org", discussed: "late labels" }, "Ben Ode", { email: "nobody" }],
    asked: [{ text: "Why?", went: 2, question: "p/q", note: "n" }, { went: 3 }], next_actions: [{ what: "call", due: "2027-01-20" }],
  }; // prettier-ignore

  it("is read from anything, and nothing of it is lost", () => {
    const one = readInterview("n", body);
    expect(one).toMatchObject({ starts: "2027-01-15 14:00", fields: { promised: "the notebook" }, minutes: 60, status: "onsite" });
    expect(one.people.map(({ name }) => name)).toEqual(["Aiko Tanaka", "Ben Ode"]);
    expect(one.asked).toEqual([{ text: "Why?", question: "p/q", went: 2, note: "n" }]);
    const written = writeInterview(body, { ...one, fields: { promised: "" } });
    expect(written).toMatchObject({ zone: "Europe/Berlin", next_actions: body.next_actions, company: "Northwind" });
    expect(written).not.toHaveProperty("promised");
    expect(readInterview("x", { status: "nonsense", minutes: -1, people: 3 })).toMatchObject({ company: "x", status: "applied", minutes: 60, people: [] });
  });

  it("takes people by lines, and keeps what was known of them", () => {
    const people = readPeople("Aiko Tanaka <aiko@example.org>, staff engineer\n\nBen Ode\n, nobody", readInterview("n", body).people);
    expect(people).toEqual([{ name: "Aiko Tanaka", email: "aiko@example.org", role: "staff engineer", discussed: "late labels" }, { name: "Ben Ode" }]);
    expect(readPeople(writePeople(people), people)).toEqual(people);
  });

  it("shows what comes first", () => {
    const at = (id: string, starts: string) => readInterview(id, { company: id, starts });
    const list = [at("old", "2026-01-01 10:00"), at("new", "2026-12-01 10:00"), at("none", ""), at("late", "2027-12-01 10:00"), at("older", "2025-01-01 10:00")];
    expect(sortInterviews(list, "2026-11-22").map(({ id }) => id)).toEqual(["new", "late", "none", "old", "older"]);
  });
});

describe("e-mails", () => {
  const template: Template = {
    id: "p/thanks", title: "Thanks", purpose: "", when: "", to: "interviewer", needs: ["interviewer.first_name", "role", "better_answer", "me.name"],
    subject: "thanks for the {{ role | title }} talk", bodies: [["warm", "Hi {{ interviewer.first_name }},\n\n{{ better_answer }}\n\n{{ me.name }}"], ["brief", "{{role|upper}}"]], example: {},
  }; // prettier-ignore
  const log = readInterview("n", { company: "N", role: "ML engineer", people: [{ name: "Åsa Öberg", email: "asa@example.org" }] });
  const fields = { ...collectFields(log, { ...NO_AIM, name: "Sam\nRivera" }, log.people[0] ?? null), better_answer: "One.\nTwo.\u0007" };

  it("are filled from log, profile and what is typed", () => {
    const draft = makeDraft(template, "warm", fields);
    expect(draft.subject).toBe("Thanks for the Ml Engineer talk");
    expect(draft.body).toBe("Hi Åsa,\n\nOne.\nTwo.\n\nSam Rivera\n");
    expect(makeDraft(template, "brief", fields).body).toBe("ML ENGINEER\n");
    expect(findMissing(template, { role: " " })).toEqual(["interviewer.first_name", "role", "better_answer", "me.name"]);
    expect(makeDraft(template, "warm", {}).body).toContain("[interviewer first name]");
  });

  it("never put what was typed into a header or another field", () => {
    const evil = makeDraft(template, "warm", { ...fields, role: "x\r\nBcc: y@example.org", "interviewer.first_name": "{{ me.name }}" });
    expect(evil.subject).not.toContain("\n");
    expect(evil.body).toContain("Hi {{ me.name }},");
    const file = renderEml({ ...evil, to: "a@b.c\r\nBcc: z@example.org" });
    expect(file).not.toMatch(/^Bcc:/m);
    expect(file).not.toMatch(/^To:/m);
  });

  it("become a link and a file", () => {
    const draft = makeDraft(template, "warm", fields);
    expect(makeMailto(draft)).toBe(`mailto:asa@example.org?subject=Thanks%20for%20the%20Ml%20Engineer%20talk&body=${encodeURIComponent(draft.body.replaceAll("\n", "\r\n"))}`);
    const file = renderEml({ ...draft, subject: "Grüße ".repeat(20).trim() });
    const [head = "", body = ""] = file.split("\r\n\r\n");
    expect(head).toContain("X-Unsent: 1");
    expect(head).toMatch(/^To: =\?utf-8\?b\?[\w+/=]+\?= <asa@example.org>$/m);
    expect(head.split("\r\n").every((line) => line.length <= 78)).toBe(true);
    expect(Buffer.from(body, "base64").toString("utf8")).toBe(draft.body.replaceAll("\n", "\r\n"));
    expect(["a@b.c", "a b@c.d", "a@b", "", "ä@ö.de"].map(isAddress)).toEqual([true, false, false, false, true]);
  });
});

describe("profile", () => {
  it("is read from anything", () => {
    expect(readProfile(undefined)).toEqual(NO_AIM);
    expect(readProfile({ role: "king", interview_date: "2027-02-30", minutes_per_day: 1e9, companies: "x", rounds: ["coding", 1], days_off: ["sun", "x"] }))
      .toEqual({ ...NO_AIM, rounds: ["coding"], days_off: ["sun"] }); // prettier-ignore
    expect(writeProfile({ retention: 0.85 }, NO_AIM)).toMatchObject({ retention: 0.85, role: "mle" });
  });
});

describe("places of the desk", () => {
  it.each([
    ["", "stories", true, ""],
    ["#stories", "stories", true, ""],
    ["#stories/", "stories", false, ""],
    ["#stories/%C3%A9t%C3%A9", "stories", false, "été"],
    ["#emails/p%2Ft?interview=n", "emails", false, "p/t"],
    ["#nonsense/x", "stories", true, "x"],
    ["#interviews/%E0%A4%A", "interviews", false, ""],
  ])("%s", (hash, panel, isList, id) => expect(readPlace(hash)).toMatchObject({ panel, isList, id }));
});
