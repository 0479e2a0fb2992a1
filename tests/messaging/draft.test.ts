import { describe, expect, it } from "vitest";
import { claimsOf, unsupportedClaims } from "@/lib/messaging/claims";
import { canCopy, concernKey, draftFrom, draftOf } from "@/lib/messaging/draft";
import type { Facts } from "@/lib/messaging/variables/variable";

const at = "2026-03-04T09:30:00.000Z";
const facts: Facts = {
  person: {
    id: "0190b0c0-0000-7000-8000-000000000001",
    createdAt: at,
    fullName: "Maëlle Brightwater",
    company: "Quillmark Archives",
    about: "I catalogued 1,200 maps for the Tellmoor School.",
  },
  now: new Date(at),
  language: "en",
};
const account = "free" as const;

const texts = (text: string) => claimsOf(text).map((claim) => claim.text);

describe("claims of a text", () => {
  it("are names, figures and quotations, not the first words of sentences", () => {
    expect(texts("Hello Maelle! Your time at Quillmark Archives (12 years) shows.")).toEqual([
      "Maelle",
      "Quillmark Archives",
      "12",
    ]);
    expect(texts("Great work. What next?\nThanks")).toEqual([]);
    expect(texts("You wrote “maps are arguments” once.")).toEqual(["maps are arguments"]);
  });

  it("are supported where the record carries them, whatever the case and accents", () => {
    expect(unsupportedClaims("Hello Maelle, 1,200 maps for the TELLMOOR SCHOOL!", facts)).toEqual(
      [],
    );
  });

  it("end with their line and their sentence: what opens the next is no part of a name", () => {
    expect(unsupportedClaims("Your maps of Tellmoor School.\n\nTake your time.", facts)).toEqual(
      [],
    );
    expect(unsupportedClaims("Your maps of Tellmoor School. Take your time.", facts)).toEqual([]);
    const strange = unsupportedClaims("The Tellmoor School. Take Lanternworks Ltd. Then", facts);
    expect(strange.map(({ text }) => text)).toEqual(["Lanternworks Ltd"]);
  });

  it("are unsupported where it does not, each with its place", () => {
    const text = "Hello Maëlle, congratulations on joining Lanternworks after 15 years.";
    const claims = unsupportedClaims(text, facts);
    expect(claims.map((claim) => claim.text)).toEqual(["Lanternworks", "15"]);
    for (const claim of claims) expect(text.slice(claim.start, claim.end)).toBe(claim.text);
  });
});

describe("a draft", () => {
  it("is free to copy when every word stands on the record", () => {
    const draft = draftFrom(
      { content: "Hi {firstName}, how is {company}?", form: "note" },
      { account, facts },
    );
    expect(draft.concerns).toEqual([]);
    expect(canCopy(draft, new Set())).toBe(true);
  });

  it("waits until a hole, an unknown name and an over-long text were seen", () => {
    const draft = draftFrom(
      { content: `{position} {zzz} ${"x".repeat(220)}`, form: "note" },
      { account, facts },
    );
    expect(draft.concerns.map(concernKey)).toEqual([
      "missing:position",
      "unknown:zzz",
      "tooLong:body",
    ]);
    expect(canCopy(draft, new Set(["missing:position"]))).toBe(false);
    expect(canCopy(draft, new Set(draft.concerns.map(concernKey)))).toBe(true);
  });

  it("written by hand or by an AI waits until each unsupported claim was seen", () => {
    const draft = draftOf(
      { text: "Bravo for Lanternworks, Maëlle." },
      { form: "message", account, facts },
    );
    expect(draft.concerns.map(concernKey)).toEqual(["unsupported:Lanternworks"]);
    expect(canCopy(draft, new Set())).toBe(false);
  });

  it("cannot be copied while empty, seen or not", () => {
    const draft = draftOf({ text: " \n" }, { form: "message", account, facts });
    expect(canCopy(draft, new Set(["empty"]))).toBe(false);
  });

  it("holds a subject only where the form has one", () => {
    const template = { content: "Hi", subject: "{company|us}" };
    expect(draftFrom({ ...template, form: "email" }, { account, facts }).subject).toBe(
      "Quillmark Archives",
    );
    expect(draftFrom({ ...template, form: "note" }, { account, facts }).subject).toBeUndefined();
  });
});

