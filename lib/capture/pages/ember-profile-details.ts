import { readDetails, sectionOf } from "../details";
import { all } from "../dom";
import type { Reader } from "../page";
import { listItems } from "./ember-profile";

const ITEM = '[id^="profilePagedListComponent-"]';

/** /in/<name>/details/<section>/: the ids of the list items carry the member id. */
export const emberProfileDetails: Reader = {
  kind: "profile",
  family: "ember",
  find: (page) => {
    if (!sectionOf(page)) return null;
    const list = page.doc.querySelector(`main [class*="pvs-list"], main ${ITEM}`);
    const section = list?.closest("section") ?? null;
    return section && listItems(section).length > 0 ? section : null;
  },
  read(page, scope) {
    const members = all(scope, ITEM).flatMap(
      (el) => /-(ACo[\w-]+?)-[A-Z-]+-VIEW/.exec(el.id)?.[1] ?? [],
    );
    return readDetails(page, {
      scope,
      items: listItems(scope),
      ids: [],
      members: [...new Set(members)],
      hasMore: scope.querySelector('[class*="scaffold-finite-scroll__load-button"]') !== null,
    });
  },
};

// Seen on /in/<name>/details/experience/ in March 2022.
