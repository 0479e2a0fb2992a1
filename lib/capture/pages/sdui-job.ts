import type { JobRecord } from "../capture";
import { all } from "../dom";
import { readMeta, readPills } from "../job-facts";
import type { Reader } from "../page";
import { clean, type Line, linesOf, wholeText } from "../text";
import { companyOf, jobUrl } from "../url";

const ABOUT = "JobDetails_AboutTheJob_";
const KEY = "componentkey";

/**
 * Server-driven job. The parts of the page have keys that end in the job's number; the top has none, so it is
 * everything from the company's link to the first of these parts.
 */
export const sduiJob: Reader = {
  kind: "job",
  family: "sdui",
  find: ({ doc }) => doc.querySelector(`[${KEY}^="${ABOUT}"]`),
  read({ doc, address }, about) {
    if (address.kind !== "job") return { refused: { code: "unsupported-page" } };
    const keys = all(doc, `[${KEY}^="${ABOUT}"]`).map((el) => el.getAttribute(KEY) ?? "");
    const [id, other] = new Set(keys.map((key) => key.slice(ABOUT.length)));
    if (other || id !== address.jobId) {
      return { refused: { code: "job-mismatch", ...(id && { detail: id }) } };
    }
    const pane = about.closest('[data-testid="lazy-column"], main, [role=main]') ?? doc.body;
    const top = readTop(linesBefore(pane, about), doc.title);
    if (!top?.title) return { refused: { code: "still-loading" } };
    const description = wholeText(about, (el) => /^H[1-3]$/.test(el.tagName));
    const record: JobRecord = {
      externalId: id,
      ...top,
      ...(description && { description }),
      url: jobUrl(id),
    };
    return {
      record,
      sections: { description: description ? "present" : "notLoaded" },
      unparsed: [],
    };
  },
};

/** Lines of the pane above the description that belong to no named part of the page. */
function linesBefore(pane: Element, about: Element): Line[] {
  let passed = false;
  return linesOf(pane, (el) => {
    passed ||= el === about;
    return passed || (el.getAttribute(KEY)?.startsWith("Job") && !el.contains(about));
  });
}

/** Company (a link), title, "place · when · how many", then pills that lead back to the job. */
function readTop(lines: Line[], pageTitle: string): JobRecord | undefined {
  const companyAt = lines.findIndex((line) =>
    line.el.closest('a[href*="/company/"], a[href*="/school/"]'),
  );
  const company = lines[companyAt];
  if (!company) return undefined;
  const after = lines.slice(companyAt + 1).filter((line) => line.text !== company.text);
  const inTitle = titleOf(pageTitle, company.text);
  const titleAt = Math.max(
    0,
    after.findIndex((line) => line.text === inTitle),
  );
  const title = after[titleAt];
  const meta = after.slice(titleAt + 1).find((line) => line.text.includes("·"));
  const pills = after.slice(titleAt + 1).filter((line) => line !== meta && isPill(line));
  return {
    ...(title && { title: title.text }),
    companyName: company.text,
    ...companyOf(company.el.closest("a")?.getAttribute("href")),
    ...(meta && readMeta(meta.text)),
    ...readPills(pills.map((line) => line.text)).facts,
  };
}

const isPill = (line: Line): boolean =>
  line.el.closest('a[href*="/jobs/"], [role="button"], li') !== null || line.text.length < 40;

/** "(3) Title | Company | LinkedIn" */
function titleOf(pageTitle: string, company: string): string | undefined {
  const text = clean(pageTitle).replace(/^\(\d+\+?\) /, "");
  const end = text.lastIndexOf(` | ${company} | `);
  return end > 0 ? text.slice(0, end) : undefined;
}

// Seen on /jobs/view/<id>/ in September 2026.
