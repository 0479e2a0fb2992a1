import type { Experience, PersonRecord, SectionState } from "../capture";
import { readCounts } from "../counts";
import { parseDate } from "../dates";
import { all, pictureUrl } from "../dom";
import { splitPlace } from "../experience";
import { checkIdentity, keptPublicId } from "../identity";
import { type Reader, SECTIONS, type SectionName } from "../page";
import { keepUnparsed, ownLines, type Parts, settleCompany } from "../person";
import { clean, firstLine, linesOf, textsOf, wholeText } from "../text";
import { companyOf, profileUrl, publicIdOf } from "../url";

/** What the public page calls its sections, as class and as data-section. */
const NAMES: Record<SectionName, string> = {
  about: "summary",
  experience: "experience",
  education: "education",
  skills: "skills",
  languages: "languages",
  certifications: "certifications",
};
/** Signed-out visitors are shown stars instead of words. */
const STARS = /\*{3}/;

/** The public profile, served whole to people who are not signed in. */
export const guestProfile: Reader = {
  kind: "profile",
  family: "guest",
  find: ({ doc, address }) => {
    if (address.kind !== "profile" || address.section) return null;
    const title = doc.querySelector("h1.top-card-layout__title, .top-card__title");
    return title?.closest(".top-card-layout, .top-card") ?? null;
  },
  read(page, card) {
    const { doc } = page;
    const ids = all(
      doc,
      'link[rel="canonical"], meta[property="og:url"], meta[property="lnkd:url"]',
    )
      .map((el) => publicIdOf(el.getAttribute("href") ?? el.getAttribute("content")))
      .filter((id) => id !== undefined);
    const problem = checkIdentity(page, ids, []);
    if (problem) return { refused: problem };
    const { company, ...record } = readTop(card);
    if (!record.fullName) return { refused: { code: "not-found" } };

    const publicId = keptPublicId(page, ids);
    if (publicId) Object.assign(record, { publicId, profileUrl: profileUrl(publicId) });
    const parts: Parts = { record, sections: {}, unparsed: [] };
    for (const section of SECTIONS) {
      const name = NAMES[section];
      const box = doc.querySelector(`main section.${name}, main section[data-section="${name}"]`);
      parts.sections[section] = box ? readSection(parts, section, box) : "absent";
    }
    settleCompany(record, company);
    return parts;
  },
};

function readTop(card: Element): PersonRecord {
  const record: PersonRecord = {};
  const fullName = firstLine(card.querySelector(".top-card-layout__title, .top-card__title"));
  if (fullName && !STARS.test(fullName)) record.fullName = fullName;
  const headline = firstLine(card.querySelector(".top-card-layout__headline, .top-card__headline"));
  if (headline && !STARS.test(headline)) record.headline = headline;
  const under = card.querySelector(".profile-info-subheader, .top-card-layout__first-subline");
  const facts = under
    ? all(under, "span, .top-card__subline-item")
        .filter((el) => !isModal(el))
        .flatMap((el) => textsOf(el))
    : [];
  const counts = readCounts(facts);
  Object.assign(record, counts);
  // The place comes first, when it is given: a link or a count is none.
  const first = under && all(under, "span, .top-card__subline-item").find((el) => !isModal(el));
  const place = first && !isLink(first) ? firstLine(first) : undefined;
  if (place && Object.keys(readCounts([place])).length === 0) record.location = place;
  const named = (section: string): string | undefined =>
    firstLine(card.querySelector(`[data-section="${section}"] .top-card-link__description`));
  const company = named("currentPositionsDetails");
  const school = named("educationsDetails");
  if (company && !STARS.test(company)) record.company = company;
  if (school && !STARS.test(school)) record.school = school;
  const photoUrl = pictureUrl(
    card.querySelector("img.top-card__profile-image, img.top-card-layout__entity-image"),
  );
  if (photoUrl) record.photoUrl = photoUrl;
  return record;
}

const isModal = (el: Element): boolean => el.closest('.modal, [role="dialog"]') !== null;
const isLink = (el: Element): boolean =>
  el.hasAttribute("data-modal") || /(^|\s)link(\s|$)/.test(el.getAttribute("class") ?? "");

