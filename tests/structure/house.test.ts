import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  barrels,
  halfPairs,
  longFiles,
  mappedAway,
  namedZod,
  oddNames,
  readersWithoutPair,
  routesWithoutTests,
  unfinished,
  unmapped,
  untested,
  vagueFolders,
} from "./house";
import { readTree, text } from "./tree";

const files = readTree();
const READERS = "lib/capture/readers/";

describe("the tree", () => {
  it("was read", () => {
    expect(files).toContain("package.json");
    expect(files.filter((file) => file.startsWith("lib/")).length).toBeGreaterThan(60);
  });

  it("has no folder for what nobody placed", () => {
    expect(vagueFolders(files)).toEqual([]);
  });

  it("names its files in lower case with hyphens", () => {
    expect(oddNames(files)).toEqual([]);
  });

  it("keeps every file under 300 lines", () => {
    expect(longFiles(files, text)).toEqual([]);
  });

  it("has no file that only passes on others", () => {
    expect(barrels(files, text)).toEqual([]);
  });

  it("imports zod as a whole, which is the small way", () => {
    expect(namedZod(files, text)).toEqual([]);
  });

  it("puts nothing off in a comment", () => {
    expect(unfinished(files, text)).toEqual([]);
  });

  it("tests every capability", () => {
    expect(untested(files)).toEqual([]);
  });

  it("shows every folder of lib in the README, and none that is gone", () => {
    expect(existsSync("README.md")).toBe(true);
    expect(unmapped(files, text("README.md"))).toEqual([]);
    expect(mappedAway(files, text("README.md"))).toEqual([]);
  });

  it("has a page and an expectation for every page reader", () => {
    const lists = files.filter((file) => file.startsWith(READERS)).map(text);
    expect(lists.join("\n")).toMatch(/from "\.\.\/pages\//);
    expect(readersWithoutPair(files, lists.join("\n"))).toEqual([]);
    expect(halfPairs(files)).toEqual([]);
  });

  it("tests what works, what fails and who may not, for every route", () => {
    expect(routesWithoutTests(files)).toEqual([]);
  });
});

describe("the checks of the tree find what they are there for", () => {
  it("vague folders, odd names, long files, barrels", () => {
    expect(vagueFolders(["lib/utils/a.ts", "lib/contacts/a.ts"])).toEqual(["lib/utils/a.ts"]);
    expect(oddNames(["lib/a/MyFile.ts", "lib/a/my_file.ts", "lib/a/my-file.test.ts"])).toEqual([
      "lib/a/MyFile.ts",
      "lib/a/my_file.ts",
    ]);
    expect(longFiles(["lib/a.ts", "drizzle/0000.ts"], () => "x\n".repeat(301))).toEqual([
      "lib/a.ts: 301 lines, at most 300",
    ]);
    const sources: Record<string, string> = {
      "lib/a/index.ts": `/** All. */\nexport * from "./b";\nexport { c } from "./c";`,
      "lib/a/d.ts": `export { c } from "./c";\nexport const d = 1;`,
    };
    expect(barrels(Object.keys(sources), (file) => sources[file]!)).toEqual(["lib/a/index.ts"]);
  });

  it("work put off", () => {
    expect(unfinished(["0.ts"], () => ["// TO", "DO: later"].join(""))).toEqual(["0.ts"]);
  });

  it("zod by name", () => {
    const sources = [
      `import { z } from "zod";`,
      `import z from "zod";`,
      `import * as z from "zod";`,
    ];
    const found = namedZod(["0.ts", "1.ts", "2.ts"], (file) => sources[Number.parseInt(file, 10)]!);
    expect(found).toEqual(["0.ts", "1.ts"]);
  });

  it("capabilities without tests or a row, and rows without a folder", () => {
    const some = [
      "lib/contacts/a.ts",
      "lib/profile/a.ts",
      "tests/contacts/a.test.ts",
      "lib/model/x.ts",
    ];
    expect(untested(some)).toEqual(["profile"]);
    const readme = "| `lib/contacts` | people |\n| `lib/model` | nouns |\n| `lib/gone` | … |";
    expect(unmapped(some, readme)).toEqual(["profile"]);
    expect(mappedAway(some, readme)).toEqual(["lib/gone"]);
  });

  it("readers without a pair, halves of a pair, routes without their three tests", () => {
    const list = `import { a } from "../pages/ember-job";\nimport { b } from "../pages/guest-job";`;
    const pages = ["ember-job--no-salary.html", "ember-job--no-salary.json", "guest-job.html"].map(
      (name) => `tests/fixtures/capture/${name}`,
    );
    expect(readersWithoutPair(pages, list)).toEqual(["guest-job"]);
    expect(halfPairs(pages)).toEqual(["tests/fixtures/capture/guest-job.html"]);
    const route = ["server/routes/me.ts", "tests/server/routes/me.happy.test.ts"];
    expect(routesWithoutTests(route)).toEqual([
      "tests/server/routes/me.error.test.ts",
      "tests/server/routes/me.security.test.ts",
    ]);
  });
});
