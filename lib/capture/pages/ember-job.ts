import type { JobRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import { readJob } from "../job";
import { isPlaceLine, readOrdered, readPills, splitJobPlace } from "../job-facts";
import { isAgo, isApplicants } from "../job-words";
import type { Reader } from "../page";
import { clean, firstLine, lineAt, textsOf } from "../text";
import { companyOf, jobIdOf } from "../url";
import { readEmberRows } from "./ember-job-list";

/** The card's name changed once, its parts did not. */
const part = (name: string, inside = ""): string =>
  `.job-details-jobs-unified-top-card__${name}${inside}, .jobs-unified-top-card__${name}${inside}`;
const PANE = ".jobs-search__job-details, .scaffold-layout__detail, .jobs-details, .job-view-layout";
const PILLS = `.job-details-fit-level-preferences button, .job-details-fit-level-preferences li, .job-details-preferences-and-skills__pill, ${part("job-insight")}, ${part("workplace-type")}`;
const META = [
  part("tertiary-description-container"),
  part("primary-description-without-tagline"),
  part("primary-description-container"),
  part("primary-description"),
];
const BODY =
  "#job-details, .jobs-description-content__text, .jobs-description-content__text--stretch, .jobs-description__content .jobs-box__html-content";

/** Ember job: a page of its own, or the open job beside a list of others. */
export const emberJob: Reader = {
  kind: "job",
  family: "ember",
  find: ({ doc }) => titlesIn(doc).find(firstLine)?.closest(`${PANE}, main`) ?? null,
  read(page, pane) {
    const links = all(pane, `${part("job-title", " a")}, ${part("title-container", " a")}`);
    const own = titlesIn(pane).map((title) => title.closest("a"));
    const ids = [
      ...[...links, ...own].map((a) => jobIdOf(a?.getAttribute("href"))),
      ...all(pane, ".jobs-apply-button").map((el) => el.getAttribute("data-job-id")),
    ];
    const bodies = all(pane, BODY);
    const body = bodies.find((el) => textsOf(el).length > 0) ?? bodies[0] ?? null;
    return readJob(page, ids, readTop(pane), body, readEmberRows(page.doc));
  },
};

const titlesIn = (root: ParentNode): Element[] => all(root, part("job-title"));

function readTop(pane: Element): JobRecord {
  const metas = META.map((name) => pane.querySelector(name)).filter((el) => el !== null);
  const meta = metas.find((el) => textsOf(el).length > 0);
  const link =
    pane.querySelector(part("company-name", " a")) ??
    metas.flatMap((el) => all(el, 'a[href*="/company/"], a[href*="/school/"]')).find(firstLine);
  const company = lineAt(pane, part("company-name")) ?? (link ? firstLine(link) : undefined);
  const parts = meta ? piecesOf(meta).filter((text) => text !== company) : [];
  return given({
    title: titlesIn(pane).map(firstLine).find(Boolean),
    companyName: company,
    ...companyOf(link?.getAttribute("href")),
    ...readOrdered(parts),
    ...readBullets(pane),
    ...readPills(all(pane, PILLS).flatMap(pillTexts)),
  });
}

/** Until 2023 each fact of the line was an element with a name of its own, or one of the bullets. */
function readBullets(pane: Element): JobRecord {
  const texts = all(pane, part("bullet")).flatMap((el) => textsOf(el));
  const place = texts.find(isPlaceLine);
  return given({
    ...(place && splitJobPlace(place)),
    postedText: lineAt(pane, part("posted-date")) ?? texts.find(isAgo),
    applicantsText: lineAt(pane, part("applicant-count")) ?? texts.find(isApplicants),
  });
}

/** The facts of the first line, told apart by the elements they stand in as well as by the dots between them. */
function piecesOf(meta: Element): string[] {
  const pieces: string[] = [""];
  const walk = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) pieces[pieces.length - 1] += node.nodeValue ?? "";
      if (node.nodeType !== 1) continue;
      const el = node as Element;
      // A paragraph below says who pays for the place in the list.
      if (el.matches("p, button, .visually-hidden, .a11y-text")) continue;
      const isApart = el.matches("a, div, li, [class*='tvm__text'], [class*='top-card__']");
      if (isApart) pieces.push("");
      walk(el);
      if (isApart) pieces.push("");
    }
  };
  walk(meta);
  return pieces.flatMap((piece) => piece.split(/[·•]/)).flatMap((text) => clean(text) || []);
}

/** A pill may be a button, which is silent where lines are read: its inner elements speak. */
function pillTexts(pill: Element): string[] {
  const leaves = all(pill, "span, strong").filter(
    (el) => el.children.length === 0 && !isSpoken(el),
  );
  const shown = leaves.flatMap((el) => clean(el.textContent) || []);
  if (pill.tagName !== "BUTTON") return [...textsOf(pill), ...shown];
  const inner = [...pill.children]
    .filter((el) => el.tagName !== "SPAN" || !isSpoken(el))
    .flatMap((el) => textsOf(el));
  return [...inner, ...shown];
}

const isSpoken = (el: Element): boolean =>
  /(^|\s)(visually-hidden|a11y-text)(\s|$)/.test(el.getAttribute("class") ?? "");

// Seen on /jobs/search/?currentJobId=<id> in June 2025.
