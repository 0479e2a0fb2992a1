import type { JobRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import { readJob } from "../job";
import { readPills, splitJobPlace } from "../job-facts";
import type { Reader } from "../page";
import { firstLine, lineAt } from "../text";
import { companyOf, jobIdOf } from "../url";
import { isHeading } from "../words";
import { readGuestRows } from "./guest-job-list";

/** The public job page, and the job open beside the public list. */
export const guestJob: Reader = {
  kind: "job",
  family: "guest",
  find: ({ doc }) =>
    doc.querySelector(".topcard__title")?.closest(".top-card-layout, section") ?? null,
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
  const link = card.querySelector("a.topcard__org-name-link");
  const place = lineAt(
    card,
    ".topcard__flavor--bullet:not(.topcard__flavor--metadata):not(.num-applicants__caption)",
  );
  return given({
    title: lineAt(card, ".topcard__title"),
    companyName: firstLine(link) ?? lineAt(card, ".topcard__flavor"),
    ...companyOf(link?.getAttribute("href")),
    ...(place && splitJobPlace(place)),
    postedText: lineAt(card, ".posted-time-ago__text"),
    applicantsText: lineAt(card, ".num-applicants__caption, .num-applicants__figure"),
  });
}

/** Seniority and employment: by the heading, else by the order of the full list of four, else by the value. */
function readCriteria(items: Element[]): JobRecord {
  const facts: JobRecord = {};
  items.forEach((item, index) => {
    const heading = lineAt(item, "h3") ?? "";
    const value = lineAt(item, ".description__job-criteria-text") ?? "";
    const isFull = items.length === 4;
    if (isHeading(heading, "jobSeniority") || (isFull && index === 0)) facts.seniority = value;
    else if (isHeading(heading, "jobEmployment") || (isFull && index === 1))
      facts.employmentType = value;
    else Object.assign(facts, { ...readPills([value]), ...facts });
  });
  return given(facts);
}

// Seen on <country>.linkedin.com/jobs/view/<title>-<id> in April 2025.
