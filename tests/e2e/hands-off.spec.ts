import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { builtExtension } from "@/scripts/browser";
import { expect, test } from "./harness";

/** The extension as it is shipped: minified, names of the platform are all that is left to read. */
const built = builtExtension();
const code = (file: string) => readFileSync(join(built, file), "utf8");
const allCode = () =>
  readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath, entry.name).slice(built.length + 1));

/** What would act on a page, ask a network, or leave something behind. */
const ACTS = [
  "fetch XMLHttpRequest sendBeacon WebSocket EventSource Worker SharedWorker importScripts import Image Audio",
  "click dispatchEvent submit requestSubmit focus blur select setSelectionRange execCommand",
  "scroll scrollTo scrollBy scrollIntoView requestFullscreen",
  "append appendChild prepend before after insertBefore insertAdjacentElement insertAdjacentHTML insertAdjacentText",
  "replaceWith replaceChildren replaceChild remove removeChild setAttribute removeAttribute toggleAttribute",
  "createElement createElementNS attachShadow importNode adoptNode cloneNode write writeln",
  "addEventListener setTimeout setInterval requestAnimationFrame postMessage MutationObserver define",
  "open close reload pushState replaceState go back forward eval Function",
  "getItem setItem removeItem sendMessage connect",
]
  .join(" ")
  .split(" ");
/** What, set to a value, would do the same. */
const SETS =
  "innerHTML outerHTML textContent innerText nodeValue value checked href src scrollTop scrollLeft cookie className id title location hash";
/** Names through which a page script could reach more than the document it was given. */
const REACHES =
  "chrome browser localStorage sessionStorage indexedDB caches navigator history self globalThis";

/** The scripts that run in a page: one for each group of page kinds. */
const pageScripts = readdirSync(built).filter((file) => /^capture-.*\.js$/.test(file));

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, code(file), ts.ScriptTarget.Latest, true);
}

function everyNode(file: string): ts.Node[] {
  const found: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, walk);
  };
  walk(parse(file));
  return found;
}

function calledIn(file: string): string[] {
  return everyNode(file)
    .filter((node) => ts.isCallExpression(node) || ts.isNewExpression(node))
    .map(({ expression }) => {
      if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
      return ts.isIdentifier(expression) ? expression.text : expression.getText().slice(0, 40);
    });
}

function setIn(file: string): string[] {
  return everyNode(file)
    .filter(
      (node): node is ts.BinaryExpression =>
        ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken,
    )
    .map(({ left }) => (ts.isPropertyAccessExpression(left) ? left.name.text : ""));
}

/** The one script that stays in a page, when a person turned it on there: what it may do beyond reading. */
const WATCHER = "watch-list.js";
const WATCHER_MAY = [
  "addEventListener setTimeout MutationObserver",
  // Its sign, and nothing else: one element of its own, put beside the page's body and taken away again.
  "createElement attachShadow append remove setAttribute",
  "sendMessage",
]
  .join(" ")
  .split(" ");

test("the watcher of a list reads, listens and shows its own sign, and does nothing else", () => {
  const acts = calledIn(WATCHER).filter((name) => ACTS.includes(name));
  expect(acts.filter((name) => !WATCHER_MAY.includes(name))).toEqual([]);
  const once = acts.filter((name) => ["attachShadow", "MutationObserver"].includes(name));
  expect(once.toSorted()).toEqual(["MutationObserver", "attachShadow"]);
  const sets = setIn(WATCHER).filter((name) => SETS.split(" ").includes(name));
  expect(sets).toEqual(["textContent", "textContent"]);
});

for (const script of pageScripts) {
  test(`${script} only reads the page it runs in: it calls nothing that acts, asks or leaves a trace`, () => {
    const called = calledIn(script);
    expect(called.some((name) => ["querySelectorAll", "getAttribute"].includes(name))).toBe(true);
    expect(called.filter((name) => ACTS.includes(name))).toEqual([]);
    expect(setIn(script).filter((name) => SETS.split(" ").includes(name))).toEqual([]);
  });

  test(`${script} knows no name through which it could reach beyond the page it runs in`, () => {
    const names = everyNode(script)
      .filter((node) => ts.isIdentifier(node))
      .filter(
        ({ parent }) => !ts.isPropertyAccessExpression(parent) || parent.name.kind === undefined,
      )
      .map((node) => node.text);
    expect(names).toContain("document");
    expect(names.filter((name) => REACHES.split(" ").includes(name))).toEqual([]);
  });
}

