import type { PersonRecord, Problem } from "./capture";
import { all } from "./dom";
import type { Page } from "./page";
import { isMemberId, plainId, profileUrl } from "./url";
import { fold } from "./words";

/** Links that only the shown person's own card carries; a plain /in/ link may be anybody's. */
const OWN_LINK = /\/in\/([^/?#]+)\/(?:overlay|details|recent-activity|opportunities)(?:[/?#]|$)/;

/** The names in the address that a person's own card gives for itself. */
export function ownIds(card: Element): string[] {
  const ids = all(card, 'a[href*="/in/"]').map(
    (a) => OWN_LINK.exec(a.getAttribute("href") ?? "")?.[1],
  );
  return [...new Set(ids.filter((id) => id !== undefined).map(plainId))];
}

/**
 * A page that is not surely the one in the address bar is refused: after a click LinkedIn changes the address
 * first and the page later. Ids the page gives for its person must include the one of the address, which may
 * also be the person's member id.
 */
export function checkIdentity(page: Page, ids: string[], memberIds: string[]): Problem | undefined {
  if (page.address.kind !== "profile") return { code: "not-a-profile" };
  const { publicId } = page.address;
  const members = [...new Set(memberIds)];
  if (members.length > 1) return { code: "identity-mismatch", detail: "two-people" };
  const isOther = ids.length > 0 || (isMemberId(publicId) && members.length > 0);
  if (members.includes(publicId) || ids.includes(publicId) || !isOther) return undefined;
  return { code: "identity-mismatch", detail: ids.join(", ") };
}

/** Where nothing else says whose page it is: the words of the name, all of them in the address. */
export function namesPerson({ address }: Page, name = ""): boolean {
  const words = fold(name).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return (
    address.kind === "profile" &&
    words.length > 1 &&
    words.every((word) => fold(address.publicId).includes(word))
  );
}

/** The name in the address to keep: the page's own, when the address holds a member id. */
export function keptId(page: Page, ids: string[]): Pick<PersonRecord, "publicId" | "profileUrl"> {
  if (page.address.kind !== "profile") return {};
  const { publicId: given } = page.address;
  const publicId = isMemberId(given) ? ids.find((id) => !isMemberId(id)) : given;
  return publicId ? { publicId, profileUrl: profileUrl(publicId) } : {};
}
