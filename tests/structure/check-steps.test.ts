import { describe, expect, it } from "vitest";
import { checkSteps, lineOf, runStep, runSteps, type Step } from "../../scripts/check-steps";

const passes: Step = { name: "passes", command: "node -e 0", remedy: "None." };
const speaks: Step = {
  name: "speaks",
  command: `node -e "console.log('12 files read')"`,
  says: /(\d+ files)/,
  remedy: "None.",
};
const fails: Step = {
  name: "fails",
  command: `node -e "console.error('the reason'); process.exit(3)"`,
  remedy: "Do this.",
};

async function said(steps: Step[]) {
  const lines: string[] = [];
  const passed = await runSteps(steps, (line) => lines.push(line));
  return { passed, text: lines.join("\n") };
}

describe("the steps of the check", () => {
  it("each have a name of their own and a remedy", () => {
    expect(new Set(checkSteps.map(({ name }) => name)).size).toBe(checkSteps.length);
    expect(checkSteps.filter(({ remedy }) => !remedy.endsWith("."))).toEqual([]);
  });

  it("say one line each when they pass", async () => {
    const { passed, text } = await said([passes, speaks]);
    expect(passed).toBe(true);
    expect(text).toMatch(/^✓ {2}passes +\d+\.\d s\n✓ {2}speaks +\d+\.\d s {2}12 files$/);
  });

  it("stop at the first that fails, with its output, the remedy and what was left out", async () => {
    const { passed, text } = await said([passes, fails, speaks]);
    expect(passed).toBe(false);
    expect(text).toContain("✗  fails");
    expect(text).toContain("the reason");
    expect(text).toContain("Do this.");
    expect(text).toContain("Not run: speaks.");
  });

  it("read what colours surround", async () => {
    const outcome = await runStep(speaks);
    expect(lineOf({ ...outcome, output: "\u001B[32m34\u001B[39m files" })).toMatch(/34 files$/);
  });
});
