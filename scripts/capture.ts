/**
 * npm run --silent capture -- FILE --url URL [--parser linkedom|chromium]
 *
 * Reads a saved page with the readers of the extension and prints one JSON:
 * {kind, family, record | records, sections, problems}. Kind null comes with a reason.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Capture, ProblemCode } from "../lib/capture/capture";
import { derive } from "../lib/capture/derive";
import { read } from "../lib/capture/read";
import { allReaders } from "../lib/capture/readers/all";
import { openSaved, parseUncorrected } from "./capture-file";

const USAGE =
  "Usage: npm run --silent capture -- FILE --url URL [--parser linkedom|chromium]\n" +
  "Reads a saved LinkedIn page and prints what stands on it as JSON.";

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
  const { file, url, parser, error } = options(args);
  if (error || !file || !url) {
    process.stderr.write(`${error ?? "A file and its address are needed."}\n${USAGE}\n`);
    return 2;
  }
  print(await capture(file, url, parser));
  return 0;
}

function options(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { url: { type: "string" }, parser: { type: "string", default: "linkedom" } },
    });
    const { url, parser } = values;
    if (positionals.length > 1) return { error: "One file at a time." };
    if (url && !URL.canParse(url)) return { error: `"${url}" is not an address.` };
    if (parser !== "linkedom" && parser !== "chromium") return { error: `No parser "${parser}".` };
    return { file: positionals[0], url, parser };
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

process.exitCode = await main(process.argv.slice(2));
