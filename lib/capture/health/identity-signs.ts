import type { AnyRecord } from "../capture";
import { CARD } from "../sdui";
import { everyElement, type Snapshot } from "../snapshot/tree";
import { isOwn, ownOf } from "../taught/own";
import { isMemberId, jobIdOf, plainId, publicIdOf } from "../url";

/** How many signs on the page are of whom the address names, how many of another, how many of nobody known. */
export type Signs = { agree: number; disagree: number; unknown: number };

const OWN_PART = /\/in\/[^/?#]+\/(?:overlay|details|recent-activity|opportunities)(?:[/?#]|$)/;

/** Only what a page says of its own subject counts: a plain link may be anybody's. */
export function identitySigns(snapshot: Snapshot, record: AnyRecord = {}): Signs {
  const own = ownOf(snapshot.url, record);
  const signs: Signs = { agree: 0, disagree: 0, unknown: 0 };
  for (const { tag, attrs = {} } of everyElement(snapshot.root)) {
    const key = attrs.componentkey ?? attrs.id ?? "";
    if (own.kind === "profile" && key.startsWith(CARD)) {
      const rest = plainId(key.slice(CARD.length));
      if (own.ids.some((id) => rest.startsWith(id))) signs.agree++;
      // Without the record a member id says nothing of the name in the address.
      else if (isMemberId(rest) && !own.ids.some(isMemberId)) signs.unknown++;
      else signs.disagree++;
      continue;
    }
    const id = PARTS[own.kind](tag, attrs, key);
    if (id === undefined) continue;
    if (isOwn(own, id)) signs.agree++;
    else signs.disagree++;
  }
  return signs;
}

type Attributes = Record<string, string>;

const PARTS = { profile: ownPart, job: jobPart, company: companyPart } as const;

function ownPart(tag: string, attrs: Attributes): string | undefined {
  if (tag === "a") return OWN_PART.test(attrs.href ?? "") ? publicIdOf(attrs.href) : undefined;
  if (tag === "link") return attrs.rel === "canonical" ? publicIdOf(attrs.href) : undefined;
  return tag === "meta" ? publicIdOf(attrs.content) : undefined;
}

/** The number stands in the page, the name in its address: they cannot be told to be of one or of two. */
function companyPart(tag: string, { rel, href }: Attributes): string | undefined {
  if (tag !== "link" || rel !== "canonical") return undefined;
  const name = /\/(?:company|school|showcase)\/([^/?#]+)/.exec(href ?? "")?.[1];
  return name === undefined || /^\d+$/.test(name) ? undefined : name;
}

function jobPart(tag: string, attrs: Attributes, key: string): string | undefined {
  const inKey = /^JobDetails_\w+?_(\d+)$/.exec(key)?.[1];
  if (inKey) return inKey;
  if (attrs["data-job-id"] && /^\d+$/.test(attrs["data-job-id"]) && tag === "button")
    return attrs["data-job-id"];
  return tag === "link" && attrs.rel === "canonical" ? jobIdOf(attrs.href) : undefined;
}
