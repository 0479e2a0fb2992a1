import { h, type Element } from "./tree";
import type { Family } from "./switches";

const FAMILIES: { family: Family; name: string }[] = [
  { family: "sdui", name: "server-driven" },
  { family: "ember", name: "Ember" },
  { family: "guest", name: "signed out" },
];

/** Says on every page what it is, and lets the visitor see the same address in another family. */
export function banner(family: Family, className: string): Element {
  const others = FAMILIES.filter((one) => one.family !== family);
  return h(
    "div",
    { class: className, role: "note" },
    "Practice network: invented people. ",
    h("a", { href: "/feed/" }, "Everyone here"),
    others.map((one) => [
      " · ",
      h("a", { href: `/practice/family/${one.family}` }, `See the ${one.name} pages`),
    ]),
  );
}
