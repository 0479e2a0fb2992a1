import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { partialJson } from "@/lib/ai/partial-json";
import { readAnswer, wireSchema } from "@/lib/ai/structured";
import { draftMessage } from "@/lib/ai/tasks/draft-message";
import { languageName, roomFor, writtenSoFar } from "@/lib/ai/tasks/written";

const answer = z.object({ text: z.string().min(2), tags: z.array(z.string()).max(2) });

describe("reading an answer", () => {
  it("finds the object wherever it stands", () => {
    const value = { text: 'Hi {you} "there"', tags: ["}"] };
    const json = JSON.stringify(value);
    for (const text of [json, `\n${json} `, `Here: ${json}. Bye`, `{not json} ${json}`])
      expect(readAnswer(text, answer)).toEqual({ ok: true, answer: value });
  });

  it("says what is wrong in words a model can act on", () => {
    expect(readAnswer("Hello", answer)).toEqual({ ok: false, why: "It holds no JSON object." });
    expect(readAnswer('{"text": ', answer)).toEqual({ ok: false, why: "It is not valid JSON." });
    const read = readAnswer('{"text": "x", "tags": ["a", "b", "c"]}', answer);
    expect(read.ok ? "" : read.why).toMatch(/^text: .+; tags: /u);
  });

  it("never throws, whatever came", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readAnswer(text, answer).ok).toBe(false);
      }),
    );
  });
});

describe("the schema that is sent", () => {
  it("requires every field, allows no other, and holds no bound a provider refuses", () => {
    const schema = wireSchema(answer);
    expect(schema).toEqual({
      type: "object",
      properties: { text: { type: "string" }, tags: { type: "array", items: { type: "string" } } },
      required: ["text", "tags"],
      additionalProperties: false,
    });
    expect(JSON.stringify(wireSchema(draftMessage.answer))).not.toMatch(/min|max|\$schema/u);
  });
});

const anyObject = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });

describe("an answer that has only begun", () => {
  it("can be read at any point, and at the end is the answer", () => {
    fc.assert(
      fc.property(anyObject, fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
        const json = JSON.stringify(value);
        partialJson(json.slice(0, Math.floor(json.length * share)));
        expect(partialJson(json)).toEqual(JSON.parse(json));
      }),
    );
  });

  it("gives a text that only grows", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const whole = JSON.stringify({ variants: [{ subject: "S", text }] });
        let before = "";
        for (let end = 1; end <= whole.length; end++) {
          const shown = writtenSoFar(partialJson(whole.slice(0, end)))[0]?.text;
          if (shown === undefined) continue;
          expect(shown.startsWith(before)).toBe(true);
          before = shown;
        }
        expect(before).toBe(JSON.parse(JSON.stringify(text)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("what a task says of room and language", () => {
  it("asks for a little less than there is", () => {
    expect(roomFor({ body: 200 })).toContain("at most 180 characters");
    expect(roomFor({ body: 8_000, subject: 200 })).toBe("The subject has at most 70 characters.");
    expect(languageName("fr")).toBe("French");
  });
});
