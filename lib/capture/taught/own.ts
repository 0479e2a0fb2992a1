import type { AnyRecord, CompanyRecord, JobRecord, PersonRecord } from "../capture";
import { all } from "../dom";
import { CARD, keyOf } from "../sdui";
import { jobIdOf, parseAddress, plainId, publicIdOf } from "../url";
import type { OneKind } from "./taught";

/** Whom or what the page, or the row, is about, by every name it has there. */
export type Own = { kind: OneKind; ids: string[] };

export function ownOf(url: string, record: AnyRecord): Own {
  const address = parseAddress(url);
  if (address.kind === "job") return { kind: "job", ids: [address.jobId] };
  if (address.kind === "company") {
    return owned("company", [address.company, (record as CompanyRecord).externalId]);
  }
  const { publicId, memberUrn } = record as PersonRecord;
  const named = address.kind === "profile" ? address.publicId : undefined;
  return owned("profile", [named, publicId, memberUrn?.split(":").at(-1)]);
}

/** Whom a row of a list is about. */
export function ownOfRow(record: PersonRecord | JobRecord): Own {
  const { externalId } = record as JobRecord;
  if (externalId !== undefined) return owned("job", [externalId]);
  const { publicId, memberUrn } = record as PersonRecord;
  return owned("profile", [publicId, memberUrn?.split(":").at(-1)]);
}

const owned = (kind: OneKind, ids: (string | undefined)[]): Own => ({
  kind,
  ids: ids.flatMap((id) => (id ? [plainId(id)] : [])),
});

export const isOwn = ({ ids }: Own, id: string): boolean => ids.includes(plainId(id));

/** A name as every page of the structure has it; undefined where it holds somebody else's id or a number of the day. */
export function patternOf(name: string, { ids }: Own): string | undefined {
  let pattern = name;
  for (const id of ids) {
    const at = Math.max(name.indexOf(id), name.toLowerCase().indexOf(id));
    if (at < 0 || id.length < 3) continue;
    pattern = `${name.slice(0, at)}{id}${name.slice(at + id.length)}`;
    break;
  }
  return /^(?:[A-Za-z]|\{id\})[A-Za-z._:\-{}()/*]*\d?$/.test(pattern) && pattern.length > 3
    ? pattern
    : undefined;
}

/** What stands for `{id}` in a name of this pattern; "" when the pattern has none and the name is it. */
export function idIn(pattern: string, name: string): string | undefined {
  const [before = "", after] = pattern.split("{id}");
  if (after === undefined) return name === pattern ? "" : undefined;
  if (name.length <= before.length + after.length) return undefined;
  const fits = name.startsWith(before) && name.endsWith(after);
  return fits ? name.slice(before.length, name.length - after.length) : undefined;
}

/**
 * Whether words in a scope stand with somebody else: in a card that names another person, or nearer to a link to
 * others than to any to the page's own.
 */
export function isElsewhere(el: Element, scope: Element, own: Own): boolean {
  for (let up: Element | null = el; up; up = up === scope ? null : up.parentElement) {
    const key = keyOf(up);
    if (own.kind === "profile" && key.startsWith(CARD)) {
      const rest = plainId(key.slice(CARD.length));
      return !own.ids.some((id) => rest.startsWith(id));
    }
    const ids = idsUnder(up, own.kind);
    if (ids.length > 0) return !ids.some((id) => isOwn(own, id));
  }
  return false;
}

/** Links that lead to whom or what a page of a kind may be about. */
const SUBJECTS: Record<Own["kind"], { links: string; idOf: (href: string) => string | undefined }> =
  {
    profile: { links: 'a[href*="/in/"]', idOf: publicIdOf },
    job: { links: 'a[href*="/jobs/"]', idOf: jobIdOf },
    // Words beside a person are about that person.
    company: {
      links: 'a[href*="/company/"], a[href*="/school/"], a[href*="/showcase/"], a[href*="/in/"]',
      idOf: (href) => companyIn(href) ?? publicIdOf(href),
    },
  };

const companyIn = (href: string): string | undefined => {
  const id = /\/(?:company|school|showcase)\/([^/?#]+)/.exec(href)?.[1];
  return id && plainId(id);
};

function idsUnder(el: Element, kind: Own["kind"]): string[] {
  const { links: selector, idOf } = SUBJECTS[kind];
  const links = el.matches(selector) ? [el, ...all(el, selector)] : all(el, selector);
  return links.flatMap((a) => idOf(a.getAttribute("href") ?? "") ?? []);
}

/** "/in/{id}/overlay/contact-info", "/company/*": where a link leads, on every page of the structure. */
export function linkPattern(link: Element | null | undefined, own: Own): string | undefined {
  const href = link?.getAttribute("href") ?? "";
  const [, company, name = "", tab = ""] =
    /\/(company|school|showcase)\/([^/?#]+)((?:\/[a-z-]+)*)/.exec(href) ?? [];
  const isItself = own.kind === "company" && isOwn(own, name);
  if (company) return isItself ? `/company/{id}${tab}` : `/${company}/*`;
  const [, path = ""] =
    /^(?:https:\/\/[^/]*linkedin\.com)?(\/(?:in|jobs)\/[^?#]*)/.exec(href) ?? [];
  const pattern = path && patternOf(path.replace(/\/$/, "").slice(1), own);
  return pattern?.includes("{id}") ? `/${pattern}` : undefined;
}