describe("what a draft says of itself", () => {
  it("ties every claim to its place on record, whoever wrote it", () => {
    const draft = draftOf(
      { text: "Maëlle, 1,200 maps at Quillmark Archives!" },
      { form: "message", account, facts },
    );
    expect(draft.concerns).toEqual([]);
    const runs = draft.marks.map((mark) =>
      mark.kind === "fact" ? [draft.text.slice(mark.start, mark.end), mark.fact.field] : [],
    );
    expect(runs).toEqual([
      ["1,200", "about"],
      ["Quillmark Archives", "company"],
    ]);
  });

  it("marks what a template's writer put in by hand and no record carries", () => {
    const draft = draftFrom(
      {
        content: "Hi {firstName}, we met at Lanternworks with {company|your firm}.",
        form: "message",
      },
      { account, facts },
    );
    expect(draft.concerns.map(concernKey)).toEqual(["unsupported:Lanternworks"]);
    expect(draft.marks.map(({ kind, start, end }) => [kind, draft.text.slice(start, end)])).toEqual(
      [
        ["fact", "Maëlle"],
        ["unsupported", "Lanternworks"],
        ["fact", "Quillmark Archives"],
      ],
    );
  });

  it("takes a date it placed itself for what it is, edited or not", () => {
    const known = { ...facts, person: { ...facts.person, lastInteractionAt: at } };
    const placed = draftFrom({ content: "On {lastInteractionDate}." }, { account, facts: known });
    expect(placed.text).toBe("On March 4, 2026.");
    const edited = draftOf(
      { text: `${placed.text} Good.` },
      { form: "message", account, facts: known },
    );
    expect(edited.concerns).toEqual([]);
  });

  it("takes no link or address that is not on record", () => {
    const draft = draftOf(
      { text: "See https://evil.example/x or write to a@evil.example." },
      { form: "message", account, facts },
    );
    expect(draft.concerns.map(concernKey)).toEqual([
      "unsupported:https://evil.example/x",
      "unsupported:a@evil.example",
    ]);
  });

  it("tells two names apart where only one is on record", () => {
    const draft = draftOf(
      { text: "We know Quillmark Archives and Zork." },
      { form: "message", account, facts },
    );
    expect(draft.concerns.map(concernKey)).toEqual(["unsupported:Zork"]);
    expect(draft.marks.map(({ kind }) => kind)).toEqual(["fact", "unsupported"]);
  });

  it("says a thing once, and does not trip over I, days and greetings", () => {
    expect(texts("Well, I’d love to, and I think Monday works. Yes, Hi Dr Quill")).toEqual([
      "Quill",
    ]);
    const twice = draftOf(
      { text: "Is it Zork? Yes, at Zork." },
      { form: "message", account, facts },
    );
    expect(twice.concerns).toHaveLength(1);
    expect(twice.marks).toHaveLength(2);
  });
});

describe("an HTML mail", () => {
  const hostile = {
    ...facts,
    person: { ...facts.person, company: `Quartz&Fils <img src=x onerror="alert(1)">` },
  };

  it("holds facts as text, whatever is in them", () => {
    const draft = draftFrom(
      { content: "<p>How is {company}?</p>", form: "email", format: "html", subject: "S" },
      { account, facts: hostile },
    );
    expect(draft.text).toBe(
      "<p>How is Quartz&amp;Fils &lt;img src=x onerror=&quot;alert(1)&quot;&gt;?</p>",
    );
    const [mark] = draft.marks;
    expect(draft.text.slice(mark!.start, mark!.end)).toMatch(/^Quartz&amp;Fils .*&gt;$/u);
  });

  it("claims what its words say, not what its markup does", () => {
    const plain = { ...facts, person: { ...facts.person, company: "Quartz&Fils" } };
    const text = `<p style="color:Red" class="Big 12">At Quartz&amp;Fils and Zork, Maëlle</p>`;
    const draft = draftOf({ text }, { form: "email", format: "html", account, facts: plain });
    expect(draft.concerns.map(concernKey)).toEqual(["unsupported:Zork"]);
    for (const { start, end } of draft.marks) expect(text.slice(start, end)).toMatch(/^[QMZ]/u);
  });

  it("is markup only as a mail", () => {
    const draft = draftFrom(
      { content: "{company}", form: "message", format: "html" },
      { account, facts: hostile },
    );
    expect(draft.text).toContain("<img");
  });
});
