import type { Capture } from "@/lib/capture/capture";

/** Changes a page in a way the site may change it any day, without changing what a person reads on it. */
export type Mutation = { name: string; change: (doc: Document) => void };

const every = (doc: Document, selector = "*"): Element[] => [
  ...(doc.body ?? doc.documentElement).querySelectorAll(selector),
];

/** A small generator of its own: the same seed makes the same page. */
export function randomOf(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return state / 2 ** 32;
  };
}

const dropAttribute = (name: string): Mutation => ({
  name: `without ${name}`,
  change: (doc) => every(doc, `[${name}]`).forEach((el) => el.removeAttribute(name)),
});

const HASHED = /^_?[0-9a-f]{6,8}$|^[A-Za-z]{20,}$|^ember\d+$/;
/** A name the page gives to what it shows: `job-card-container__link`. */
export const classNamesIn = (doc: Document): string[] => [
  ...new Set(
    every(doc, "[class]")
      .flatMap((el) => (el.getAttribute("class") ?? "").split(/\s+/))
      .filter((name) => /[a-z]-[a-z]|__/.test(name) && !HASHED.test(name) && !/[:[]/.test(name)),
  ),
];

export const withoutClass = (name: string): Mutation => ({
  name: `without .${name}`,
  change: (doc) =>
    every(doc, `.${CSS_ESCAPE(name)}`).forEach((el) => {
      const names = (el.getAttribute("class") ?? "").split(/\s+/);
      el.setAttribute("class", names.filter((one) => one !== name).join(" "));
    }),
});
const CSS_ESCAPE = (name: string): string => name.replace(/[^\w-]/g, "\\$&");

function texts(doc: Document): ChildNode[] {
  doc.documentElement.normalize();
  return every(doc).flatMap((el) =>
    [...el.childNodes].filter((node) => node.nodeType === 3 && (node.nodeValue ?? "").trim()),
  );
}

const BLOCKS = "div, section, article, li";

export const mutations = (seed: number): Mutation[] => [
  ...["data-view-name", "data-testid", "componentkey", "aria-label", "role", "dir"].map(
    dropAttribute,
  ),
  ...["data-sdui-component", "data-control-id", "data-test-app-aware-link", "data-job-id"].map(
    dropAttribute,
  ),
  {
    name: "hashed classes renamed",
    change: (doc) =>
      every(doc, "[class]").forEach((el) => {
        const names = (el.getAttribute("class") ?? "").split(/\s+/);
        const renamed = names.map((name) => (HASHED.test(name) ? `x${name.slice(1)}` : name));
        el.setAttribute("class", renamed.join(" "));
      }),
  },
  {
    name: "no classes at all",
    change: (doc) => every(doc, "[class]").forEach((el) => el.removeAttribute("class")),
  },
  {
    name: "whitespace around every word",
    change: (doc) =>
      texts(doc).forEach((node) => {
        node.nodeValue = (node.nodeValue ?? "").replace(/\s+/g, " \n   ");
      }),
  },
  {
    name: "direction marks and wide spaces",
    change: (doc) =>
      texts(doc).forEach((node) => {
        node.nodeValue = `\u200e${(node.nodeValue ?? "").replace(/ /g, "\u00a0")}\u200b`;
      }),
  },
  {
    name: "blocks wrapped",
    change: (doc) => {
      const random = randomOf(seed);
      for (const el of every(doc, BLOCKS)) {
        if (random() > 0.15 || !el.parentNode || el.tagName === "LI") continue;
        const around = doc.createElement("div");
        el.parentNode.insertBefore(around, el);
        around.append(el);
      }
    },
  },
  {
    name: "blocks without anything but one block taken out",
    change: (doc) => {
      const random = randomOf(seed + 1);
      for (const el of every(doc, "div:not([class]):not([id])")) {
        const [only] = el.children;
        const isBare = el.attributes.length === 0 && el.children.length === 1;
        if (!isBare || !only || !/^(DIV|SECTION)$/.test(only.tagName) || random() > 0.6) continue;
        if (el.textContent?.trim() === only.textContent?.trim()) el.replaceWith(only);
      }
    },
  },
  {
    name: "empty blocks between",
    change: (doc) => {
      const random = randomOf(seed + 2);
      for (const el of every(doc, "div, li, p")) {
        if (random() < 0.1) el.after(doc.createElement("div"));
      }
    },
  },
  {
    name: "decoys at the end of the page",
    change: (doc) => {
      const aside = doc.createElement("aside");
      aside.innerHTML =
        '<h2>Decoys</h2><a href="https://www.linkedin.com/company/decoy/life/"><p>Decoy Inc</p></a><a href="/jobs/view/999999/"><p>Decoy clerk</p></a><p>Decoyville, XX · 2 days ago · 12 applicants</p><p>Remote</p><a href="/in/decoy/"><p>Decoy Person</p><p>Decoy at Decoy</p></a>';
      (doc.querySelector("main") ?? doc.body).append(aside);
    },
  },
  {
    name: "another tab title",
    change: (doc) => {
      const title = doc.querySelector("title");
      if (title) title.textContent = "(12) LinkedIn";
    },
  },
];

type Facts = Map<string, string>;
const ROW_ID = new Set(["externalId", "publicId", "memberUrn", "fullName"]);

/** Every leaf of what was read, by its way in; rows of a list by whom they are of. */
export function factsOf({ kind, record, records, total }: Capture): Facts {
  const facts: Facts = new Map([["kind", String(kind)]]);
  if (total) facts.set("total", total);
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) {
      if (value !== undefined) facts.set(path, String(value).replace(/\s+/g, " "));
      return;
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  walk(record, "record");
  for (const row of records ?? []) {
    const id = Object.entries(row).find(([key]) => ROW_ID.has(key));
    walk(row, `row ${String(id?.[1])}`);
  }
  return facts;
}

export type Tally = { right: number; wrong: string[]; missing: number };

/** Nothing, or the list without the job that is open beside it. */
const LESS = new Set(["null", "job-search"]);

/** What still stands, what went away and what is another than it was. */
export function compareFacts(before: Facts, after: Facts): Tally {
  const tally: Tally = { right: 0, wrong: [], missing: 0 };
  for (const [path, value] of before) {
    const got = after.get(path);
    if (got === value) tally.right++;
    else if (got === undefined || (path === "kind" && LESS.has(got))) tally.missing++;
    else tally.wrong.push(`${path}: ${value.slice(0, 80)} → ${got.slice(0, 80)}`);
  }
  for (const [path, value] of after) {
    if (!before.has(path)) tally.wrong.push(`${path}: nothing → ${value.slice(0, 80)}`);
  }
  return tally;
}
