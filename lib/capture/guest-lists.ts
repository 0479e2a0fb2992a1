import { ACCOMPLISHMENTS, type AccomplishmentList } from "./accomplishments";
import type { Accomplishment, Certification, Education, Experience } from "./capture";
import { parseDate } from "./dates";
import { all } from "./dom";
import { splitPlace } from "./experience";
import { externalLink } from "./external-link";
import { given } from "./given";
import type { ListName } from "./person";
import { clean, lineAt, textsOf, wholeText } from "./text";
import { companyIn } from "./url";

const WRITTEN = ".show-more-less-text__text--more, .show-more-less-text__text--less";

type ReadItem = (li: Element) => object | undefined;

/** The entries of a public profile's lists: a title, a line under it, dates in <time>, a text. */
export const READ_GUEST = {
  experience: readPosition,
  education: readSchool,
  skills: (li) => readNamed(li, () => ({})),
  languages: (li) => readNamed(li, (level) => ({ level })),
  certifications: (li) => readNamed(li, (issuer) => readIssue(li, issuer)),
  ...Object.fromEntries(
    ACCOMPLISHMENTS.map((list) => [list, (li: Element) => readAccomplishment(list, li)]),
  ),
} as Record<ListName, ReadItem>;

function readNamed(li: Element, rest: (second?: string) => object) {
  const name = lineAt(li, "h3") ?? textsOf(li)[0];
  return name ? given({ name, ...rest(under(li)) }) : undefined;
}

/** A dash stands where a form was left empty. */
function under(li: Element): string | undefined {
  const text = lineAt(li, "h4");
  return text === "-" ? undefined : text;
}

function readIssue(li: Element, issuer: string | undefined): Partial<Certification> {
  const [issuedAt, expiresAt] = all(li, "time").map((time) => parseDate(clean(time.textContent)));
  const id = textsOf(li)
    .map((line) => /\bID:?\s+(\S+)$/.exec(line)?.[1])
    .find(Boolean);
  const url = externalLink(li, () => true);
  return given({ issuer, issuedAt, expiresAt, credentialId: id, url });
}

function readPosition(li: Element): Experience | undefined {
  const title = lineAt(li, ".experience-item__title, h3");
  // An item with items in it is the frame of a group.
  if (!title || li.querySelector("li")) return undefined;
  const group = li.closest(".experience-group");
  const placeText = placeOf(li);
  return given({
    title,
    company:
      lineAt(li, ".experience-item__subtitle, h4") ??
      (group ? lineAt(group, ".experience-group-header__company") : undefined),
    ...companyIn(li),
    ...readTimes(li),
    ...(placeText && splitPlace(placeText)),
    description: writtenIn(li),
  });
}

function placeOf(li: Element): string | undefined {
  const place = all(li, ".experience-item__location, .experience-item__meta-item").find(
    (el) => !el.querySelector("time"),
  );
  return place && textsOf(place)[0];
}

/** <time>Feb 2022</time> - Present: one <time> and a dash is an open end. */
function readTimes(li: Element): Pick<Experience, "startDate" | "endDate" | "current"> {
  const times = all(li, "time");
  const [startDate, endDate] = times.map((time) => parseDate(clean(time.textContent)));
  const isOpen = startDate && !endDate && /[-–—]/.test(times[0]?.parentElement?.textContent ?? "");
  return {
    startDate,
    endDate: isOpen ? undefined : (endDate ?? startDate),
    current: isOpen || undefined,
  };
}

function readSchool(li: Element): Education | undefined {
  const school = lineAt(li, "h3");
  if (!school) return undefined;
  const [degree, field] = all(li, "h4 span").flatMap((span) => textsOf(span));
  const { startDate, endDate } = readTimes(li);
  const schoolUrl = companyIn(li)?.companyUrl;
  return given({
    school,
    schoolUrl,
    degree,
    field,
    startDate,
    endDate,
    description: writtenIn(li),
  });
}

function readAccomplishment(list: AccomplishmentList, li: Element): Accomplishment | undefined {
  const title = lineAt(li, "h3");
  if (!title) return undefined;
  return given({
    title,
    ...factsOf(list, li),
    url: externalLink(li, (link) => !link.closest(WRITTEN)),
    description: writtenIn(li),
  });
}

function factsOf(list: AccomplishmentList, li: Element): Partial<Accomplishment> {
  const times = readTimes(li);
  const once = { startDate: times.startDate };
  // The dates may stand in the line under the title.
  const second = li.querySelector("h4 time") ? undefined : under(li);
  switch (list) {
    case "projects":
      return times;
    case "volunteering":
      return { organization: second, ...times };
    case "organizations":
      return { role: second, ...times };
    case "courses":
      return { number: second };
    case "patents":
      return { number: second, ...once };
    case "testScores":
      return { score: second?.replace(/^[^:]*:\s*/, ""), ...once };
    case "honors":
    case "publications":
      return { organization: second, ...once };
  }
}

function writtenIn(li: Element): string | undefined {
  const box = li.querySelector(WRITTEN);
  return box ? wholeText(box) : undefined;
}
