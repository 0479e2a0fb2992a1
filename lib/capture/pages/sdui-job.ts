import type { JobRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import { readJob } from "../job";
import {
  isPlaceLine,
  partsOf,
  readMeta,
  readOrdered,
  readPills,
  splitJobPlace,
} from "../job-facts";
import { isNote } from "../job-words";
import type { Reader } from "../page";
import { keyed, keyOf } from "../sdui";
import { clean, type Line, linesOf, WRITTEN } from "../text";
import { companyOf, jobIdOf } from "../url";
import { readSduiRows } from "./sdui-job-list";

const ABOUT = "JobDetails_AboutTheJob_";
/** The smallest part of the page that holds the head of the job, too. */
const PANES = ['[data-testid="lazy-column"]', "[data-sdui-screen]", "main"];
/** So many lines below the title its facts begin. */
const NEAR = 6;

/**
 * Server-driven job. The parts of the page have keys that end in the job's number; the top has none, so it is
 * everything from the company's link to the first of these parts.
 */
export const sduiJob: Reader = {
  kind: "job",
  family: "sdui",
  find({ doc, address }) {
    const abouts = keyed(doc, ABOUT).filter((el) => el === outerOf(el));
    // A second one that is still empty may stand beside it.
    const about = abouts.find((el) => linesOf(el).length > 0) ?? abouts[0];
    if (about || address.kind !== "job") return about ?? null;
    const [part] = all(doc, '[data-sdui-component$=".aboutTheJob"]');
    // Without a part that bears a number the job's own link must stand beside the text.
    return part && idsIn(doc, part).length > 0 ? part : null;
  },
  read(page, about) {
    const { doc, address } = page;
    const jobId = address.kind === "job" ? address.jobId : "";
    const top = PANES.map((pane) => about.closest(pane))
      .map((pane) => (pane ? readTop(linesBefore(pane, about), doc.title, jobId) : {}))
      .find(({ title }) => title);
    return readJob(page, idsIn(doc, about), top ?? {}, textIn(about), readSduiRows(doc));
  },
};

/** The text itself, without what the site says below it; a parser that corrects takes the lists out of it. */
function textIn(about: Element): Element {
  const box = all(about, `${WRITTEN}, h2 + p`).find((el) => linesOf(el).length > 0);
  return box && all(about, "li").every((li) => box.contains(li)) ? box : about;
}

/** A part's key may stand on two elements, one in the other. */
const outerOf = (el: Element): Element =>
  el.parentElement?.closest(`[componentkey="${keyOf(el)}"]`) ?? el;

/** The numbers the parts of the page bear; where they bear none, that of the links in front of the text. */
function idsIn(doc: Document, about: Element): string[] {
  const keys = keyed(doc, "JobDetails").flatMap((el) => /_(\d+)$/.exec(keyOf(el))?.[1] ?? []);
  if (keys.length > 0) return keys;
  const pane = PANES.map((name) => about.closest(name)).find(Boolean);
  const links = pane ? linesBefore(pane, about).map(({ el }) => el.closest("a")) : [];
  return links.flatMap((link) => jobIdOf(link?.getAttribute("href")) ?? []);
}

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

/** "Company, Acme.": a company without a page of its own is named beside its picture. */
const isLabelled = ({ el, text }: Line): boolean => {
  const label = clean(el.closest("[aria-label]")?.getAttribute("aria-label"));
  return label !== text && label.replace(/\.$/, "").endsWith(` ${text}`);
};

/**
 * Company (a link) and title, in either order, then "place · when · how many", then pills. The title is what the
 * page is called, or a link to the job that is no pill, or else the other line beside the company.
 */
function readTop(lines: Line[], pageTitle: string, jobId: string): JobRecord {
  const company =
    lines.find(linkOf) ??
    lines.find(isLabelled) ??
    lines.find(({ text }) => titleIn(pageTitle, text) !== "");
  if (!company) return {};
  const others = lines.filter(({ text }) => text !== company.text);
  const told = titleIn(pageTitle, company.text);
  const isOwnLink = ({ el, text }: Line): boolean =>
    jobIdOf(el.closest("a")?.getAttribute("href")) === jobId && !isPill(text);
  const after = lines.slice(lines.indexOf(company)).find((line) => others.includes(line));
  const title =
    others.find(({ text }) => text === told) ??
    others.find(isOwnLink) ??
    (after && isPlaceLine(after.text) && !isPill(after.text) ? after : undefined);
  const below = others.slice(title ? others.indexOf(title) + 1 : 0).map(({ text }) => text);
  const meta = below.slice(0, NEAR).find((text) => readMeta(text).postedText);
  return given({
    title: title?.text,
    companyName: company.text,
    ...companyOf(linkOf(company)?.getAttribute("href")),
    ...(meta ? readMeta(meta) : readNext(below)),
    ...readPills(below.filter((text) => text !== meta && text.length < 60 && !isNote(text))),
  });
}

/** Where no line tells an age anybody knows, the line right below the title is the one that would. */
function readNext([first = ""]: string[]): JobRecord {
  if (first.includes("·")) return readOrdered(partsOf(first));
  const place = splitJobPlace(first.split(/\s+·\s+/)[0] ?? "");
  const isOne =
    place.workplace || /^\p{Lu}[^,\d]*, \p{Lu}[^,\d]*(?:, \p{Lu}[^,\d]*)?$/u.test(first);
  return isOne && isPlaceLine(first) ? place : {};
}

const isPill = (text: string): boolean => Object.keys(readPills([text])).length > 0;

/** "(3) Title | Company | LinkedIn" */
function titleIn(pageTitle: string, company: string): string {
  const text = clean(pageTitle).replace(/^\(\d+\+?\) /, "");
  return text.slice(0, Math.max(0, text.lastIndexOf(` | ${company} | `)));
}

// Seen on /jobs/view/<id>/ in September 2026.
