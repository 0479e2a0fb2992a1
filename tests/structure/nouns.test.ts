import { describe, expect, it } from "vitest";
import * as z from "zod";
import { schemas } from "@/lib/model/schemas";
import { tables } from "@/lib/model/tables";

const files = import.meta.glob<Record<string, unknown>>("/lib/model/*.ts", { eager: true });

/** Exports that describe a row: an object with an id and a time of creation. */
const nouns = Object.entries(files).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(
      ([, value]) =>
        value instanceof z.ZodObject && "id" in value.shape && "createdAt" in value.shape,
    )
    .map(([name, schema]) => ({ file, name, schema })),
);

describe("nouns", () => {
  it("were found", () => {
    expect(nouns.length).toBeGreaterThanOrEqual(25);
  });

  it.each(nouns)("$name is the schema of one table", ({ schema }) => {
    const places = Object.values(schemas).filter((one) => Object.is(one, schema));
    expect(places).toHaveLength(1);
  });

  it.each(nouns)("$name stands in a file of its own name", ({ file, name }) => {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(file).toBe(`/lib/model/${kebab}.ts`);
  });

  it("leave no table without a noun", () => {
    expect(Object.keys(schemas)).toEqual(Object.keys(tables));
    expect(nouns).toHaveLength(Object.keys(tables).length);
  });
});
