import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ID = /\b(CLK|FLD|MRG|OUT|PSH|ACK|PUL|SNP|DEL|EPO|VER|STG|LIV)-\d+\b/g;

it("every rule of SPEC.md is held by a test, and every id in a test is a rule", () => {
  const spec = readFileSync("lib/sync/SPEC.md", "utf8");
  const rules = [...spec.matchAll(/^- ([A-Z]{3}-\d+) /gm)].map(([, id]) => id);
  const tests = globSync("tests/{sync,data,cloud,server}/**/*.test.ts").map((file) =>
    readFileSync(file, "utf8"),
  );
  const quoted = new Set(tests.flatMap((text) => text.match(ID) ?? []));

  expect(rules.length).toBeGreaterThan(40);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.filter((id) => !quoted.has(id as string))).toEqual([]);
  expect([...quoted].filter((id) => !rules.includes(id))).toEqual([]);
});
