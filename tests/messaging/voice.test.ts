import { describe, expect, it } from "vitest";
import { detectLanguage } from "@/lib/messaging/detect-language";
import { inOwnVoice } from "@/lib/messaging/rules/own-voice";
import { shortenByRule } from "@/lib/messaging/rules/shorten";
import { ENOUGH_FOR_VOICE, greetingOf, learnVoice, signOffOf } from "@/lib/messaging/voice";
import type { Message } from "@/lib/model/message";
import { idOf } from "./people";

function sent(content: string, more: Partial<Message> = {}): Message {
  return {
    id: idOf(1),
    createdAt: "2026-01-01T00:00:00.000Z",
    personId: idOf(2),
    direction: "sent",
    content,
    ...more,
  };
}
const names = ["Ada", "Maëlle", "Idris", "Jean Tellmoor", "Wren", "Mme Quill"];
const mine = names.map((name) =>
  sent(
    `Hey ${name},\n\nThanks for the maps, they’re a joy. Shall we talk on Monday?\n\nCheers,\nIdris`,
  ),
);

describe("how somebody writes", () => {
  it("is learnt from their own messages: habits, not names", () => {
    expect(learnVoice(mine, "en")).toMatchObject({
      messages: 6,
      greeting: "Hey {firstName},",
      signOff: "Cheers,\nIdris",
      formality: "informal",
      usesEmoji: false,
      exclaims: false,
    });
    expect(JSON.stringify(learnVoice(mine, "en"))).not.toMatch(/Ada|Maëlle|Wren|Quill|maps/u);
  });

  it("is not guessed from a few, from another language, from templates or from what others wrote", () => {
    expect(learnVoice(mine.slice(0, ENOUGH_FOR_VOICE - 1), "en")).toBeUndefined();
    expect(learnVoice(mine, "fr")).toBeUndefined();
    const others = mine.map((message) => ({ ...message, direction: "received" as const }));
    expect(learnVoice(others, "en")).toBeUndefined();
    const made = mine.map((message) => ({ ...message, templateId: idOf(9) }));
    expect(learnVoice(made, "en")).toBeUndefined();
  });

  it("knows formal French from familiar", () => {
    const formal = names.map((name) =>
      sent(
        `Bonjour ${name},\n\nPourriez-vous me dire ce que vous en pensez ?\n\nBien cordialement,\nIdris`,
      ),
    );
    const familiar = names.map((name) =>
      sent(`Salut ${name}, tu es là pour le café ? Ton avis me serait utile !`),
    );
    expect(learnVoice(formal, "fr")).toMatchObject({
      formality: "formal",
      greeting: "Bonjour {firstName},",
    });
    expect(learnVoice(familiar, "fr")).toMatchObject({ formality: "informal", exclaims: true });
  });

  it.each([
    ["Hi Ada, your talk", "Hi {firstName},"],
    ["Dear Dr. Ada Brightwater,", "Dear {firstName},"],
    ["Bonjour,", "Bonjour,"],
    ["Salut Jean !", "Salut {firstName} !"],
    ["History repeats", undefined],
    ["Your talk was good", undefined],
  ])("the greeting of %j is %j", (text, greeting) => {
    expect(greetingOf(text)).toBe(greeting);
  });

  it("takes no sentence, number or address for a sign-off", () => {
    expect(signOffOf("Hello\n\nBest,\nIdris")).toBe("Best,\nIdris");
    expect(signOffOf("Hello\nShall we talk?")).toBeUndefined();
    expect(signOffOf("Hello\n+33 1 00 00 00 00")).toBeUndefined();
    expect(signOffOf("One line")).toBeUndefined();
  });
});

describe("an own voice by rule", () => {
  const voice = learnVoice(mine, "en")!;

  it("puts the greeting and the sign-off in their places, and nothing else", () => {
    expect(
      inOwnVoice("Hello Maëlle,\n\nThank you.\n\nKind regards,\nIdris Fenwick", voice, "Maëlle"),
    ).toBe("Hey Maëlle,\n\nThank you.\n\nCheers,\nIdris");
    expect(inOwnVoice("Hi Maëlle, thank you.", voice, "Maëlle")).toBe(
      "Hey Maëlle, thank you.\n\nCheers,\nIdris",
    );
    expect(inOwnVoice("No greeting here.", { ...voice, signOff: undefined }, "Maëlle")).toBe(
      "No greeting here.",
    );
  });

  it("changes nothing the second time", () => {
    const once = inOwnVoice("Hello Maëlle,\n\nThank you.\n\nBest,\nIdris", voice, "Maëlle");
    expect(inOwnVoice(once, voice, "Maëlle")).toBe(once);
  });
});

describe("shorter by rule", () => {
  const text =
    "Hi Ada,\n\nI just wanted to say that your talk was really very good. I particularly enjoyed the long and winding part about the maps of the old school in the north. Shall we speak?\n\nIdris";

  it("drops padding, and the longest sentence that asks nothing", () => {
    const shorter = shortenByRule(text);
    expect(shorter).toBe("Hi Ada,\n\nYour talk was good. Shall we speak?\n\nIdris");
  });

  it("keeps greeting and question under any limit, and never grows", () => {
    for (const limit of [10, 60, 120, 500]) {
      const shorter = shortenByRule(text, limit);
      expect(shorter.length).toBeLessThanOrEqual(text.length);
      expect(shorter).toContain("Hi Ada");
      expect(shorter).toContain("Shall we speak?");
    }
  });
});

describe("the language of a text", () => {
  it("is told by its small words, or not at all", () => {
    expect(detectLanguage("Thank you for the maps and the time")).toBe("en");
    expect(detectLanguage("Merci pour les cartes et le temps")).toBe("fr");
    expect(detectLanguage("Ada")).toBeUndefined();
  });
});
