import { readDetails, sectionOf } from "../details";
import { all } from "../dom";
import type { Reader } from "../page";
import { CARD, keyed, keyOf, SKILL } from "../sdui";
import { itemsOf } from "../sdui-items";
import { linesOf } from "../text";
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
    return lists.find((list) => linesOf(list).length > 0) ?? skills ?? null;
  },
  read(page, scope) {
    const { doc } = page;
    const named = all(doc, LIST).map(
      (el) => el.getAttribute("data-testid")?.split("DetailsSection_")[1],
    );
    const cards = keyed(doc, CARD)
      .filter(isDetails)
      .map((card) => OWNER.exec(keyOf(card).slice(CARD.length))?.[1]);
    const ids = [...named, ...cards].flatMap((id) => (id ? [plainId(id)] : []));
    return readDetails(page, {
      scope,
      items: itemsOf(scope),
      ids: ids.filter((id) => !isMemberId(id)),
      members: [...new Set(ids.filter(isMemberId))],
      hasMore: false,
    });
  },
};

const isDetails = (card: Element): boolean => /Details(Section)?$/.test(keyOf(card));

// Told of for 2026 by those who read it; not yet seen here.
