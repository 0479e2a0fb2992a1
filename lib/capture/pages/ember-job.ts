import type { JobRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import { readJob } from "../job";
import { readMeta, readPills, splitJobPlace } from "../job-facts";
import type { Reader } from "../page";
import { firstLine, lineAt, textsOf } from "../text";
import { companyOf, jobIdOf } from "../url";
import { readEmberRows } from "./ember-job-list";

/** The card's name changed once, its parts did not. */
const part = (name: string, inside = ""): string =>
  `.job-details-jobs-unified-top-card__${name}${inside}, .jobs-unified-top-card__${name}${inside}`;
const PANE = ".jobs-search__job-details, .scaffold-layout__detail, .jobs-details, .job-view-layout";
const PILLS = `.job-details-fit-level-preferences button, .job-details-preferences-and-skills__pill, ${part("job-insight")}, ${part("workplace-type")}`;

/** Ember job: a page of its own, or the open job beside a list of others. */
export const emberJob: Reader = {
  kind: "job",
  family: "ember",
  find: ({ doc }) => all(doc, part("job-title")).find(firstLine)?.closest(PANE) ?? null,
  read(page, pane) {
    const links = all(pane, `${part("job-title", " a")}, ${part("title-container", " a")}`);
    const ids = [
      ...links.map((a) => jobIdOf(a.getAttribute("href"))),
      ...all(pane, ".jobs-apply-button").map((el) => el.getAttribute("data-job-id")),
    ];
    const body = pane.querySelector("#job-details, .jobs-description-content__text");
    return readJob(page, ids, readTop(pane), body, readEmberRows(page.doc));
  },
};

function readTop(pane: Element): JobRecord {
  const company = lineAt(pane, part("company-name"));
  const link = pane.querySelector(part("company-name", " a"));
  const meta =
    lineAt(pane, part("tertiary-description-container")) ??
    lineAt(pane, `${part("primary-description-container")}, ${part("primary-description")}`);
  const place = lineAt(pane, ".jobs-unified-top-card__bullet");
  // In 2023 the line began with the company.
  const line = company && meta?.startsWith(`${company} · `) ? meta.slice(company.length + 3) : meta;
  return given({
    title: all(pane, part("job-title")).map(firstLine).find(Boolean),
    companyName: company,
    ...companyOf(link?.getAttribute("href")),
    ...(line && readMeta(line)),
    ...(place && splitJobPlace(place)),
    ...readPills(all(pane, PILLS).flatMap(pillTexts)),
  });
}

/** A pill may be a button, which is silent where lines are read: its inner elements speak. */
function pillTexts(pill: Element): string[] {
  if (pill.tagName !== "BUTTON") return textsOf(pill);
  return [...pill.children]
    .filter((el) => el.tagName !== "SPAN" || !isSpoken(el))
    .flatMap((el) => textsOf(el));
}

const isSpoken = (el: Element): boolean => el.getAttribute("class") === "visually-hidden";

// Seen on /jobs/search/?currentJobId=<id> in June 2025.
