import { keyOf, looks } from "../looks";
import { h, type Element } from "../tree";
import { othersBeside } from "../world/people";
import type { PracticePerson } from "../world/shapes";
import { expandable } from "./cards";

const SENTENCE =
  "Notes from the week: what we tried, what held, and the one thing that did not, which taught us more than the rest. ";

/** Posts enough to make a page about as heavy as the heaviest ones are: each with its author and a long text. */
export function posts(person: PracticePerson, bytes: number): Element {
  const authors = othersBeside(person, 23);
  const weight = 2_600;
  const rows = Array.from({ length: Math.ceil(bytes / weight) }, (_, i) =>
    post(authors[i % authors.length]!, i),
  );
  return h(
    "section",
    { role: "list", "data-testid": "carousel", componentkey: keyOf("posts", person.slug) },
    h("ul", { "data-testid": "carousel-children-container" }, rows),
  );
}

function post(author: PracticePerson, i: number): Element {
  const componentkey = keyOf("post", author.slug, String(i));
  return h(
    "li",
    { "data-testid": "carousel-child-container" },
    h(
      "div",
      { role: "listitem", componentkey },
      h(
        "a",
        { href: `https://www.linkedin.com/in/${author.slug}/`, componentkey },
        h("p", { class: looks("strong") }, author.name),
        h("p", { class: looks("dim") }, author.headline),
        h("p", { class: looks("dim") }, `${(i % 11) + 1}w • Edited •`),
      ),
      h("p", { class: looks("text") }, expandable(SENTENCE.repeat(15), "more")),
    ),
  );
}