function readSection(parts: Parts, section: SectionName, box: Element): SectionState {
  const { record } = parts;
  const items = all(box, "li");
  const shown = items.filter((li) => !STARS.test(li.textContent ?? ""));
  if (section === "about") {
    const body = box.querySelector(".core-section-container__content");
    const about = body ? wholeText(body) : "";
    if (about && !STARS.test(about)) record.about = about;
  }
  if (section === "experience") record.experience = shown.flatMap(readPosition);
  if (section === "education") record.education = shown.flatMap(readSchool);
  if (section === "skills") record.skills = named(shown);
  if (section === "languages") {
    record.languages = shown.flatMap((li) => {
      const [name, level] = headed(li);
      return name ? [{ name, ...(level && { level }) }] : [];
    });
  }
  if (section === "certifications") {
    record.certifications = shown.flatMap((li) => {
      const [name, issuer] = headed(li);
      const issuedAt = parseDate(clean(li.querySelector("time")?.textContent));
      return name ? [{ name, ...(issuer && { issuer }), ...(issuedAt && { issuedAt }) }] : [];
    });
  }
  if (record[section]?.length === 0) delete record[section];
  if (!record[section]) {
    if (shown.length > 0) keepUnparsed(parts.unparsed, section, ownLines(box));
    return "notLoaded";
  }
  return shown.length < items.length ? "cutOff" : "present";
}

function readPosition(li: Element): Experience[] {
  if (li.querySelector("li")) return [];
  const title = firstLine(li.querySelector(".experience-item__title, h3"));
  if (!title) return [];
  const company = firstLine(li.querySelector(".experience-item__subtitle, h4"));
  const group = li.closest(".experience-group")?.querySelector(".experience-group-header__company");
  const place = all(li, ".experience-item__location, p.experience-item__meta-item")
    .filter((el) => !el.querySelector("time, .date-range"))
    .map((el) => firstLine(el))
    .find((text) => text !== undefined);
  const written = li.querySelector(
    ".show-more-less-text__text--more, .show-more-less-text__text--less",
  );
  const link = all(li, 'a[href*="/company/"], a[href*="/school/"]')
    .map((a) => companyOf(a.getAttribute("href")))
    .find((found) => found);
  const employer = company ?? firstLine(group);
  return [
    {
      title,
      ...(employer && { company: employer }),
      ...link,
      ...readTimes(li),
      ...(place && splitPlace(place)),
      ...(written && { description: wholeText(written) }),
    },
  ];
}

/** <time>Feb 2022</time> - Present: one <time> and a dash is an open end. */
function readTimes(li: Element): Pick<Experience, "startDate" | "endDate" | "current"> {
  const range = li.querySelector(".date-range") ?? li.querySelector("time")?.parentElement;
  const [start, end] = all(li, "time").map((time) => parseDate(clean(time.textContent)));
  if (!start) return {};
  if (end) return { startDate: start, endDate: end };
  const open = /[-–—]/.test(range?.textContent ?? "");
  return open ? { startDate: start, current: true } : { startDate: start, endDate: start };
}

function readSchool(li: Element) {
  const school = firstLine(li.querySelector("h3"));
  if (!school) return [];
  const [degree, field] = all(li, "h4 span").flatMap((span) => firstLine(span) ?? []);
  const { current: _, ...dates } = readTimes(li);
  const written = li.querySelector(
    ".show-more-less-text__text--more, .show-more-less-text__text--less",
  );
  const link = all(li, 'a[href*="/school/"], a[href*="/company/"]')
    .map((a) => companyOf(a.getAttribute("href")))
    .find((found) => found);
  return [
    {
      school,
      ...(link && { schoolUrl: link.companyUrl }),
      ...(degree && { degree }),
      ...(field && { field }),
      ...dates,
      ...(written && { description: wholeText(written) }),
    },
  ];
}

const headed = (li: Element): (string | undefined)[] => [
  firstLine(li.querySelector("h3")),
  firstLine(li.querySelector("h4")),
];
const named = (items: Element[]): { name: string }[] =>
  items.flatMap((li) =>
    linesOf(li)
      .slice(0, 1)
      .map(({ text }) => ({ name: text })),
  );

// Seen on <country>.linkedin.com/in/<name> in May 2024.
