import type { PersonRecord, SectionState } from "../capture";
import { readCounts } from "../counts";
import { all, outermost, pictureUrl } from "../dom";
import { given } from "../given";
import { READ_GUEST } from "../guest-lists";
import { checkIdentity, keptId } from "../identity";
import { isCut, type Reader, SECTIONS, type SectionName } from "../page";
import {
  isList,
  keepUnparsed,
  ownLines,
  type Parts,
  setAbout,
  setList,
  settleCompany,
} from "../person";
import { lineAt, textsOf } from "../text";
import { publicIdOf } from "../url";
import { isHeading } from "../profile-words";

/** What the public page calls its sections, as class and as data-section, where that is another name. */
const NAMES: Partial<Record<SectionName, string>> = {
  about: "summary",
  honors: "honors-and-awards",
  testScores: "test-scores",
};
/** People who are not signed in are shown stars in place of words. */
const STARS = /\*{3}/;
const TITLE = ".top-card-layout__title, .top-card__title";

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
      const box = boxOf(doc, section);
      const state = box ? readSection(parts, section, box) : "absent";
      parts.sections[section] = box && isCut(page, box) ? "cutOff" : state;
    }
    settleCompany(parts.record, company);
    return parts;
  },
};

function boxOf(doc: Document, section: SectionName): Element | undefined {
  const name = NAMES[section] ?? section;
  return (
    doc.querySelector(`main section.${name}, main section[data-section="${name}"]`) ??
    all(doc, "main section.core-section-container").find((box) =>
      isHeading(lineAt(box, "h2, h3") ?? "", section),
    )
  );
}

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
  if (section === "about") {
    const about = textsOf(box, (el) => /^H[1-3]$/.test(el.tagName));
    return setAbout(parts, STARS.test(about.join()) ? [] : about, []);
  }
  if (section === "recommendations") return readRecommendations(parts.record, box);
  // Words alone are not shown to strangers.
  if (!isList(section)) return "notLoaded";
  // A company with several positions holds them as items of its own; elsewhere items in items are faces.
  const found = all(box, "li");
  const items = section === "experience" ? found : outermost(found);
  const shown = items.filter((li) => !STARS.test(li.textContent ?? ""));
  const entries = shown.flatMap((li) => READ_GUEST[section](li) ?? []);
  if (!setList(parts.record, section, entries)) {
    keepUnparsed(parts.unparsed, section, shown.length > 0 ? ownLines(box) : []);
    return "notLoaded";
  }
  return shown.length < items.length ? "cutOff" : "present";
}

/** "3 people have recommended …": their words are shown to members alone. */
function readRecommendations(record: PersonRecord, box: Element): SectionState {
  const count = ownLines(box)
    .map((line) => /^\D{0,12}(\d{1,4})\s/.exec(line)?.[1])
    .find(Boolean);
  if (!count) return "notLoaded";
  record.recommendationsReceived = Number(count);
  return "present";
}

// Seen on <country>.linkedin.com/in/<name> in May 2024.
