import type { JobRecord } from "../capture";
import { all } from "../dom";
import { readPills, splitJobPlace } from "../job-facts";
import type { Reader } from "../page";
import { parseSalary } from "../salary";
import { firstLine, wholeText } from "../text";
import { companyOf, jobIdOf, jobUrl } from "../url";
import { isHeading } from "../words";

/** The public job page, and the job open beside the public list. */
export const guestJob: Reader = {
  kind: "job",
  family: "guest",
  find: ({ doc }) => doc.querySelector(".topcard__title")?.closest(".top-card-layout") ?? null,
  read({ doc, address }, card) {
    if (address.kind !== "job") return { refused: { code: "unsupported-page" } };
    const ids = new Set(
      [
        jobIdOf(card.querySelector("a.topcard__link")?.getAttribute("href")),
        ...all(
          doc,
          'link[rel="canonical"], meta[property="og:url"], meta[property="lnkd:url"]',
        ).map((el) => jobIdOf(el.getAttribute("href") ?? el.getAttribute("content"))),
      ].filter((id) => id !== undefined),
    );
    if (ids.size > 0 && !(ids.size === 1 && ids.has(address.jobId))) {
      return { refused: { code: "job-mismatch", detail: [...ids].join(", ") } };
    }
    const title = firstLine(card.querySelector(".topcard__title"));
    if (!title) return { refused: { code: "still-loading" } };
    const scope =
      card.closest("main, .details-pane__content, .two-pane-serp-page__detail-view") ?? doc;
    const body = scope.querySelector(
      ".description__text .show-more-less-html__markup, .description__text",
    );
    const description = body ? wholeText(body) : "";
    const record: JobRecord = {
      externalId: address.jobId,
      title,
      ...readTop(card),
      ...readCriteria(all(scope, ".description__job-criteria-item")),
      ...(description && { description }),
      url: jobUrl(address.jobId),
    };
    const salary = parseSalary(
      firstLine(scope.querySelector(".compensation__salary, .salary")) ?? "",
    );
    if (salary) record.salary = salary;
    return {
      record,
      sections: { description: description ? "present" : "notLoaded" },
      unparsed: [],
    };
  },
};

function readTop(card: Element): JobRecord {
  const link = card.querySelector("a.topcard__org-name-link");
  const companyName = firstLine(link) ?? firstLine(card.querySelector(".topcard__flavor"));
  const place = firstLine(
    all(card, ".topcard__flavor--bullet").find(
      (el) => !el.matches(".num-applicants__caption, .topcard__flavor--metadata"),
    ),
  );
  const posted = firstLine(card.querySelector(".posted-time-ago__text"));
  const applicants = firstLine(
    card.querySelector(".num-applicants__caption, .num-applicants__figure"),
  );
  return {
    ...(companyName && { companyName }),
    ...companyOf(link?.getAttribute("href")),
    ...(place && splitJobPlace(place)),
    ...(posted && { postedText: posted }),
    ...(applicants && { applicantsText: applicants }),
  };
}

/** Seniority and employment: by the value, else by the heading, else by the order of the full list of four. */
function readCriteria(items: Element[]): JobRecord {
  const pairs = items.map((item) => ({
    heading: firstLine(item.querySelector("h3")) ?? "",
    value: firstLine(item.querySelector(".description__job-criteria-text")) ?? "",
  }));
  const record: JobRecord = {};
  pairs.forEach(({ heading, value }, index) => {
    if (!value) return;
    const full = pairs.length === 4;
    if (isHeading(heading, "jobSeniority") || (full && index === 0)) record.seniority ??= value;
    else if (isHeading(heading, "jobEmployment") || (full && index === 1))
      record.employmentType ??= value;
    else Object.assign(record, pick(value, record));
  });
  return record;
}

function pick(value: string, so: JobRecord): JobRecord {
  const { employmentType, seniority } = readPills([value]).facts;
  return {
    ...(employmentType && !so.employmentType && { employmentType }),
    ...(seniority && !so.seniority && { seniority }),
  };
}

// Seen on <country>.linkedin.com/jobs/view/<title>-<id> in April 2025.
