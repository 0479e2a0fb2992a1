/** Steps that are run one after the other, each with a name, a line that says how it went, and its time. */
import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";

export interface Step {
  name: string;
  /** A command as one would type it; programs of the packages are found. */
  command: string;
  /** Picks from the output what is worth a line when all is well. */
  says?: RegExp;
  /** What to do when it fails. */
  remedy: string;
}

/** What `npm run check` asks, the quickest answers first. */
export const checkSteps: Step[] = [
  {
    name: "generated",
    command: "wxt prepare",
    remedy: "wxt.config.ts or a file in locales/ cannot be read.",
  },
  { name: "format", command: "oxfmt --check", remedy: "npm run format writes it as it should be." },
  {
    name: "lint",
    command: "oxlint --deny-warnings",
    says: /on (\d+ files with \d+ rules)/,
    remedy: "Each ban says what to do instead; oxlint --fix does the simple ones.",
  },
  {
    name: "types",
    // TypeScript 7 checks the tree eight times faster; 6 stays beside it for tools that need its API.
    command: "node node_modules/typescript-7/bin/tsc -p .",
    remedy: "The first error is often the cause of the rest.",
  },
  {
    name: "arrows",
    command: "tsx scripts/check-arrows.ts",
    says: /(\d+ of \d+ files read)/,
    remedy: "Each arrow says where the code belongs; .dependency-cruiser.ts holds them all.",
  },
  {
    name: "unused",
    command: "knip",
    remedy: "Remove what nothing uses, or use it; knip.config.ts lists the doors.",
  },
  {
    name: "structure",
    command: "vitest run tests/structure",
    says: /Tests\s+(\d+ passed)/,
    remedy: "tests/structure says what the tree must look like.",
  },
  {
    name: "unit tests",
    command: "vitest run --exclude tests/structure --exclude tests/e2e",
    says: /Tests\s+(\d+ passed)/,
    remedy: "npx vitest run FILE runs one of them.",
  },
];

export interface Outcome {
  step: Step;
  passed: boolean;
  seconds: number;
  output: string;
}

/** Runs one command and keeps what it says. */
export function runStep(step: Step, cwd = "."): Promise<Outcome> {
  const began = performance.now();
  const bin = resolve("node_modules/.bin");
  return new Promise((done, fail) => {
    const child = spawn(step.command, {
      cwd,
      shell: true,
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: string[] = [];
    child.stdout.on("data", (chunk) => output.push(String(chunk)));
    child.stderr.on("data", (chunk) => output.push(String(chunk)));
    child.on("error", fail);
    child.on("close", (code) => {
      const seconds = (performance.now() - began) / 1000;
      done({ step, passed: code === 0, seconds, output: output.join("") });
    });
  });
}

/** The one line of a step that is over. */
export function lineOf({ step, passed, seconds, output }: Outcome): string {
  const said = passed ? step.says?.exec(stripVTControlCharacters(output))?.[1] : "failed";
  const cells = [passed ? "✓" : "✗", step.name.padEnd(12), `${seconds.toFixed(1)} s`.padStart(8)];
  return [...cells, said ?? ""].join("  ").trimEnd();
}

/**
 * Runs steps until one fails. Says each step's line as it ends; of a failed one its whole output, what
 * to do, and what was not run. True when all passed.
 */
export async function runSteps(
  steps: Step[],
  say: (text: string) => void = console.log,
  run: (step: Step) => Promise<Outcome> = runStep,
): Promise<boolean> {
  for (const [index, step] of steps.entries()) {
    const outcome = await run(step);
    say(lineOf(outcome));
    if (outcome.passed) continue;
    const left = steps.slice(index + 1).map(({ name }) => name);
    say(`\n${outcome.output.trimEnd()}\n`);
    say(`Stopped at “${step.name}” (${step.command}). ${step.remedy}`);
    if (left.length > 0) say(`Not run: ${left.join(", ")}.`);
    return false;
  }
  return true;
}
