import type { CompanyRecord, Problem, SectionState } from "./capture";
import { readCounts } from "./counts";
import { all } from "./dom";
import { externalLink, externalUrl } from "./external-link";
import { given } from "./given";
import { COMPANY_LABELS, type CompanyLabel } from "./languages/company-labels";
import { isCut, type Page, type Reading } from "./page";
import { linesOf, textsOf } from "./text";
import { writtenText } from "./written-text";
import { companyUrl, plainId } from "./url";
import { fold } from "./words";

type Pair = {
  label: CompanyLabel | undefined;
  value: string | undefined;
  link?: string | undefined;
};

const LABELS = new Map(
  Object.entries(COMPANY_LABELS).flatMap(([label, words]) =>
    words.split("|").map((word) => [fold(word), label as CompanyLabel] as const),
  ),
);
const labelIn = (text: string): CompanyLabel | undefined =>
  LABELS.get(fold(text).replace(/ ?:$/, ""));

/** The public page names each fact in a way no language changes. */
const TEST_IDS: Record<string, CompanyLabel> = {
  website: "website",
  industry: "industry",
  size: "employees",
  headquarters: "headquarters",
  organizationType: "organizationType",
  foundedOn: "foundedYear",
  specialties: "specialties",
};

/** What the page says of the company in pairs: <dt> and the <dd> after it, or a line that is a label and the next. */
export function readPairs(scope: Element): CompanyRecord {
  const terms = all(scope, "dt");
  return factsOf(terms.length > 0 ? terms.map(definition) : labelledLines(scope));
}

/** Of several <dd> the first is the fact; the others are notes ("12 on LinkedIn"). */
function definition(dt: Element): Pair {
  const dd = dt.nextElementSibling;
  const id = dt.closest('[data-test-id^="about-us__"]')?.getAttribute("data-test-id") ?? "";
  const label = TEST_IDS[id.slice("about-us__".length)] ?? labelIn(textsOf(dt).join(" "));
  if (dd?.tagName !== "DD") return { label, value: undefined };
  return { label, value: textsOf(dd)[0], link: externalLink(dd, () => true) };
}

function labelledLines(scope: Element): Pair[] {
  const lines = linesOf(scope);
  return lines.map(({ text }, index) => {
    const next = lines[index + 1];
    const isValue = next && !labelIn(next.text);
    const link = next?.el.closest("a")?.getAttribute("href") ?? null;
    return {
      label: labelIn(text),
      value: isValue ? next.text : undefined,
      link: externalUrl(link),
    };
  });
}

function factsOf(pairs: readonly Pair[]): CompanyRecord {
  const facts: Record<string, unknown> = {};
  for (const { label, value, link } of pairs) {
    if (label && value) facts[label] ??= valueOf(label, value, link);
  }
  return given(facts);
}

function valueOf(label: CompanyLabel, value: string, link: string | undefined) {
  if (label === "website") return link ?? externalUrl(value) ?? externalUrl(`https://${value}`);
  if (label === "specialties") return specialtiesOf(value);
  if (label !== "foundedYear") return value;
  const year = /(?:^|\D)(1[5-9]\d{2}|20\d{2})(?!\d)/.exec(value)?.[1];
  return year ? Number(year) : undefined;
}

/** "Fog signals, lenses, and brass" */
const specialtiesOf = (text: string): string[] =>
  text
    .split(/,\s*/)
    .map((word) => word.replace(/^(?:and|et|und|y|e|en)\s+/, "").trim())
    .filter((word) => word !== "");

/** The number in links to the company's own people and jobs, where all of them name the same one. */
export function companyNumber(scope: ParentNode): string | undefined {
  const numbers = all(scope, 'a[href*="currentCompany="], a[href*="f_C="]').flatMap((link) => {
    const list = /(?:currentCompany|f_C)=([^&#]+)/.exec(link.getAttribute("href") ?? "")?.[1] ?? "";
    return list.replace(/%[0-9a-f]{2}/gi, " ").match(/\d+/g) ?? [];
  });
  const [number, other] = new Set(numbers);
  return other === undefined ? number : undefined;
}

/** "Oslo, Norway 12,345 followers": the number at the end, with its word. */
export function followersIn(text: string): string | undefined {
  const end = /\d[\d.,'’\s]*[KkMm]?\+?\s\D+$/.exec(text)?.[0];
  return end ? readCounts([end]).followers : undefined;
}

/** "/company/acme/", and its tabs. */
const OWN =
  /\/(?:company|school|showcase)\/([^/?#]+)(?:\/(?:about|posts|jobs|people|life))?\/?(?:[?#]|$)/;

export const companyNames = (links: readonly Element[]): string[] =>
  links.flatMap((link) => {
    const href = link.getAttribute("href") ?? link.getAttribute("content");
    return OWN.exec(href ?? "")?.[1] ?? [];
  });

const isNumber = (name: string): boolean => /^\d+$/.test(name);

/** A page whose own links name another company than the address, or none, is not the one that was asked for. */
function checkCompany({ address }: Page, names: readonly string[]): Problem | undefined {
  if (address.kind !== "company") return { code: "unsupported-page" };
  // One company has a name and a number: they cannot be told to be of one or of two.
  const known = [...new Set(names.map(plainId))].filter(
    (name) => isNumber(name) === isNumber(address.company),
  );
  if (names.length === 0) return { code: "still-loading" };
  if (known.length === 0 || known.includes(address.company)) return undefined;
  return { code: "identity-mismatch", detail: known.join(", ") };
}

/** What all families say alike; `names` are those in the page's own links, `body` the text about the company. */
export function readCompany(
  page: Page,
  names: readonly string[],
  facts: CompanyRecord,
  body: Element | null,
): Reading {
  const problem = checkCompany(page, names);
  if (problem) return { refused: problem };
  if (!facts.name) return { refused: { code: "still-loading" } };
  const { address } = page;
  if (address.kind !== "company") return { refused: { code: "unsupported-page" } };
  const { company } = address;
  const number = isNumber(company) ? company : undefined;
  const description = body ? writtenText(body) : "";
  return {
    record: given({
      ...facts,
      description,
      externalId: facts.externalId ?? number,
      linkedInUrl: companyUrl(address),
    }),
    sections: { about: stateOf(page, body, description) },
    unparsed: [],
  };
}

/** The text and the facts stand on the tab "About", a part of the text at home. */
function stateOf(page: Page, body: Element | null, description: string): SectionState {
  const { address } = page;
  const isAbout = address.kind === "company" && address.section === "about";
  const isWhole = isAbout || body?.hasAttribute("data-test-id");
  if (body && description) return isWhole && !isCut(page, body) ? "present" : "cutOff";
  return isAbout ? "absent" : "notLoaded";
}
