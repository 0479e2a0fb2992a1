import type { JobRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import { readJob } from "../job";
import { isPlaceLine, readPills, said, splitJobPlace } from "../job-facts";
import {
  isAgo,
  isApplicants,
  isEmploymentLabel,
  isOtherLabel,
  isSeniority,
  isSeniorityLabel,
} from "../job-words";
import type { Reader } from "../page";
import { firstLine, lineAt, textsOf } from "../text";
import { companyOf, jobIdOf } from "../url";
import { employmentKind } from "../words";
import { readGuestRows } from "./guest-job-list";

const TITLE = ".topcard__title, .top-card-layout__title";
const TEXT = ".show-more-less-html__markup, .description__text";
const COMPANY =
  'a.topcard__org-name-link, .topcard__flavor a[href*="/company/"], a[data-tracking-control-name="public_jobs_topcard-org-name"]';

/** The public job page, and the job open beside the public list. */
export const guestJob: Reader = {
  kind: "job",
  family: "guest",
  find({ doc }) {
    const named = doc.querySelector(".topcard__title");
    // The heads of all public pages are made alike; only a job has a text about it.
    const title = named ?? (doc.querySelector(TEXT) && doc.querySelector(TITLE));
    return title?.closest(".top-card-layout, section") ?? null;
  },
  read(page, card) {
    const { doc } = page;
    const ids = [
      ...all(card, "a.topcard__link"),
      ...all(doc, 'link[rel="canonical"], meta[property$=":url"]'),
    ].map((el) => jobIdOf(el.getAttribute("href") ?? el.getAttribute("content")));
    const scope =
      card.closest("main, .details-pane__content, .two-pane-serp-page__detail-view") ?? doc;
    const body =
      scope.querySelector(".show-more-less-html__markup") ??
      scope.querySelector(".description__text");
    const pay = lineAt(scope, ".compensation__salary, .salary");
    const facts = {
      ...readTop(card),
      ...readCriteria(all(scope, ".description__job-criteria-item")),
      ...(pay && readPills([pay])),
    };
    return readJob(page, ids, facts, body, readGuestRows(doc));
  },
};

function readTop(card: Element): JobRecord {
  const link = card.querySelector(COMPANY);
  const company =
    (link && firstLine(link)) ??
    lineAt(card, ".topcard__flavor:not(.topcard__flavor--bullet):not(.topcard__flavor--metadata)");
  const beside = card.querySelector(".top-card-layout__second-subline, .topcard__flavor-row");
  const lines = beside ? leavesOf(beside) : [];
  const place =
    all(
      card,
      ".topcard__flavor--bullet:not(.topcard__flavor--metadata):not(.num-applicants__caption)",
    )
      .flatMap((el) => textsOf(el))
      .find(isPlaceLine) ?? placeAfter(lines, company);
  return given({
    title: said(lineAt(card, TITLE)),
    companyName: said(company),
    ...companyOf(link?.getAttribute("href")),
    ...(place && splitJobPlace(place)),
    postedText: lineAt(card, ".posted-time-ago__text") ?? lines.find(isAgo),
    applicantsText:
      lineAt(card, ".num-applicants__caption, .num-applicants__figure") ?? lines.find(isApplicants),
  });
}

/** The facts stand beside each other, each in an element of its own. */
const leavesOf = (el: Element): string[] =>
  all(el, "*")
    .filter((one) => one.children.length === 0)
    .flatMap((one) => textsOf(one).slice(0, 1));

/** The line below the company, where the lines have lost their names. */
function placeAfter(lines: string[], company: string | undefined): string | undefined {
  const at = company === undefined ? -1 : lines.indexOf(company);
  const next = at < 0 ? undefined : lines[at + 1];
  return next !== undefined && isPlaceLine(next) ? next : undefined;
}

/** Seniority and employment: by the heading, else by the order of the full list of four, else by the value. */
function readCriteria(items: Element[]): JobRecord {
  const facts: JobRecord = {};
  items.forEach((item, index) => {
    const heading = lineAt(item, "h3") ?? "";
    const value = lineAt(item, ".description__job-criteria-text") ?? textsOf(item)[1] ?? "";
    const isFull = items.length === 4;
    if (isSeniorityLabel(heading)) facts.seniority = value;
    else if (isEmploymentLabel(heading)) facts.employmentType = value;
    else if (isOtherLabel(heading)) return;
    else if (isFull && index === 0) facts.seniority ??= value;
    else if (isFull && index === 1) facts.employmentType ??= value;
    else if (isFull) return;
    // "Other" may be a function of its own.
    else if (employmentKind(value)) facts.employmentType ??= value;
    else if (isSeniority(value)) facts.seniority ??= value;
  });
  return given(facts);
}

// Seen on <country>.linkedin.com/jobs/view/<title>-<id> in April 2025.
