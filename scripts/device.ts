import type { BrowserContext, CDPSession, Page, Worker } from "@playwright/test";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { extensionIdOf, launchBrowser, type LaunchOptions } from "./browser";

export type Row = Record<string, unknown> & { id: string };

/** A browser profile with the extension in it: what a person calls one device. */
export type Device = Awaited<ReturnType<typeof openDevice>>;

/** A page of the extension's own origin in which none of its code runs. */
const BARE_PAGE = "manifest.json";
const DATABASE = "rapport";

export async function openDevice(options: LaunchOptions & { extension: string }) {
  const context = await launchBrowser(options);
  const extensionId = extensionIdOf(options.extension);
  const address = (path: string) => `chrome-extension://${extensionId}/${path}`;
  const bare = await context.newPage();
  await goToOurs(bare, address(BARE_PAGE));
  const devTools = await context.newCDPSession(bare);
  await devTools.send("ServiceWorker.enable");
  await backgroundOf(context, devTools, address(""));

  /** The background, awake: a sleeping worker hears nothing from DevTools. One killed early comes back as another. */
  const awake = async (): Promise<Worker> => {
    await devTools.send("ServiceWorker.startWorker", { scopeURL: address("") });
    return backgroundOf(context, devTools, address(""));
  };

  return {
    context,
    extensionId,

    async open(path: string): Promise<Page> {
      const page = await context.newPage();
      await page.goto(new URL(path, "https://www.linkedin.com").href);
      return page;
    },

    /** A screen of the extension as a page of its own: `screen("options.html")`. */
    async screen(path: string): Promise<Page> {
      const page = await context.newPage();
      await page.goto(address(path));
      return page;
    },

    /** The side panel, held to the tab of a page: a headless browser shows none beside it. */
    async panel(beside: Page): Promise<Page> {
      return this.screen(`sidepanel.html?tab=${await this.tabOf(beside)}`);
    },

    /** The browser's number of a tab; the address is not enough, two tabs may have the same. */
    async tabOf(page: Page): Promise<number> {
      await page.bringToFront();
      const background = await awake();
      const id = await background.evaluate(async (url) => {
        const tabs = await chrome.tabs.query({ active: true });
        return tabs.find((tab) => tab.url === url)?.id;
      }, page.url());
      if (id === undefined) throw new Error(`The extension sees no active tab at ${page.url()}.`);
      return id;
    },

    /** A click on the toolbar button, by the handler that a real click reaches, and what it came to. */
    async capture(page: Page): Promise<CaptureOutcome> {
      const tabId = await this.tabOf(page);
      const background = await awake();
      return background.evaluate(clickToolbar, tabId) as Promise<CaptureOutcome>;
    },

    /** A shortcut of the browser's, by the handler that its keys reach. */
    async command(name: string, page: Page): Promise<void> {
      const tabId = await this.tabOf(page);
      const background = await awake();
      await background.evaluate(pressShortcut, [name, tabId] as const);
    },

    badge: async (page: Page): Promise<string> => {
      const background = await awake();
      return background.evaluate(
        (url) =>
          chrome.tabs
            .query({ url })
            .then(([tab]) => chrome.action.getBadgeText({ tabId: tab?.id })),
        page.url(),
      );
    },

    /** Every row of a table as the device's database has it; of a team's, if that is named. */
    rows: (table: string, database: string = DATABASE): Promise<Row[]> =>
      bare.evaluate(readTable, [database, table] as const),

    /** What screens keep beside the databases, by name. */
    keptByScreens: (): Promise<string[]> => bare.evaluate(() => Object.keys(localStorage)),

    /** Puts into the extension's own storage, where each of its parts hears of it. */
    keep: (items: Record<string, unknown>): Promise<void> =>
      bare.evaluate((given) => chrome.storage.local.set(given), items),

    /** As a screen leaves it that was closed before its save was done. */
    leaveDraft: (name: string, text: string): Promise<void> =>
      bare.evaluate(([key, value]) => localStorage.setItem(key, value), [name, text] as const),

    /** The alarm that wakes the background while no screen is open. */
    async ring(): Promise<void> {
      const background = await awake();
      await background.evaluate(() => {
        const alarm = chrome.alarms.onAlarm as unknown as { dispatch: (of: object) => void };
        alarm.dispatch({ name: "sync" });
      });
    },

    /** The notebooks on this device, by the names of their databases. */
    databases: (): Promise<string[]> =>
      bare.evaluate(async () =>
        (await indexedDB.databases())
          .map(({ name }) => name ?? "")
          .filter((name) => name === "rapport" || name.startsWith("rapport.")),
      ),

    async killWorker(): Promise<void> {
      await stopWorkers(devTools);
    },

    close: () => context.close(),
  };
}

