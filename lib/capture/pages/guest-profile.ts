import type { Education, Experience, PartialDate, PersonRecord, SectionState } from "../capture";
import { readCounts } from "../counts";
import { parseDate } from "../dates";
import { all, pictureUrl } from "../dom";
import { splitPlace } from "../experience";
import { given } from "../given";
import { checkIdentity, keptId } from "../identity";
import { isCut, type Reader, SECTIONS, type SectionName } from "../page";
import {
  keepUnparsed,
  type ListName,
  ownLines,
  type Parts,
  setAbout,
  setList,
  settleCompany,
} from "../person";
import { clean, lineAt, textsOf, wholeText } from "../text";
import { companyIn, publicIdOf } from "../url";

/** What the public page calls its sections, as class and as data-section. */
const NAMES: Partial<Record<SectionName, string>> = { about: "summary" };
/** People who are not signed in are shown stars in place of words. */
const STARS = /\*{3}/;
const TITLE = ".top-card-layout__title, .top-card__title";
const WRITTEN = ".show-more-less-text__text--more, .show-more-less-text__text--less";

/** The public profile, served whole to people who are not signed in. */
export const guestProfile: Reader = {
  kind: "profile",
  family: "guest",
  find: ({ doc, address }) => {
    if (address.kind !== "profile" || address.section) return null;
    // A company's public page has the same card.
    const isPerson = doc.querySelector(
      'meta[name="pageKey"][content^="public_profile"], section.profile',
    );
    return (isPerson && doc.querySelector(TITLE)?.closest(".top-card-layout, .top-card")) ?? null;
  },
  read(page, card) {
    const { doc } = page;
    const ids = all(doc, 'link[rel="canonical"], meta[property$=":url"]')
      .map((el) => publicIdOf(el.getAttribute("href") ?? el.getAttribute("content")))
      .filter((id) => id !== undefined);
    const problem = checkIdentity(page, ids, []);
    if (problem) return { refused: problem };
    const { company, ...top } = readTop(card);
    if (!top.fullName) return { refused: { code: "not-found" } };

    const parts: Parts = { record: { ...top, ...keptId(page, ids) }, sections: {}, unparsed: [] };
    for (const section of SECTIONS) {
      const name = NAMES[section] ?? section;
      const box = doc.querySelector(`main section.${name}, main section[data-section="${name}"]`);
      const state = box ? readSection(parts, section, box) : "absent";
      parts.sections[section] = box && isCut(page, box) ? "cutOff" : state;
    }
    settleCompany(parts.record, company);
    return parts;
  },
};

function see(root: Element, selector: string): string | undefined {
  const text = lineAt(root, selector);
  return text && STARS.test(text) ? undefined : text;
}

function readTop(card: Element): PersonRecord {
  const facts = all(
    card,
    ".profile-info-subheader span, .top-card-layout__first-subline span, .top-card__subline-item",
  ).filter((el) => !el.closest('.modal, [role="dialog"]'));
  // The place comes first, when it is given: a link or a count is none.
  const [first] = facts;
  const place = first && !first.hasAttribute("data-modal") ? textsOf(first)[0] : undefined;
  const isPlace = place && Object.keys(readCounts([place])).length === 0;
  const linked = (section: string): string | undefined =>
    see(card, `[data-section="${section}"] .top-card-link__description`);
  return given({
    fullName: see(card, TITLE),
    headline: see(card, ".top-card-layout__headline, .top-card__headline"),
    location: isPlace ? place : undefined,
    ...readCounts(facts.flatMap((el) => textsOf(el))),
    company: linked("currentPositionsDetails"),
    school: linked("educationsDetails"),
    photoUrl: pictureUrl(
      card.querySelector("img.top-card__profile-image, img.top-card-layout__entity-image"),
    ),
  });
}

function readSection(parts: Parts, section: SectionName, box: Element): SectionState {
  const items = all(box, "li");
  const shown = items.filter((li) => !STARS.test(li.textContent ?? ""));
  if (section === "about") {
    const about = textsOf(box, (el) => el.tagName === "H2");
    return setAbout(parts, STARS.test(about.join()) ? [] : about, []);
  }
  if (
    !setList(
      parts.record,
      section,
      shown.flatMap((li) => READ[section](li) ?? []),
    )
  ) {
    keepUnparsed(parts.unparsed, section, shown.length > 0 ? ownLines(box) : []);
    return "notLoaded";
  }
  return shown.length < items.length ? "cutOff" : "present";
}

const READ: Record<ListName, (li: Element) => object | undefined> = {
  experience: readPosition,
  education: readSchool,
  skills: (li) => readNamed(li, () => ({})),
  languages: (li) => readNamed(li, (level) => ({ level })),
  certifications: (li) => readNamed(li, (issuer, issuedAt) => ({ issuer, issuedAt })),
};

function readNamed(li: Element, rest: (second?: string, date?: PartialDate) => object) {
  const name = lineAt(li, "h3") ?? textsOf(li)[0];
  const date = parseDate(clean(li.querySelector("time")?.textContent));
  return name ? given({ name, ...rest(lineAt(li, "h4"), date) }) : undefined;
}

function readPosition(li: Element): Experience | undefined {
  const title = lineAt(li, ".experience-item__title, h3");
  // An item with items in it is the frame of a group.
  if (!title || li.querySelector("li")) return undefined;
  const group = li.closest(".experience-group");
  const place = all(li, ".experience-item__location, p.experience-item__meta-item").find(
    (el) => !el.querySelector("time"),
  );
  const placeText = place && textsOf(place)[0];
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

function writtenIn(li: Element): string | undefined {
  const box = li.querySelector(WRITTEN);
  return box ? wholeText(box) : undefined;
}

// Seen on <country>.linkedin.com/in/<name> in May 2024.
