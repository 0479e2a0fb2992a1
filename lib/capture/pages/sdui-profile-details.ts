import type { Heading } from "../languages/language";
import { nameInTitle, readDetails, sectionOf } from "../details";
import { all } from "../dom";
import { namesPerson, ownIds } from "../identity";
import { type Page, type Reader, SECTIONS } from "../page";
import { isHeading } from "../profile-words";
import { CARD, keyed, keyOf, SKILL } from "../sdui";
import { itemsOf } from "../sdui-items";
import { clean, linesOf } from "../text";
import { isMemberId, plainId } from "../url";

const OWNER =
  /^(.+?)(Experience|Education|Skill|Language|Certification|License|Project|Volunteer|Honor|Publication|Patent|Course|Test-?Score|Organi[sz]ation)[\w-]*$/;
const LIST = '[data-testid^="profile_"][data-testid*="DetailsSection_"]';

/** /in/<name>/details/<section>/: the list's test id ends in the name, the card's key holds the member id. */
export const sduiProfileDetails: Reader = {
  kind: "profile",
  family: "sdui",
  find: (page) => {
    if (!sectionOf(page)) return null;
    const lists = [...all(page.doc, LIST), ...keyed(page.doc, CARD).filter(isDetails)];
    const skills = keyed(page.doc, SKILL)[0]?.closest("main");
    return lists.find((list) => linesOf(list).length > 0) ?? skills ?? underHeading(page) ?? null;
  },
  read(page, scope) {
    const { doc } = page;
    const named = all(doc, LIST).map(
      (el) => el.getAttribute("data-testid")?.split("DetailsSection_")[1],
    );
    const cards = keyed(doc, CARD)
      .filter(isDetails)
      .map((card) => OWNER.exec(keyOf(card).slice(CARD.length))?.[1]);
    const keys = [...named, ...cards].flatMap((id) => (id ? [plainId(id)] : []));
    const ids = keys.length > 0 ? keys : ownIds(scope);
    // Without a sign of its own, whose page it is says its title, if the address bears the same name.
    const isSure = ids.length > 0 || namesPerson(page, nameInTitle(doc.title));
    if (!isSure && !hasKeys(doc)) return { refused: { code: "unreadable" } };
    return readDetails(page, {
      scope,
      items: itemsOf(scope),
      ids: ids.filter((id) => !isMemberId(id)),
      members: [...new Set(ids.filter(isMemberId))],
      hasMore: false,
    });
  },
};

const hasKeys = (doc: Document): boolean => keyed(doc, SKILL).length > 0;

/** A page with nothing but the heading of this section: the profile that stood there before has those of others, too. */
function underHeading(page: Page): Element | undefined {
  const section = sectionOf(page);
  const main = page.doc.querySelector("main");
  if (!section || !main || !page.doc.querySelector("[data-sdui-screen]")) return undefined;
  const shown = all(main, "h1, h2").flatMap((heading) => {
    const text = clean(heading.textContent);
    const name = SECTIONS.find((one) => isHeading(text, one as Heading));
    return name ? [{ heading, name }] : [];
  });
  const [first, second] = shown;
  if (first?.name !== section || second) return undefined;
  const scope = first.heading.closest("section") ?? main;
  return itemsOf(scope).length > 0 ? scope : undefined;
}

const isDetails = (card: Element): boolean => /Details(Section)?$/.test(keyOf(card));

// Told of for 2026 by those who read it; not yet seen here.