/** Where the extension was not taken, its own page is not there either. */
async function goToOurs(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url);
  } catch (cause) {
    await page.context().close();
    throw new Error(
      "The browser started without the extension. Google Chrome takes none from the command line: " +
        "install Chromium, or set RAPPORT_BROWSER to one. With Chromium, see that the extension is built: npm run build.",
      { cause },
    );
  }
}

/** The background's worker, started if the browser has not done so yet. */
async function backgroundOf(
  context: BrowserContext,
  devTools: CDPSession,
  scopeURL: string,
): Promise<Worker> {
  const running = context.serviceWorkers().at(-1);
  if (running) return running;
  const [started] = await Promise.all([
    context.waitForEvent("serviceworker"),
    devTools.send("ServiceWorker.startWorker", { scopeURL }),
  ]);
  return started;
}

async function stopWorkers(devTools: CDPSession): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    const look = ({ versions }: { versions: { runningStatus: string }[] }) => {
      const isStopped = versions.every((version) => version.runningStatus === "stopped");
      if (versions.length === 0 || !isStopped) return;
      devTools.off("ServiceWorker.workerVersionUpdated", look);
      resolve();
    };
    devTools.on("ServiceWorker.workerVersionUpdated", look);
  });
  await devTools.send("ServiceWorker.stopAllWorkers");
  await stopped;
}

/**
 * Runs in the background: what was last said of the tab is forgotten first, so that the same answer is heard twice.
 * The listener is a method because a compiler that keeps the names of functions calls a helper that is not there.
 */
async function clickToolbar(tabId: number): Promise<unknown> {
  const key = `tab:${tabId}`;
  await chrome.storage.session.remove(key);
  const tab = await chrome.tabs.get(tabId);
  return new Promise((resolve) => {
    const listener = {
      hear(this: void, changes: Record<string, chrome.storage.StorageChange>) {
        const said: unknown = changes[key]?.newValue;
        if (said === undefined) return;
        chrome.storage.session.onChanged.removeListener(listener.hear);
        resolve(said);
      },
    };
    chrome.storage.session.onChanged.addListener(listener.hear);
    const clicked = chrome.action.onClicked as unknown as {
      dispatch: (clickedTab: chrome.tabs.Tab) => void;
    };
    clicked.dispatch(tab);
  });
}

/** Runs in the background. */
async function pressShortcut([name, tabId]: readonly [string, number]): Promise<void> {
  const tab = await chrome.tabs.get(tabId);
  const pressed = chrome.commands.onCommand as unknown as {
    dispatch: (command: string, pressedIn: chrome.tabs.Tab) => void;
  };
  pressed.dispatch(name, tab);
}

/** Runs in a page of the extension. A database that is not there yet has no rows, and is not made by asking. */
async function readTable([name, table]: readonly [string, string]): Promise<Row[]> {
  const all = await indexedDB.databases();
  if (!all.some((database) => database.name === name)) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener("error", () => reject(new Error(opening.error?.message)));
    opening.addEventListener("success", () => {
      const database = opening.result;
      const reading = database.transaction(table).objectStore(table).getAll();
      reading.addEventListener("error", () => reject(new Error(reading.error?.message)));
      reading.addEventListener("success", () => {
        database.close();
        resolve(reading.result as Row[]);
      });
    });
  });
}
