/** What a page that is on its guard can see. Both functions run in the page. */

type Watch = { seen: string[]; globals: string[] };
declare global {
  var watch: Watch;
}

/** Set before any script of the page: everything a page can be told of, or can wrap, is written down. */
export function startWatching(): void {
  const seen: string[] = [];
  const note = (...parts: unknown[]) => seen.push(parts.map(String).join(" "));

  const events =
    "message messageerror error unhandledrejection securitypolicyviolation click mousedown keydown submit input " +
    "change copy paste focusin scroll resize popstate hashchange beforeunload pagehide";
  for (const name of events.split(" ")) {
    addEventListener(name, (event) => note("event", event.type), { capture: true });
  }
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      // How a parser cuts a text into nodes depends on how it arrives.
      const added = [...addedNodes].filter((node) => node instanceof Element).length;
      if (type === "childList" && added + removedNodes.length === 0) continue;
      note("mutation", type, target.nodeName, attributeName, added, removedNodes.length);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (!name.startsWith("http")) note("resource", name);
  }).observe({ type: "resource", buffered: true });

  const wrap = <T extends object, K extends keyof T & string>(owner: T, name: K) => {
    const original = owner[name] as (...args: unknown[]) => unknown;
    Object.defineProperty(owner, name, {
      value(this: unknown, ...args: unknown[]) {
        note("call", name, args[0]);
        return original.apply(this, args);
      },
    });
  };
  wrap(Element.prototype, "attachShadow");
  wrap(window, "postMessage");
  wrap(window, "fetch");
  wrap(XMLHttpRequest.prototype, "open");
  wrap(navigator.permissions, "query");
  wrap(document, "querySelectorAll");
  wrap(Element.prototype, "querySelectorAll");
  wrap(CustomElementRegistry.prototype, "define");

  globalThis.watch = { seen, globals: Object.getOwnPropertyNames(globalThis) };
}

/** Everything the page can say of itself now. */
export async function whatThePageSees() {
  const { seen, globals } = globalThis.watch;
  const runtime = (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime;
  const permissions = ["clipboard-write", "notifications", "geolocation", "storage-access"];
  const states = await Promise.all(
    permissions.map((name) =>
      Permissions.prototype.query.call(navigator.permissions, { name: name as PermissionName }),
    ),
  );
  return {
    seen: [...seen],
    newGlobals: Object.getOwnPropertyNames(globalThis).filter((name) => !globals.includes(name)),
    navigator: Object.getOwnPropertyNames(Navigator.prototype).toSorted(),
    runtime: typeof runtime,
    permissions: states.map(({ state }) => state),
    styles: [...document.styleSheets].map(({ href }) => href),
    adopted: document.adoptedStyleSheets.length,
    frames: frames.length,
    cookies: document.cookie,
    storage: Object.keys(localStorage).length + Object.keys(sessionStorage).length,
    selection: String(getSelection()),
    focused: document.activeElement?.nodeName,
    scroll: [scrollX, scrollY],
    elements: document.getElementsByTagName("*").length,
    text: document.documentElement.textContent.length,
  };
}

/** Asks for a file of an extension in every way a page can, and says how each way ended. */
export async function probe([id, files]: readonly [string, readonly string[]]): Promise<string[]> {
  const ended: string[] = [];
  for (const file of files) {
    const url = `chrome-extension://${id}/${file}`;
    const got = await fetch(url).then(
      (answer) => `status ${answer.status}`,
      (error: Error) => error.message,
    );
    ended.push(`fetch ${file}: ${got}`);
    for (const [tag, name] of [
      ["img", "src"],
      ["script", "src"],
      ["link", "href"],
    ] as const) {
      const element = document.createElement(tag);
      if (tag === "link") element.setAttribute("rel", "stylesheet");
      const how = new Promise<string>((resolve) => {
        for (const event of ["load", "error"])
          element.addEventListener(event, () => resolve(event));
      });
      element.setAttribute(name, url);
      document.head.append(element);
      ended.push(`${tag} ${file}: ${await how}`);
      element.remove();
    }
  }
  return ended;
}
