import * as fc from "fast-check";
import * as z from "zod";
import { describe, expect, it } from "vitest";
import { schemas } from "@/lib/model/schemas";
import { tables } from "@/lib/model/tables";
import { anyOf } from "./any-row";
import { fieldAt } from "./fields";

const names = Object.keys(tables) as (keyof typeof tables)[];

/** Keys a newer version of the product might write. */
const futureKey = fc.stringMatching(/^next[A-Z][A-Za-z]{0,10}$/);

describe.each(names)("%s", (name) => {
  const schema: z.ZodObject = schemas[name];
  const { indexes, sets, maps, counters, deviceOnly } = tables[name] as Record<
    "indexes" | "sets" | "maps" | "counters" | "deviceOnly",
    readonly string[]
  >;
  const field = (key: string) => {
    const found = schema.def.shape[key];
    return found instanceof z.ZodOptional ? found.def.innerType : found;
  };

  it("accepts every row it describes, and keeps fields it does not know", () => {
    fc.assert(
      fc.property(anyOf(schema), futureKey, fc.jsonValue(), (row, key, value) => {
        const newer = { ...(row as object), [key]: value };
        expect(schema.parse(row)).toEqual(row);
        expect(schema.parse(newer)).toEqual(newer);
      }),
      { numRuns: 60 },
    );
  });

  it("asks for an id and a time of creation, and refuses null", () => {
    fc.assert(
      fc.property(anyOf(schema), (row) => {
        for (const key of ["id", "createdAt"]) {
          expect(schema.safeParse({ ...(row as object), [key]: undefined }).success).toBe(false);
        }
        for (const key of Object.keys(row as object)) {
          expect(schema.safeParse({ ...(row as object), [key]: null }).success).toBe(false);
        }
      }),
      { numRuns: 10 },
    );
  });

  it("indexes, merges and holds back only fields it has", () => {
    const indexed = indexes.flatMap((index) => index.replace(/[[\]*&]/g, "").split("+"));
    for (const key of [...indexed, ...sets, ...maps, ...counters, ...deviceOnly]) {
      // `contact.birthday` is a field of a field.
      expect(field(key.split(".")[0]!), key).toBeDefined();
    }
    for (const key of indexes.filter((index) => index.startsWith("*"))) {
      expect(sets, `${key} is many values, so a set`).toContain(key.slice(1));
    }
  });

  it("merges lists of words as sets, objects as maps, numbers as counters", () => {
    for (const key of sets) expect(field(key), key).toBeInstanceOf(z.ZodArray);
    for (const key of maps) {
      const type = field(key);
      expect(type instanceof z.ZodRecord || type instanceof z.ZodObject, key).toBe(true);
    }
    for (const key of counters) expect(field(key), key).toBeInstanceOf(z.ZodNumber);
    const records = Object.keys(schema.def.shape).filter(
      (key) => field(key) instanceof z.ZodRecord && !deviceOnly.includes(key),
    );
    expect([...maps], "a record that is not listed would be overwritten whole").toEqual(
      expect.arrayContaining(records),
    );
  });
});

describe("references", () => {
  /** What a reference points at, by its name; those in `ELSEWHERE` have their table named beside them. */
  const TARGET: Record<string, keyof typeof tables> = {
    personId: "people",
    employerId: "companies",
    jobId: "jobs",
    messageId: "messages",
    replyMessageId: "messages",
    templateId: "templates",
    opportunityId: "opportunities",
    campaignId: "campaigns",
    enrolmentId: "enrolments",
    automationId: "automations",
    taskId: "tasks",
    candidateId: "candidates",
    documentId: "documents",
    cvDocumentId: "documents",
    applicationId: "applications",
    interviewId: "interviews",
  };

  const ELSEWHERE = new Set(["relatedId", "keptId", "goneId"]);

  it("are named alike everywhere, so that a join can be read from the name", () => {
    for (const name of names) {
      const shape = schemas[name].def.shape as z.core.$ZodShape;
      for (const key of Object.keys(shape)) {
        const inner = fieldAt(`${name}.${key}`);
        if (!(inner instanceof z.ZodUUID) || key === "id" || ELSEWHERE.has(key)) continue;
        expect(TARGET[key], `${name}.${key}`).toBeDefined();
      }
    }
  });
});
