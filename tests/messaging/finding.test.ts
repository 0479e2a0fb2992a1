import { describe, expect, it } from "vitest";
import { occasionIn, templatesForPurpose } from "@/lib/messaging/rules/purpose";
import { askedAt, isShortcut, ownerOf, placeSnippet, snippetsFor } from "@/lib/messaging/snippets";
import { startersOf } from "@/lib/messaging/starter/list";
import { findTemplates, orderTemplates, templateEntry } from "@/lib/messaging/template-search";
import type { TemplateStats } from "@/lib/messaging/template-stats";
import type { Template } from "@/lib/model/template";
import { idOf } from "./people";

function template(at: number, more: Partial<Template> = {}): Template {
  return { id: idOf(at), createdAt: "2026-01-01T00:00:00.000Z", name: `T${at}`, ...more };
}

describe("finding a template", () => {
  const entries = [
    template(1, { name: "Réponse après entretien", content: "Merci beaucoup", language: "fr" }),
    template(2, { name: "Thank you", category: "thanks", isDefault: true, language: "en-GB" }),
    template(3, { name: "Old thanks", content: "Thank you", isActive: false }),
    template(4, { name: "A note", form: "note", shortcut: "cal", content: "Thank heaven" }),
  ].map(templateEntry);
  const names = (query: Parameters<typeof findTemplates>[1]) =>
    findTemplates(entries, query).map(({ template: one }) => one.name);

  it("looks at name, text and shortcut, without case and accents, every word", () => {
    expect(names({ text: "REPONSE entretien" })).toEqual(["Réponse après entretien"]);
    expect(names({ text: "merci beau" })).toEqual(["Réponse après entretien"]);
    expect(names({ text: "cal" })).toEqual(["A note"]);
    expect(names({ text: "thank zzz" })).toEqual([]);
  });

  it("puts names before texts and defaults first, and leaves out what is put away", () => {
    expect(names({ text: "thank" })).toEqual(["Thank you", "A note"]);
    expect(names({ text: "thank", all: true })).toEqual(["Thank you", "Old thanks", "A note"]);
  });

  it("narrows by form, occasion and language", () => {
    expect(names({ text: "", form: "note" })).toEqual(["A note"]);
    expect(names({ text: "", form: "message", language: "fr" })).toEqual([
      "Réponse après entretien",
    ]);
    expect(names({ text: "", category: "thanks", language: "en" })).toEqual(["Thank you"]);
  });

  it("puts what is written from most, answered most or written from last first, without a rate from a few", () => {
    const stats = new Map<string, TemplateStats>([
      [idOf(1), { used: 19, replied: 19, lastUsedAt: "2026-03-01T00:00:00.000Z" }],
      [idOf(2), { used: 40, replied: 8, successRate: 0.2, lastUsedAt: "2026-01-01T00:00:00.000Z" }],
      [idOf(4), { used: 20, replied: 5, successRate: 0.25 }],
    ]);
    const all = findTemplates(entries, { text: "", all: true });
    const by = (order: Parameters<typeof orderTemplates>[1]) =>
      orderTemplates(all, order, stats).map(({ template: one }) => one.name);
    const [first, note] = ["Réponse après entretien", "A note"];
    expect(by("used")).toEqual(["Thank you", note, first, "Old thanks"]);
    expect(by("answered").slice(0, 2)).toEqual([note, "Thank you"]);
    expect(by("latest").slice(0, 2)).toEqual([first, "Thank you"]);
  });
});

describe("a snippet", () => {
  const templates = [
    template(1, { shortcut: "calendar", content: "Here is my calendar" }),
    template(2, { shortcut: "cal" }),
    template(3, { shortcut: "old", isActive: false }),
  ];

  it("is asked for by a slash and the beginning of its name, at the start of a word", () => {
    expect(askedAt("Hello /ca", 9)).toEqual({ name: "ca", from: 6, to: 9 });
    expect(askedAt("/", 1)).toEqual({ name: "", from: 0, to: 1 });
    for (const text of ["and/or", "https://x", "5/3", "a / b", "/two words"])
      expect(askedAt(text, text.length)).toBeUndefined();
  });

  it("is offered by its shortcut, the shortest first, and put in its place", () => {
    expect(snippetsFor("CA", templates).map(({ shortcut }) => shortcut)).toEqual([
      "cal",
      "calendar",
    ]);
    expect(snippetsFor("old", templates)).toEqual([]);
    expect(placeSnippet("Hello /ca there", { name: "ca", from: 6, to: 9 }, "XY")).toEqual({
      text: "Hello XY there",
      caret: 8,
    });
  });

  it("has a name of its own", () => {
    expect(ownerOf("CAL", templates)?.id).toBe(idOf(2));
    expect(ownerOf("cal", templates, idOf(2))).toBeUndefined();
    expect(ownerOf("old", templates)).toBeUndefined();
    expect(["cal", "rdv-été", "x1"].every(isShortcut)).toBe(true);
    expect(["", "-x", "two words", "a/b", "x".repeat(31)].some(isShortcut)).toBe(false);
  });
});

describe("a purpose said in words", () => {
  it.each([
    ["congratulate her on the new role", "congratulation"],
    ["le féliciter pour son nouveau poste", "congratulation"],
    ["say thanks for the call", "thanks"],
    ["relancer après mon dernier message", "followUp"],
    ["ask for an introduction", "introduction"],
    ["prendre des nouvelles", "reconnection"],
    ["something else entirely", undefined],
  ])("%s", (purpose, category) => {
    expect(occasionIn(purpose)).toBe(category);
  });

  it("finds templates of its occasion and language, the default first", () => {
    const templates = startersOf("fr").map((starter, at) =>
      template(at, { ...starter, language: "fr", isDefault: true }),
    );
    const [first] = templatesForPurpose("la remercier", templates, {
      form: "message",
      language: "fr",
    });
    expect(first?.category).toBe("thanks");
    expect(
      templatesForPurpose("la remercier", templates, { form: "message", language: "en" }),
    ).toEqual([]);
  });
});
