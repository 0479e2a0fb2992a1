import type { PersonRecord } from "./capture";
import { given } from "./given";
import { checkIdentity, keptId } from "./identity";
import { isCut, type Page, type Reading, SECTIONS, type SectionName } from "./page";
import { isList, type ListName, type Parts, readList, settleCompany } from "./person";
import { clean } from "./text";
import { memberUrn } from "./url";

type Whole = {
  scope: Element;
  items: Element[];
  ids: string[];
  members: string[];
  hasMore: boolean;
};

/** Sections whose address is not their name here. */
const ADDRESSES: Record<string, SectionName> = {
  "volunteering-experiences": "volunteering",
  "test-scores": "testScores",
  testscores: "testScores",
  "honors-and-awards": "honors",
  "licenses-and-certifications": "certifications",
};

/** The section that /in/<name>/details/<section>/ is about, if it is a list that is read. */
export function sectionOf({ address }: Page): ListName | undefined {
  const part = (address.kind === "profile" && address.section) || "";
  const section = ADDRESSES[part] ?? SECTIONS.find((one) => one === part);
  return section && isList(section) ? section : undefined;
}

/** The whole list of one section. No card of the person stands on such a page; the title has the name. */
export function readDetails(page: Page, { scope, items, ids, members, hasMore }: Whole): Reading {
  const section = sectionOf(page);
  const problem = checkIdentity(page, ids, members);
  if (problem || !section) return { refused: problem ?? { code: "unsupported-page" } };
  const [member] = members;
  const record: PersonRecord = given({
    fullName: nameInTitle(page.doc.title),
    ...keptId(page, ids),
    memberUrn: member && memberUrn(member),
  });
  const parts: Parts = { record, sections: {}, unparsed: [] };
  const state = readList(parts, section, scope, items);
  const isWhole = !hasMore && !isCut(page, scope);
  parts.sections[section] = state === "present" && !isWhole ? "cutOff" : state;
  settleCompany(record, undefined);
  return parts;
}

/** "(1) Experience | Name | LinkedIn" */
export function nameInTitle(title: string): string | undefined {
  const parts = title.split(" | ").map((part) => clean(part));
  return parts.length === 3 && parts[2] === "LinkedIn" ? parts[1] : undefined;
}
