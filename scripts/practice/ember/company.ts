import { gap, h, type Element, type Part } from "../tree";
import type { PracticeCompany } from "../world/shapes";
import { frame } from "./frame";

const CARD = "org-top-card-summary";

/** A company's page: members are served it in this form, whatever family the rest of the site is in. */
export function companyBody(company: PracticeCompany): Part[] {
  const tabs = ["", "about/", "people/"].map((tab) =>
    h("a", { href: `/company/${company.slug}/${tab}` }, tab === "" ? "Home" : tab.slice(0, -1)),
  );
  return frame(
    h(
      "main",
      { id: "main", class: "org-page" },
      h(
        "section",
        { class: "org-top-card artdeco-card" },
        h("h1", { class: `${CARD}__title` }, gap, company.name, gap),
        h(
          "div",
          { class: `${CARD}-info-list` },
          info(company.industry),
          info(company.place),
          info("1,204 followers"),
          h(
            "a",
            {
              class: `${CARD}-info-list__info-item`,
              href: `/search/results/people/?currentCompany=%5B%22${company.id}%22%5D`,
            },
            "51-200 employees",
          ),
        ),
      ),
      h("nav", { class: "org-page-navigation", "aria-label": "Company" }, tabs),
      h(
        "section",
        { class: "artdeco-card org-page-details-module__card-spacing" },
        h("h2", {}, "Overview"),
        h("p", { class: "break-words white-space-pre-wrap" }, company.about),
        h(
          "dl",
          {},
          pair("Industry", company.industry),
          pair("Company size", "51-200 employees"),
          pair("Headquarters", company.place),
        ),
      ),
    ),
  );
}

const info = (text: string): Element =>
  h("div", { class: `${CARD}-info-list__info-item` }, gap, text, gap);

const pair = (term: string, text: string): Part[] => [
  h("dt", {}, h("h3", {}, term)),
  h("dd", {}, text),
];
