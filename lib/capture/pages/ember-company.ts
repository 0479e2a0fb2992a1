import type { CompanyRecord } from "../capture";
import { companyNames, companyNumber, followersIn, readCompany, readPairs } from "../company";
import { all, pictureUrl } from "../dom";
import { externalLink } from "../external-link";
import { given } from "../given";
import type { Reader } from "../page";
import { firstLine, lineAt, textsOf } from "../text";

const TITLE = ".org-top-card-summary__title";
const ITEM = ".org-top-card-summary-info-list__info-item";
const LOGO = 'img[class*="org-top-card-primary-content__logo"]';
const BODY =
  '.org-about-us-organization-description__text, .org-page-details-module__card-spacing > p, [class*="organization-about-module__content"], .org-about-module__description';

/** A company's page as members see it: its card on every tab, its facts on "About". */
export const emberCompany: Reader = {
  kind: "company",
  family: "ember",
  find: ({ doc }) => all(doc, TITLE).find(firstLine)?.closest("main") ?? null,
  read(page, main) {
    const tabs = all(main, '[class*="org-page-navigation"] a, nav a, [class*="org-top-card"] a');
    const facts = given<CompanyRecord>({
      name: all(main, TITLE).map(firstLine).find(Boolean),
      tagline: lineAt(main, ".org-top-card-summary__tagline"),
      website: externalLink(main, (a) => a.closest('[class*="org-top-card"]') !== null),
      ...readItems(main),
      ...readPairs(main),
      externalId: companyNumber(main),
      logoUrl: pictureUrl(main.querySelector(LOGO)),
    });
    return readCompany(page, companyNames(tabs), facts, main.querySelector(BODY));
  },
};

/** Industry, place, followers, size: the two without a number in this order, a product among them left out. */
function readItems(main: Element): CompanyRecord {
  const items = all(main, ITEM).filter((el) => !el.querySelector('a[href*="productCategory" i]'));
  const texts = items.flatMap((el) => textsOf(el).slice(0, 1));
  const followers = texts.map(followersIn).find(Boolean);
  const [industry, headquarters] = texts.filter((text) => !/\d/.test(text));
  // "51-200 employees", "10K+ employees"
  const employees = texts.find(
    (text) => /^\d[^\p{L}]*[KkMm]?\+?\s\p{L}/u.test(text) && !followersIn(text),
  );
  return given({ industry, headquarters, followers, employees });
}

// Told of for 2024 to 2026 by those who read it; not yet seen here.
