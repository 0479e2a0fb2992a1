import type { CompanyRecord } from "../capture";
import { companyNames, companyNumber, followersIn, readCompany, readPairs } from "../company";
import { all, pictureUrl } from "../dom";
import { given } from "../given";
import type { Reader } from "../page";
import { mayBeHere } from "../rows/here";
import { clean, firstLine, textsOf, WRITTEN } from "../text";

/** A company's page in the newest family: the heading that is the page's title, and facts in labelled pairs. */
export const sduiCompany: Reader = {
  kind: "company",
  family: "sdui",
  find(page) {
    // The page before may still stand there: a person's is made alike.
    if (!mayBeHere(page, "company")) return null;
    return headingIn(page.doc)?.closest("main, [role=main], [data-sdui-screen]") ?? null;
  },
  read(page, main) {
    const heading = headingIn(page.doc);
    const texts = textsOf(main);
    const tabs = all(
      main,
      'a[href*="/about"], a[href*="/posts"], a[href*="/people"], a[href*="/jobs"]',
    );
    const facts = given<CompanyRecord>({
      name: heading && firstLine(heading),
      followers: texts.map(followersIn).find(Boolean),
      ...readPairs(main),
      externalId: companyNumber(main),
      logoUrl: pictureUrl(main.querySelector('img[src*="company-logo"]')),
    });
    return readCompany(page, companyNames(tabs), facts, main.querySelector(WRITTEN));
  },
};

/** "(2) Acme: About | LinkedIn", "Acme | LinkedIn" */
function headingIn(doc: Document): Element | undefined {
  const title = clean(doc.title).replace(/^\(\d+\+?\) /, "");
  return all(doc, "[data-sdui-screen] h1, [data-sdui-screen] h2").find((heading) => {
    const name = firstLine(heading);
    return name && (title.startsWith(`${name}: `) || title.startsWith(`${name} | `));
  });
}

// Not yet seen: by analogy with the other pages of 2026.
