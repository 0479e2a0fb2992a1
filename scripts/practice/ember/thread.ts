import { h, type Element, type Part } from "../tree";
import type { PracticePerson } from "../world/shapes";
import { frame } from "./frame";

const LIST = "msg-s-message-list";
const ITEM = "msg-s-event-listitem";

/** A conversation with somebody of the practice network: a question of the visitor's, and an answer. */
export function threadBody(person: PracticePerson): Part[] {
  const link = `/in/${person.slug}/`;
  return frame(
    h(
      "main",
      { id: "main", class: "msg-convo-wrapper" },
      h(
        "div",
        { class: "msg-title-bar" },
        h(
          "a",
          { class: "msg-thread__link-to-profile", href: link },
          h("h2", { class: "msg-entity-lockup__entity-title" }, person.name),
        ),
      ),
      h(
        "ul",
        { class: `${LIST}-content` },
        h("li", {}, h("div", { class: "msg-s-profile-card" }, h("a", { href: link }, person.name))),
        event(
          "Nov 3, 2025",
          "The Visitor",
          "/in/the-visitor/",
          "10:32 AM",
          "Is the mill open?",
          "",
        ),
        event("", person.name, link, "10:40 AM", "It is, until five.", ` ${ITEM}--other`),
      ),
    ),
  );
}

function event(
  day: string,
  name: string,
  link: string,
  time: string,
  text: string,
  mark: string,
): Element {
  return h(
    "li",
    { class: `${LIST}__event` },
    day === "" ? [] : h("time", { class: `${LIST}__time-heading` }, day),
    h(
      "div",
      { class: ITEM + mark },
      h(
        "div",
        { class: "msg-s-message-group__meta" },
        h("a", { href: link }, h("span", { class: "msg-s-message-group__name" }, name)),
        h("time", { class: "msg-s-message-group__timestamp" }, time),
      ),
      h("p", { class: `${ITEM}__body` }, text),
    ),
  );
}
