/** What an address alone says; the page must agree before anything is kept. */
export type Address =
  | { kind: "profile"; publicId: string; section?: string }
  /** `inList`: it is open beside a list, which is of the page as much as the job. */
  | { kind: "job"; jobId: string; inList?: true }
  | { kind: "connections" | "people-search" | "job-search" }
  | { kind: "company"; company: string; page: string; section?: string }
  | { kind: "company-people"; company: string }
  | { kind: "invitations"; direction: "received" | "sent" }
  | { kind: "thread"; threadId?: string }
  | { kind: "wall" | "other" | "foreign" };

export function parseAddress(href: string): Address {
  if (!URL.canParse(href)) return { kind: "foreign" };
  const url = new URL(href);
  if (!/(^|\.)linkedin\.com$/i.test(url.hostname)) return { kind: "foreign" };
  // Links in mails lead to the same pages.
  const path = url.pathname.replace(/^\/comm(?=\/)/, "");
  if (/^\/(authwall|login|uas\/login|checkpoint|signup)(\/|$)/.test(path)) return { kind: "wall" };

  const profile = /^\/in\/([^/]+)(?:\/([^/]*))?(?:\/([^/]*))?/.exec(path);
  if (profile?.[1]) {
    const publicId = plainId(profile[1]);
    const [, , part = "", section = ""] = profile;
    if (part === "details" && section) return { kind: "profile", publicId, section };
    // "/in/name/fr/" is the same profile in another language; an overlay lies above the whole profile.
    if (part === "" || part === "overlay" || /^[a-z]{2}([-_][a-z]{2})?$/i.test(part)) {
      return { kind: "profile", publicId };
    }
    return { kind: "other" };
  }

  const jobId = jobIdOf(href);
  if (jobId && path.startsWith("/jobs")) {
    const isAlone = path.startsWith("/jobs/view/");
    return { kind: "job", jobId, ...(!isAlone && { inList: true as const }) };
  }
  return companyAddress(path) ?? listAddress(path) ?? { kind: "other" };
}

function companyAddress(path: string): Address | undefined {
  const [, page, company, section = ""] =
    /^\/(company|school|showcase)\/([^/]+)(?:\/([^/]*))?/.exec(path) ?? [];
  if (!page || !company) return undefined;
  if (section === "people") return { kind: "company-people", company: plainId(company) };
  return { kind: "company", company: plainId(company), page, ...(section && { section }) };
}

function listAddress(path: string): Address | undefined {
  if (/^\/mynetwork\/invite-connect\/connections(\/|$)/.test(path)) return { kind: "connections" };
  if (/^\/search\/results\/people(\/|$)/.test(path)) return { kind: "people-search" };
  const invitations = /^\/mynetwork\/invitation-manager(?:\/([^/]*))?/.exec(path);
  if (invitations) {
    return { kind: "invitations", direction: invitations[1] === "sent" ? "sent" : "received" };
  }
  const thread = /^\/messaging(?:\/thread\/([^/]+))?(?:\/|$)/.exec(path);
  if (thread) return { kind: "thread", ...(thread[1] && { threadId: thread[1] }) };
  // Searches, collections, one's home among jobs, and the public "/jobs/<words>-jobs-<place>".
  return /^\/jobs(\/(?!view\/)|$)/.test(path) ? { kind: "job-search" } : undefined;
}

/** Whether both addresses name the same person or the same job, whatever part of the page they point at. */
export function isSamePage(one: string, other: string): boolean {
  const [a, b] = [parseAddress(one), parseAddress(other)];
  if (a.kind === "profile" && b.kind === "profile") return a.publicId === b.publicId;
  if (a.kind === "job" && b.kind === "job") return a.jobId === b.jobId;
  if (a.kind === "company" && b.kind === "company") return a.company === b.company;
  if (a.kind === "thread" && b.kind === "thread") return a.threadId === b.threadId;
  return one === other;
}

/** The name in a profile's address, as LinkedIn compares it: decoded, lower case. */
export function publicIdOf(href: string | null | undefined): string | undefined {
  const found = /\/in\/([^/?#]+)/.exec(href ?? "")?.[1];
  return found ? plainId(found) : undefined;
}

export function jobIdOf(href: string | null | undefined): string | undefined {
  return (
    /\/jobs\/view\/(?:[^/?#]*-)?(\d+)(?=[/?#]|$)/.exec(href ?? "")?.[1] ??
    /[?&]currentJobId=(\d+)/.exec(href ?? "")?.[1]
  );
}

const COMPANY =
  /^(?:https?:\/\/(?:[a-z-]+\.)?linkedin\.com)?\/(company|school|showcase)\/([^/?#\s"'<>\\]+)/;

/** A company's own address, without what comes after its name; its number when the address holds it. */
export function companyOf(
  href: string | null | undefined,
): { companyUrl: string; companyId?: string } | undefined {
  const [, kind, name] = COMPANY.exec(href ?? "") ?? [];
  if (!kind || !name) return undefined;
  const companyUrl = `https://www.linkedin.com/${kind}/${name}/`;
  return /^\d+$/.test(name) ? { companyUrl, companyId: name } : { companyUrl };
}

/** The first company or school that something links to. */
export function companyIn(el: Element): ReturnType<typeof companyOf> {
  for (const link of el.querySelectorAll('a[href*="/company/"], a[href*="/school/"]')) {
    const company = companyOf(link.getAttribute("href"));
    if (company) return company;
  }
  return undefined;
}

/** "urn:li:fsd_profile:ACoA…" from a link that carries it, encoded or not. */
export function memberUrnOf(href: string | null | undefined): string | undefined {
  const id = /fsd_profile(?::|%3A)(ACo[\w-]+)/i.exec(href ?? "")?.[1];
  return id && memberUrn(id);
}

export const memberUrn = (id: string): string => `urn:li:fsd_profile:${id}`;
export const profileUrl = (publicId: string): string =>
  `https://www.linkedin.com/in/${encodeURIComponent(publicId)}/`;
export const jobUrl = (id: string): string => `https://www.linkedin.com/jobs/view/${id}/`;

export const companyUrl = ({ page, company }: { page: string; company: string }): string =>
  `https://www.linkedin.com/${page}/${encodeURIComponent(company)}/`;

/** A member id may stand in an address in place of the name: "/in/ACoAA…/". */
export const isMemberId = (id: string): boolean => id.startsWith("ACo");

export function plainId(id: string): string {
  const decoded = decode(id);
  return isMemberId(decoded) ? decoded : decoded.normalize("NFC").toLowerCase();
}

/** A name cut inside an escape stays as it is, and will match nothing. */
function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
