import { everyElement, isElement, type SnapElement, type Snapshot } from "../snapshot/tree";
import type { Health } from "./health";
import { SHAPES, shapeOf } from "./shapes";

/** Words a report may use of a page, all of them ours: what is not here is "other". */
const TAGS = new Set(
  (
    "html head body title meta link main nav header footer aside section article div span p a ul ol li dl dt dd h1 h2 h3 " +
    "h4 h5 h6 img figure figcaption picture svg button form input label select textarea strong b em i u small sub sup br " +
    "hr time table thead tbody tr td th blockquote pre icon li-icon dialog details summary"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "id class role hidden aria-hidden aria-label alt lang dir datetime name property rel type href src content action style " +
    "componentkey data-testid data-view-name data-sdui-screen data-sdui-component data-display-contents data-section " +
    "data-modal data-job-id data-entity-urn data-occludable-job-id data-urn data-delayed-url"
  ).split(" "),
);
const LANGUAGES = /^(en|fr|de|es|pt|it|nl)\b/i;
const MOST_PATHS = 60;
const DEPTH = 4;

/**
 * What a person may send to have a drift mended: how the page is made, by tags, names of attributes and counts. No
 * word, address, name or number of the page is in it, since every word of it comes from this folder.
 */
export function structureReport(snapshot: Snapshot, health: Health, version: string): string {
  const { verdict, problem, kind, family, sections, identity } = health;
  const paths = new Map<string, number>();
  countPaths(snapshot.root, [], paths);
  const attributes = new Map<string, number>();
  const shapes = new Map<string, number>();
  for (const { attrs = {} } of everyElement(snapshot.root)) {
    for (const [name, value] of Object.entries(attrs)) {
      count(attributes, ATTRIBUTES.has(name) ? name : "other");
      const shape = shapeOf(name, value);
      if (shape) count(shapes, shape);
    }
  }
  const language = LANGUAGES.exec(snapshot.root.attrs?.lang ?? "")?.[1]?.toLowerCase() ?? "other";
  return [
    `Rapport structure report 1, version ${version}`,
    `verdict ${verdict}${problem ? ` (${problem})` : ""}, kind ${kind ?? "none"}, family ${family ?? "none"}, language ${language}`,
    `identity: ${identity.agree} agree, ${identity.disagree} disagree, ${identity.unknown} unknown`,
    "",
    "sections",
    ...sections.map(
      (one) =>
        `  ${one.section}: ${one.state}${one.isDrifted ? ", drifted" : ""}; ${one.anchors.join(" ") || "no anchor"}`,
    ),
    "",
    "known names",
    ...SHAPES.map((shape) => `  ${shapes.get(shape) ?? 0} ${shape}`),
    "",
    "attributes",
    ...told(attributes),
    "",
    `elements, the last ${DEPTH} of each path`,
    ...told(paths).slice(0, MOST_PATHS),
    "",
  ].join("\n");
}

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

function countPaths(el: SnapElement, around: string[], paths: Map<string, number>): void {
  const path = [...around, TAGS.has(el.tag) ? el.tag : "other"].slice(-DEPTH);
  count(paths, path.join(">"));
  for (const child of el.children ?? []) if (isElement(child)) countPaths(child, path, paths);
}

const told = (counts: Map<string, number>): string[] =>
  [...counts]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([name, times]) => `  ${times} ${name}`);
