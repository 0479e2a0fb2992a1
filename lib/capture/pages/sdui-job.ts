import type { JobRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import { readJob } from "../job";
import { readMeta, readPills } from "../job-facts";
import type { Reader } from "../page";
import { clean, type Line, linesOf } from "../text";
import { companyOf } from "../url";

const KEY = "componentkey";
const ABOUT = "JobDetails_AboutTheJob_";

/**
 * Server-driven job. The parts of the page have keys that end in the job's number; the top has none, so it is
 * everything from the company's link to the first of these parts.
 */
export const sduiJob: Reader = {
  kind: "job",
  family: "sdui",
  find: ({ doc }) => doc.querySelector(`[${KEY}^="${ABOUT}"]`),
  read(page, about) {
    const { doc } = page;
    const ids = all(doc, `[${KEY}^="${ABOUT}"]`).map((el) =>
      el.getAttribute(KEY)?.slice(ABOUT.length),
    );
    const pane = about.closest('[data-testid="lazy-column"], main, [role=main]') ?? doc.body;
    const top = readTop(linesBefore(pane, about), doc.title);
    return readJob(page, ids, top, about, (el) => /^H[1-3]$/.test(el.tagName));
  },
};

/** Lines of the pane above the description that belong to no named part of the page. */
function linesBefore(pane: Element, about: Element): Line[] {
  let passed = false;
  return linesOf(pane, (el) => {
    passed ||= el === about;
    const isNamed = el.getAttribute(KEY)?.startsWith("Job") ?? false;
    return passed || (isNamed && !el.contains(about));
  });
}

const linkOf = ({ el }: Line): Element | null =>
  el.closest('a[href*="/company/"], a[href*="/school/"]');

/** Company (a link), title, "place · when · how many", then pills that lead back to the job. */
function readTop(lines: Line[], pageTitle: string): JobRecord {
  const at = lines.findIndex(linkOf);
  const company = lines[at];
  if (!company) return {};
  const after = lines.slice(at + 1).filter(({ text }) => text !== company.text);
  const told = titleIn(pageTitle, company.text);
  const titleAt = Math.max(
    0,
    after.findIndex(({ text }) => text === told),
  );
  const below = after.slice(titleAt + 1).map(({ text }) => text);
  const meta = below.find((text) => text.includes("·"));
  return given({
    title: after[titleAt]?.text,
    companyName: company.text,
    ...companyOf(linkOf(company)?.getAttribute("href")),
    ...(meta && readMeta(meta)),
    ...readPills(below.filter((text) => text !== meta && text.length < 60)),
  });
}

/** "(3) Title | Company | LinkedIn" */
function titleIn(pageTitle: string, company: string): string {
  const text = clean(pageTitle).replace(/^\(\d+\+?\) /, "");
  return text.slice(0, Math.max(0, text.lastIndexOf(` | ${company} | `)));
}

// Seen on /jobs/view/<id>/ in September 2026.
