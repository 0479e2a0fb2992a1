import { keyOf, looks, portrait } from "../looks";
import { h, type Element } from "../tree";
import { degreeWords } from "../words";
import { companies } from "../world/companies";
import { jobs } from "../world/jobs";
import { people } from "../world/people";
import { figure } from "./frame";
import { jobRow } from "./job";

/** The first page: everyone and every job there is. Nothing is captured from it. */
export function feedScreen(): Element {
  return screen(
    "feed.Home",
    h(
      "div",
      {},
      h(
        "section",
        { class: looks("card") },
        h("h2", { class: looks("name") }, "A network to practise on"),
        h(
          "p",
          {},
          `${people.length} people, ${companies.length} companies and ${jobs.length} jobs, none of them real. ` +
            "Open someone, scroll to the end of the page, and press Alt+Shift+S.",
        ),
      ),
      h(
        "section",
        { class: looks("card"), "aria-label": "People" },
        h("h2", { class: looks("title") }, "People"),
        people.map((person) =>
          h(
            "a",
            { href: `/in/${person.slug}/`, componentkey: keyOf("feed", person.slug) },
            h(
              "div",
              { class: looks("entity") },
              h("div", { class: looks("face") }, figure(portrait(person.name))),
              h(
                "div",
                {},
                h("div", { class: looks("row") }, [
                  h("p", { class: looks("strong") }, person.name),
                  h("p", { class: looks("dim") }, degreeWords[person.language][person.degree]),
                ]),
                h("p", { class: looks("dim") }, person.headline),
              ),
            ),
          ),
        ),
      ),
    ),
    h(
      "section",
      { class: looks("card"), "aria-label": "Jobs" },
      h("h2", { class: looks("title") }, "Jobs"),
      jobs.map((job) => jobRow(job, "feed")),
    ),
  );
}

/** A page that holds nothing yet: messages, notifications and the like. */
export function emptyScreen(name: string): Element {
  return screen(
    name,
    h("section", { class: looks("card") }, h("p", {}, "There is nothing here to practise on.")),
    h("div", {}),
  );
}

function screen(name: string, main: Element, side: Element): Element {
  return h(
    "div",
    { role: "main", "data-sdui-screen": `com.linkedin.sdui.flagshipnav.${name}` },
    h("main", { id: "workspace", class: looks("columns") }, main, side),
  );
}
