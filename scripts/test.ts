/** `npm test`: everything, in one run. Its last line is the sum of what the runners report. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { checkSteps, lineOf, runStep, type Step } from "./check-steps";
import { run, runMain } from "./set-up.mjs";
import { add, playwrightTally, tallyOf, vitestTally, type Tally } from "./test-tally";

/** The tests among the steps of `npm run check` are run below, where each of them is counted. */
const CHECKS = checkSteps.filter(({ command }) => !command.startsWith("vitest"));

const BUILDS: Step[] = ["chrome", "edge", "firefox"].map((browser) => ({
  name: `build ${browser}`,
  command: `wxt build -b ${browser} --mv3`,
  says: /Σ Total size: (.+)/,
  remedy: `npx wxt build -b ${browser} --mv3 shows it alone.`,
}));

/** Weighs what was just built. */
const SIZE: Step = {
  name: "size",
  command: "size-limit",
  remedy: "npm run size shows what each part weighs, and its limit.",
};

const reports = mkdtempSync(join(tmpdir(), "rapport-test-"));
const began = Date.now();

await runMain(async () => {
  await ensureBrowser();
  const { passed, failed } = add(
    await steps("Check", CHECKS),
    await steps("Build", [...BUILDS, SIZE]),
    await vitest(),
    await playwright(),
  );
  rmSync(reports, { recursive: true, force: true });
  console.log(`\nAfter ${Math.round((Date.now() - began) / 1000)} s:`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
});

/** On a bare Debian, as a container is, the browser is installed; elsewhere that is the person's to decide. */
async function ensureBrowser(): Promise<void> {
  try {
    findBrowser();
  } catch (error) {
    const isOurs = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
    if (!isOurs || process.env["RAPPORT_BROWSER"]) throw error;
    title("Installing Chromium (apt-get)");
    await run("apt-get", ["update", "-qq"]);
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    findBrowser();
  }
}

async function steps(name: string, all: Step[]): Promise<Tally> {
  title(name);
  const tallies: Tally[] = [];
  for (const step of all) {
    const outcome = await runStep(step);
    console.log(lineOf(outcome));
    if (!outcome.passed) console.log(`\n${outcome.output.trimEnd()}\n${step.remedy}\n`);
    tallies.push(tallyOf(outcome.passed));
  }
  return add(...tallies);
}

async function vitest(): Promise<Tally> {
  title("Unit and API tests");
  const file = join(reports, "vitest.json");
  const args = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  await runTool("vitest/vitest.mjs", args);
  return readReport(file, vitestTally);
}

async function playwright(): Promise<Tally> {
  title("The built extension in Chromium");
  const file = join(reports, "playwright.json");
  // A whole browser may go away under a busy machine. What passed only at the second try is named as flaky.
  await runTool("@playwright/test/cli.js", ["test", "--reporter=list,json", "--retries=1"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return readReport(file, playwrightTally);
}

async function runTool(
  entry: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  await run(process.execPath, [join("node_modules", entry), ...args], {
    // What was built a moment ago need not be built again.
    env: { ...process.env, RAPPORT_BUILT: "1", ...env },
  });
}

/** A runner that left no report did not run: that is a failure, not a zero. */
function readReport<T>(file: string, tally: (report: T) => Tally): Tally {
  if (!existsSync(file)) {
    console.log("This runner ended without a report; what it said stands above.");
    return tallyOf(false);
  }
  return tally(JSON.parse(readFileSync(file, "utf8")) as T);
}

function title(text: string): void {
  console.log(`\n${text}`);
}
