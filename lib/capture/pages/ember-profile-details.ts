import type { PersonRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import { isCut, type Reader, SECTIONS, type SectionName } from "../page";
import { addEntries, keepUnparsed, ownLines, type Parts, settleCompany } from "../person";
import { clean } from "../text";
import { memberUrn, profileUrl } from "../url";
import { listItems } from "./ember-profile";

/**
 * /in/<name>/details/<section>/: the whole list of one section. No card of the person stands on it; the ids of
 * the list items carry the member id, the title the name.
 */
export const emberProfileDetails: Reader = {
  kind: "profile",
  family: "ember",
  find: ({ doc, address }) => {
    if (address.kind !== "profile" || !sectionOf(address.section)) return null;
    const list = doc.querySelector(
      'main [class*="pvs-list"], main [id^="profilePagedListComponent-"]',
    );
    const section = list?.closest("section") ?? null;
    return section && listItems(section).length > 0 ? section : null;
  },
  read(page, scope) {
    const { doc, address } = page;
    const section = address.kind === "profile" ? sectionOf(address.section) : undefined;
    if (address.kind !== "profile" || !section) return { refused: { code: "unsupported-page" } };
    const members = all(scope, '[id^="profilePagedListComponent-ACo"]').map(
      (el) => /-(ACo[\w-]+?)-[A-Z]+(?:-[A-Z]+)*-VIEW/.exec(el.id)?.[1],
    );
    const [member, other] = new Set(members.filter((id) => id !== undefined));
    if (other) return { refused: { code: "identity-mismatch", detail: "two-people" } };

    const { publicId } = address;
    const record: PersonRecord = given({
      fullName: nameInTitle(doc.title),
      publicId,
      profileUrl: profileUrl(publicId),
      memberUrn: member && memberUrn(member),
    });
    const parts: Parts = { record, sections: {}, unparsed: [] };
    addEntries(parts, section, listItems(scope));
    const read = section !== "about" && record[section] !== undefined;
    if (!read) keepUnparsed(parts.unparsed, section, ownLines(scope));
    const more =
      isCut(page, scope) ||
      scope.querySelector('[class*="scaffold-finite-scroll__load-button"]') !== null;
    const loaded = more ? "cutOff" : "present";
    parts.sections[section] = read ? loaded : "notLoaded";
    settleCompany(record, undefined);
    return parts;
  },
};

function sectionOf(part: string | undefined): SectionName | undefined {
  return SECTIONS.find((section) => section === part && section !== "about");
}

/** "(1) Experience | Name | LinkedIn" */
function nameInTitle(title: string): string | undefined {
  const parts = title.split(" | ").map((part) => clean(part));
  return parts.length === 3 && parts[2] === "LinkedIn" ? parts[1] : undefined;
}

// Seen on /in/<name>/details/experience/ in March 2022.
