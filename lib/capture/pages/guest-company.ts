import type { CompanyRecord } from "../capture";
import { companyNames, companyNumber, followersIn, readCompany, readPairs } from "../company";
import { all, pictureUrl } from "../dom";
import { given } from "../given";
import type { Reader } from "../page";
import { lineAt } from "../text";

const TITLE = ".top-card-layout__title";

/** A company's public page. */
export const guestCompany: Reader = {
  kind: "company",
  family: "guest",
  find: ({ doc }) => doc.querySelector(TITLE)?.closest(".top-card-layout") ?? null,
  read(page, card) {
    const { doc } = page;
    const names = companyNames(all(doc, 'link[rel="canonical"], meta[property="og:url"]'));
    const main = card.closest("main") ?? card;
    const line = lineAt(card, ".top-card-layout__first-subline");
    const facts = given<CompanyRecord>({
      name: lineAt(card, TITLE),
      tagline: lineAt(card, ".top-card-layout__second-subline"),
      industry: lineAt(card, ".top-card-layout__headline"),
      followers: line && followersIn(line),
      ...readPairs(main),
      externalId: companyNumber(main),
      logoUrl: pictureUrl(card.querySelector("img.top-card-layout__entity-image")),
    });
    const body = main.querySelector('[data-test-id="about-us__description"]');
    return readCompany(page, names, facts, body);
  },
};

// Told of for 2024 to 2026 by those who read it; not yet seen here.
