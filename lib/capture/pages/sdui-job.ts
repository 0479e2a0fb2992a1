import type { JobRecord } from "../capture";
import { given } from "../given";
import { readJob } from "../job";
import { readMeta, readPills } from "../job-facts";
import type { Reader } from "../page";
import { keyed, keyOf } from "../sdui";
import { clean, type Line, linesOf } from "../text";
import { companyOf, jobIdOf } from "../url";
import { readSduiRows } from "./sdui-job-list";

const ABOUT = "JobDetails_AboutTheJob_";
/** The smallest part of the page that holds the head of the job, too. */
const PANES = ['[data-testid="lazy-column"]', "[data-sdui-screen]", "main"];

/**
 * Server-driven job. The parts of the page have keys that end in the job's number; the top has none, so it is
 * everything from the company's link to the first of these parts.
 */
export const sduiJob: Reader = {
  kind: "job",
  family: "sdui",
  find: ({ doc }) => {
    const abouts = keyed(doc, ABOUT);
    // A second one that is still empty may stand beside it.
    return abouts.find((el) => linesOf(el).length > 0) ?? abouts[0] ?? null;
  },
  read(page, about) {
    const { doc, address } = page;
    const ids = keyed(doc, ABOUT).map((el) => keyOf(el).slice(ABOUT.length));
    const jobId = address.kind === "job" ? address.jobId : "";
    const top = PANES.map((pane) => about.closest(pane))
      .map((pane) => (pane ? readTop(linesBefore(pane, about), doc.title, jobId) : {}))
      .find(({ title }) => title);
    return readJob(page, ids, top ?? {}, about, readSduiRows(doc));
  },
};

/** Lines of the pane above the description that belong to no named part of the page. */
function linesBefore(pane: Element, about: Element): Line[] {
  let passed = false;
  return linesOf(pane, (el) => {
    passed ||= el === about;
    const isNamed = keyOf(el).startsWith("Job");
    return passed || (isNamed && !el.contains(about));
  });
}

const linkOf = ({ el }: Line): Element | null =>
  el.closest('a[href*="/company/"], a[href*="/school/"]');

/**
 * Company (a link) and title, in either order, then "place · when · how many", then pills. The title is what the
 * page is called, or a link to the job that is no pill, or else the other line beside the company.
 */
function readTop(lines: Line[], pageTitle: string, jobId: string): JobRecord {
  const company = lines.find(linkOf);
  if (!company) return {};
  const others = lines.filter(({ text }) => text !== company.text);
  const told = titleIn(pageTitle, company.text);
  const isOwnLink = ({ el, text }: Line): boolean =>
    jobIdOf(el.closest("a")?.getAttribute("href")) === jobId && !isPill(text);
  const after = lines.slice(lines.indexOf(company)).find((line) => others.includes(line));
  const title = others.find(({ text }) => text === told) ?? others.find(isOwnLink) ?? after;
  const below = others.slice(title ? others.indexOf(title) + 1 : 0).map(({ text }) => text);
  const meta = below.find((text) => text.includes("·"));
  return given({
    title: title?.text,
    companyName: company.text,
    ...companyOf(linkOf(company)?.getAttribute("href")),
    ...(meta && readMeta(meta)),
    ...readPills(below.filter((text) => text !== meta && text.length < 60)),
  });
}

const isPill = (text: string): boolean => Object.keys(readPills([text])).length > 0;

/** "(3) Title | Company | LinkedIn" */
function titleIn(pageTitle: string, company: string): string {
  const text = clean(pageTitle).replace(/^\(\d+\+?\) /, "");
  return text.slice(0, Math.max(0, text.lastIndexOf(` | ${company} | `)));
}

// Seen on /jobs/view/<id>/ in September 2026.
