import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { complaints, readArrows } from "../../scripts/check-arrows";
import { makeCapability } from "../../scripts/new-capability";
import { unmapped, untested } from "./house";
import { plantTree } from "./planted-tree";
import { readTree } from "./tree";

const NAME = "reading-list";
const wish = { name: NAME, table: "campaigns", about: "campaigns worth a second look" };

let root = "";
let remove = () => {};

/** A copy of what a capability stands on, with a README of one row. */
beforeEach(() => {
  const readme =
    "# Map\n\n| folder | what |\n| --- | --- |\n| `lib/contacts` | people |\n\nMore.\n";
  ({ root, remove } = plantTree({ "README.md": readme }));
  for (const path of [
    "lib",
    "locales",
    "wxt.config.ts",
    "vitest.config.ts",
    "package.json",
    "public",
  ]) {
    cpSync(path, join(root, path), { recursive: true });
  }
  for (const path of ["components/ui", "server", "tests/model", ".oxfmtrc.json", "tsconfig.json"]) {
    cpSync(path, join(root, path), { recursive: true });
  }
  cpSync("entrypoints", join(root, "entrypoints"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
});
afterEach(() => remove());

const run = (bin: string, ...args: string[]) =>
  execFileSync(resolve("node_modules/.bin", bin), args, {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
  });

describe("npm run new", () => {
  it("makes a capability that is formatted, typed, tested and in its place", async () => {
    const made = makeCapability(wish, root);
    expect(made).toContain(`lib/${NAME}/store.ts`);
    run("oxfmt", ...made.filter((path) => /\.tsx?$/.test(path)), "--check");

    run("wxt", "prepare");
    const files = readTree(root);
    expect(untested(files)).not.toContain(NAME);
    expect(unmapped(files, readFileSync(join(root, "README.md"), "utf8"))).not.toContain(NAME);
    const report = await readArrows(root);
    expect(complaints(report).filter((line) => line.includes(NAME))).toEqual([]);

    const folders = ["lib", "components", "tests"].map((folder) => `${folder}/${NAME}`);
    const include = [".wxt/types/**/*.d.ts", ".wxt/i18n/*.ts", ...folders];
    writeFileSync(join(root, "new.json"), JSON.stringify({ extends: "./tsconfig.json", include }));
    run("tsc", "-p", "new.json");
    expect(run("vitest", "run", `tests/${NAME}`)).toMatch(/3 passed/);
  }, 120_000);

  it("refuses names that are none or taken, and tables that are not there", () => {
    expect(() => makeCapability({ ...wish, name: "Reading" }, root)).toThrow(
      /no name for a capability/,
    );
    expect(() => makeCapability({ ...wish, name: "contacts" }, root)).toThrow(/is there already/);
    expect(() => makeCapability({ ...wish, table: "books" }, root)).toThrow(/people, companies/);
  });
});
