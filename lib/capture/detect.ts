import type { Family, PageKind, Problem } from "./capture";
import { isListKind } from "./list-kinds";
import type { Ending, Page, Reader } from "./page";

export type Detected =
  | { kind: PageKind; family: Family; ready: true; reader: Reader; scope: Element }
  | { kind: null; family: Family | null; ready: false; problem: Problem };

/** Which reader a page is for. The address says the kind; the page must show that it is one and has arrived. */
export function detect(page: Page, readers: readonly Reader[]): Detected {
  const { address } = page;
  if (address.kind === "foreign") return nothing(page, { code: "not-linkedin" });
  if (address.kind === "wall") return nothing(page, { code: "sign-in-wall" });
  if (address.kind === "other") return nothing(page, { code: "unsupported-page" });
  const kinds: string[] = [address.kind];
  // Where no job is open yet, the list in which the address opens one is still a list.
  if (address.kind === "job" && address.inList) kinds.push("job-search");
  const fitting = kinds.flatMap((one) => readers.filter(({ kind }) => kind === one));
  if (fitting.length === 0) return nothing(page, { code: "unsupported-page" });
  for (const reader of fitting) {
    const scope = reader.find(page);
    if (scope) return { kind: reader.kind, family: reader.family, ready: true, reader, scope };
  }
  return nothing(page, diagnose(page, address.kind));
}

function nothing(page: Page, problem: Problem): Detected {
  return { kind: null, family: familyOf(page.doc), ready: false, problem };
}

export function familyOf(doc: Document): Family | null {
  if (doc.querySelector("[data-sdui-screen], [data-sdui-component]")) return "sdui";
  if (doc.querySelector(".ember-view, .ember-application")) return "ember";
  return doc.querySelector('meta[name="pageKey"], .top-card-layout') ? "guest" : null;
}

export const unfinished = (ending: Ending): Problem => ({
  code: ending === "cutOff" ? "cut-off" : "still-loading",
});

/** Why there is nothing to read where the address promises something. */
function diagnose({ doc, address, ending }: Page, kind: PageKind): Problem {
  if (isWall(doc)) return { code: "sign-in-wall" };
  if (isNotFound(doc)) return { code: "not-found" };
  if (ending !== "whole") return unfinished(ending);
  const family = familyOf(doc);
  if (isListKind(kind))
    return { code: isBlank(doc) || leadsToPeople(doc) ? "still-loading" : "no-rows" };
  if (isLoading(doc, family)) return { code: "still-loading" };
  if (address.kind === "profile" && address.section) return { code: "unsupported-page" };
  if (kind === "profile") return { code: "not-a-profile" };
  return { code: family ? "unreadable" : "unsupported-page" };
}

const FORM =
  'input[name="session_key"], input[name="session_password"], input[name="loginCsrfParam"], form[action*="/uas/login"], form[action*="/checkpoint/"]';

function isWall(doc: Document): boolean {
  return doc.querySelector(FORM) !== null && !isNotFound(doc);
}

/** A guest page that has the profile's page key and no profile; the signed-in ones say it in the address or a class. */
function isNotFound(doc: Document): boolean {
  const pageKey = doc.querySelector('meta[name="pageKey"]')?.getAttribute("content") ?? "";
  return (
    /^(public_profile|d_jobs_guest_details)/.test(pageKey) ||
    /404|not[-_ ]?found/i.test(pageKey) ||
    doc.querySelector('.not-found-404, [class*="not-found__"], a[href*="trk=404"]') !== null
  );
}

/** A list may be empty, or have rows that nobody knows: both are said of the rows. */
/** People without a list of them: the page before still stands there. */
const leadsToPeople = (doc: Document): boolean =>
  doc.querySelector('main a[href*="/in/"], [role=main] a[href*="/in/"]') !== null;

const isBlank = (doc: Document): boolean =>
  (doc.querySelector("main, [role=main]")?.textContent ?? "").trim().length < 20;

/** A frame of a page with next to nothing in it. */
function isLoading(doc: Document, family: Family | null): boolean {
  const body = doc.body ?? doc.documentElement;
  if (!body || family === "guest") return false;
  if (family === null) return (body.textContent ?? "").trim().length < 200;
  const main = doc.querySelector("main, [role=main]");
  return main === null || doc.querySelector("main h1") === null;
}
