/**
 * npm run --silent capture -- FILE --url URL [--parser linkedom|chromium] [--health]
 *
 * Reads a saved page with the readers of the extension and prints one JSON:
 * {kind, family, record | records, sections, problems}. Kind null comes with a reason. With --health it prints which
 * sections read and by what they were known, whether the page has drifted, and the report of its structure.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Capture, ProblemCode } from "../lib/capture/capture";
import { derive } from "../lib/capture/derive";
import { read } from "../lib/capture/read";
import { allReaders } from "../lib/capture/readers/all";
import { healthOf } from "../lib/capture/health/health";
import { structureReport } from "../lib/capture/health/report";
import { takeSnapshot } from "../lib/capture/snapshot/take";
import { version } from "../package.json" with { type: "json" };
import { openSaved, parseUncorrected } from "./capture-file";

const USAGE =
  "Usage: npm run --silent capture -- FILE --url URL [--parser linkedom|chromium] [--health]\n" +
  "Reads a saved LinkedIn page and prints what stands on it as JSON; with --health, which of its sections read.";

const REASONS: Record<ProblemCode, string> = {
  "not-linkedin": "The address is not one of LinkedIn.",
  "sign-in-wall": "The page asks to sign in; it shows no profile and no job.",
  "not-found": "The page says that there is nobody, or no job, at this address.",
  "still-loading": "The page had not loaded when it was saved.",
  "not-a-profile": "The page shows no profile.",
  "identity-mismatch": "The page does not show the person of the address.",
  "job-mismatch": "The page does not show the job of the address.",
  "cut-off": "The file ends before the page does.",
  drift: "The page is made in a new way that the readers do not know.",
  "unsupported-page": "There is no reader for this kind of page.",
  "no-rows": "The list on the page is empty.",
  "row-nameless": "The row shows no name.",
  "row-unreadable": "The row could not be read.",
  unreadable: "The page could not be read.",
};

async function main(args: string[]): Promise<number> {
  const { file, url, parser, isHealth, error } = options(args);
  if (error || !file || !url) {
    process.stderr.write(`${error ?? "A file and its address are needed."}\n${USAGE}\n`);
    return 2;
  }
  const captured = await capture(file, url, parser);
  if (isHealth) printHealth(file, captured);
  else print(captured);
  return 0;
}

function options(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: "string" },
        parser: { type: "string", default: "linkedom" },
        health: { type: "boolean", default: false },
      },
    });
    const { url, parser, health } = values;
    if (positionals.length > 1) return { error: "One file at a time." };
    if (url && !URL.canParse(url)) return { error: `"${url}" is not an address.` };
    if (parser !== "linkedom" && parser !== "chromium") return { error: `No parser "${parser}".` };
    return { file: positionals[0], url, parser, isHealth: health };
  } catch (cause) {
    return { error: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function capture(file: string, url: string, parser = "linkedom"): Promise<Capture> {
  const text = readText(file);
  if (text === undefined) return unreadable(url, `no file ${file}`);
  const saved = openSaved(text);
  if (parser === "linkedom")
    return read(url, parseUncorrected(saved.html), allReaders, new Date(), saved.ending);
  const { openChromium } = await import("./capture-in-chromium");
  const browser = await openChromium();
  try {
    return await browser.read(saved, url);
  } finally {
    await browser.close();
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function unreadable(url: string, detail: string): Capture {
  const problems = [{ code: "unreadable" as const, detail }];
  const capturedAt = new Date().toISOString();
  return { kind: null, family: null, url, capturedAt, sections: {}, problems, unparsed: [] };
}

function print({ kind, family, record, records, total, sections, problems }: Capture): void {
  const [problem] = problems;
  const reason = kind === null && problem ? REASONS[problem.code] : undefined;
  const shown = {
    kind,
    family,
    ...(reason && { reason }),
    // The words of a page and what they mean, as the notebook keeps them.
    ...(record && { record: { ...record, ...derive(record) } }),
    ...(records && { records, ...(total && { total }) }),
    sections,
    problems,
  };
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
}

/** What the words of a page were read by, and how it is made: no word of the page is in it. */
function printHealth(file: string, captured: Capture): void {
  const doc = parseUncorrected(openSaved(readText(file) ?? "").html);
  const snapshot = takeSnapshot(captured.url, doc);
  const health = healthOf(snapshot, captured);
  const report = structureReport(snapshot, health, version).split("\n");
  process.stdout.write(`${JSON.stringify({ ...health, report }, null, 2)}\n`);
}

process.exitCode = await main(process.argv.slice(2));