test("the background sends the scripts that read into a page and no other, and opens, moves and steers no tab", () => {
  const background = code("background.js");
  expect(background.match(/scripting\.\w+\(/g)).toEqual(["scripting.executeScript("]);
  const named = new Set(background.match(/[\w-]+\.js(?=["'`])/g));
  expect([...named].toSorted()).toEqual([...pageScripts, WATCHER].toSorted());
  expect(background).not.toMatch(
    /\.(tabs\.(create|update|reload|duplicate|move|goBack|goForward|highlight)|windows\.(create|update)|debugger|webNavigation|webRequest|cookies|declarativeNetRequest|userScripts)\b/,
  );
});

/** The settings lead to where a device is approved, to the browser's own shortcuts and to where a mailbox takes its consent back, and know no other site. */
const isSettings = (file: string) => /^chunks\/(?:options|mail-settings)-[\w-]+\.js$/.test(file);

/** Every call of a browser API that takes a tab somewhere, with the function it stands in. */
function steeringIn(file: string): { call: string; what: string; around: string }[] {
  return everyNode(file)
    .filter((node): node is ts.CallExpression => ts.isCallExpression(node))
    .filter(({ expression }) =>
      /\b(?:tabs\.(?:create|update|reload|duplicate|goBack|goForward|executeScript)|windows\.(?:create|update))$/.test(
        expression.getText(),
      ),
    )
    .map((node) => {
      let around: ts.Node = node;
      while (around.parent && !ts.isFunctionLike(around)) around = around.parent;
      return {
        call: node.expression.getText().split(".").slice(-2).join("."),
        what: node.arguments.map((argument) => argument.getText()).join(", "),
        around: around.getText(),
      };
    });
}

test("a tab is led somewhere in one place only, and there not without a person's press", () => {
  const steering = allCode().flatMap((file) =>
    steeringIn(file).map((found) => ({ ...found, file })),
  );
  // Screens of our own are opened by their own address, and reach no other.
  const foreign = steering.filter(({ what }) => !what.includes("runtime.getURL("));
  for (const { file } of foreign.filter((one) => isSettings(one.file)))
    expect(code(file)).not.toContain("linkedin.com");
  const elsewhere = foreign.filter(({ file }) => !isSettings(file));
  // The panel and the full pages are built apart: each has the one function once.
  const files = new Set(elsewhere.map(({ file }) => file));
  expect(files.size).toBe(2);
  for (const name of files) {
    const copy = elsewhere.filter(({ file }) => file === name);
    expect(copy.map(({ call }) => call).toSorted()).toEqual(["tabs.create", "tabs.update"]);
    expect(new Set(copy.map(({ around }) => around)).size).toBe(1);
    // It first asks whether a key or a button was pressed just now, and else gives up.
    expect(copy[0]?.around).toMatch(
      /^async function \w+\([^)]*navigator\.userActivation\)\s*\{\s*if\s*\(!\w+\.isActive\)\s*return/,
    );
  }
});

test("no part of the extension debugs, scripts by rule, or listens to what a page asks for", () => {
  const found = allCode().filter((file) =>
    /\.(?:debugger\.(?:attach|sendCommand)|userScripts\.\w+\(|declarativeNetRequest\.\w+\(|webRequest\.on\w+|webNavigation\.on\w+|cookies\.(?:get|set)\w*\()/.test(
      code(file),
    ),
  );
  expect(found).toEqual([]);
});

test("no address there is handed to anything that could ask for it or open it", () => {
  const handed = allCode().flatMap((file) =>
    everyNode(file)
      .filter((node) => ts.isStringLiteralLike(node) && node.text.includes("linkedin.com"))
      .map(({ parent }) => parent)
      .filter((parent) => ts.isCallExpression(parent) || ts.isNewExpression(parent))
      .map(({ expression }) => `${file}: ${expression.getText().slice(-30)}`),
  );
  expect(handed.filter((call) => !/\.(includes|startsWith|endsWith|test)$/.test(call))).toEqual([]);
});

test("the manifest puts nothing into pages by itself and lets no page call", () => {
  const manifest = JSON.parse(code("manifest.json")) as Record<string, unknown>;
  expect(manifest).not.toHaveProperty("content_scripts");
  expect(manifest).not.toHaveProperty("web_accessible_resources");
  expect(manifest).not.toHaveProperty("externally_connectable");
});

test("capturing, reading and writing notes sends no request there: only what the person opened was asked for", async ({
  device,
  network,
}) => {
  const before = network.heard.length;
  const page = await device.open("/in/ilse-vantoren/");
  const panel = await device.panel(page);
  await device.capture(page);
  await panel.getByRole("textbox", { name: "Notes" }).fill("Met at the fair");
  await expect
    .poll(async () => (await device.rows("people"))[0]?.["notes"])
    .toBe("Met at the fair");
  await device.screen("desk.html");
  await device.killWorker();
  await device.capture(page);

  const asked = network.heard.slice(before).filter((path) => path !== "/favicon.ico");
  expect(asked).toEqual(["/in/ilse-vantoren/", "/practice/client.js"]);
  expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
  const there = device.context.pages().filter((one) => one.url().includes("linkedin.com"));
  expect(there).toEqual([page]);
});
