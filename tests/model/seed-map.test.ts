import { getTableColumns, isTable } from "drizzle-orm";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as serverTables from "@/server/tables";
import { fieldAt, valuesOf } from "./fields";
import { readSeed } from "./seed-fields";
import { readSeedMap, targets } from "./seed-map";

const map = readSeedMap();
const SEEDS = "../shared/seeds";

/** Tables of the server that come with the capability they serve; a line leaves here when the table stands. */
const TO_COME = new Set([
  "integration",
  "aiUsage",
  "professionalProfile",
  "availability",
  "chatInvitation",
  "thread",
  "threadRead",
  "chatMessage",
  "chatSession",
  "payment",
]);

const CAPABILITIES =
  "capture contacts messaging opportunities profile campaigns recruiting coffee-chats onboarding analytics notifications ai integrations account".split(
    " ",
  );

describe("docs/seed-map.md", () => {
  it("speaks of all five documents", () => {
    expect([...map.covered.keys()].toSorted()).toEqual([
      "handshake-coffee-chats.md",
      "intowork-hiring.md",
      "jobprep-onboarding.md",
      "matchpro-recruiting.md",
      "networking-assistant.md",
    ]);
    expect(map.fields.length).toBeGreaterThan(550);
    expect(map.features.length).toBeGreaterThan(100);
  });

  it("names only tables and fields of the model, and values they can hold", () => {
    const missing = [...map.fields, ...map.features]
      .flatMap((line) => targets(line.home).map((target) => ({ ...target, line })))
      .filter(({ path, value }) => {
        const field = fieldAt(path);
        return !field || (value !== undefined && !valuesOf(field).includes(value));
      })
      .map(
        ({ path, value, line }) =>
          `${line.part} ${line.left} → ${path}${value ? ` = ${value}` : ""}`,
      );
    expect(missing).toEqual([]);
  });

  it("names only columns that the server's tables have", () => {
    const columns = new Map(
      Object.entries(serverTables).flatMap(([name, table]) =>
        isTable(table) ? [[name, Object.keys(getTableColumns(table))]] : [],
      ),
    );
    const named = [...map.fields, ...map.features].flatMap(({ home }) => [
      ...home.matchAll(/`server: (\w+)\.(\w+)`/g),
    ]);
    const wrong = named.filter(([, table = "", column = ""]) => {
      if (TO_COME.has(table)) return columns.has(table);
      return !columns.get(table)?.includes(column);
    });
    expect(wrong.map(([place]) => place)).toEqual([]);
    expect(named.length).toBeGreaterThan(90);
  });

  it("gives every field a home: a field here, the server's, the device's, or a derivation", () => {
    const homeless = map.fields.filter(
      ({ home }) => targets(home).length === 0 && !/(^|`)(derived|server|device): \S/.test(home),
    );
    expect(homeless).toEqual([]);
  });

  it("says each field once", () => {
    const keys = map.fields.map(({ document, part, left }) => `${document} ${part} ${left}`);
    expect(keys).toHaveLength(new Set(keys).size);
  });

  it("gives every feature a capability, the house, or a reason for none", () => {
    const homeless = map.features.filter(({ home }) => {
      const [capability = "", reason] = home.split(":");
      if (capability === "none") return !reason?.trim();
      return ![...CAPABILITIES, "house"].includes(capability);
    });
    expect(homeless).toEqual([]);
  });

  // The documents lie beside the repository where it is developed. Elsewhere the list committed in
  // the map is what was compared, and the checks above still hold it to the schemas.
  const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith(".md")) : [];
  for (const name of seeds) {
    const text = readFileSync(join(SEEDS, name), "utf8");

    it(`lists every field of ${name}, and no other`, () => {
      for (const [collection, fields] of readSeed(text)) {
        const listed = map.fields.filter(
          (line) => line.document === name && line.part === collection,
        );
        expect(listed.map((line) => line.left).toSorted(), collection).toEqual(
          [...fields].toSorted(),
        );
      }
      const collections = new Set(map.fields.filter((l) => l.document === name).map((l) => l.part));
      expect([...collections].toSorted()).toEqual([...readSeed(text).keys()].toSorted());
    });

    it(`speaks for every line of ${name}`, () => {
      const ranges = map.covered.get(name) ?? [];
      const unsaid = text
        .split("\n")
        .map((line, index) => ({ line, number: index + 1 }))
        .filter(({ line }) => /\p{L}/u.test(line) && !/^(#|\/\/ [A-Z' ]+$)/.test(line))
        .filter(({ number }) => !ranges.some(([from, to]) => number >= from && number <= to));
      expect(unsaid).toEqual([]);
    });
  }
});
