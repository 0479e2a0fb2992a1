/** `npm start`: the whole product on this machine. `-- --live` opens the real site, `-- --headless --once` needs no window. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startServer, type RunningServer } from "@/server/node";
import { builtExtension, findBrowser, type FoundBrowser } from "./browser";
import { byHand, extensionAppears, openWindow } from "./browser-window";
import { runStep } from "./check-steps";
import { runMainJob } from "./main-job";
import { startPractice, type PracticeNetwork } from "./practice/network";
import { Plain, root, runMain } from "./set-up.mjs";

const DATA = join(root, ".data");
const FIRST_PAGE = "https://www.linkedin.com/feed/";
const FIRST_PORT = 8787;
const PORTS_TRIED = 10;

const say = (line: string) => console.log(line);

await runMain(async () => {
  const { live, headless, once } = wishes();
  if (headless || once) {
    await buildExtension();
    return runMainJob(say);
  }
  demandDisplay();
  const browser = findBrowser();
  await buildExtension();

  mkdirSync(DATA, { recursive: true });
  const api = await startApi();
  say(`The API answers at ${api.url}, its database is in .data/rapport.db`);
  const network = live ? undefined : await startPractice();
  if (network) {
    say(
      `The practice network has ${network.people.length} people and ${network.jobs.length} jobs, all invented.`,
    );
  }
  try {
    await openAndWait(browser, network);
  } finally {
    await Promise.all([api.stop(), network?.stop()]);
  }
  say("Stopped. What you saved stays in .data/.");
  return 0;
});

/** Opens the browser and stays until it is closed, by its own cross or by Ctrl-C here. */
async function openAndWait(browser: FoundBrowser, network?: PracticeNetwork): Promise<void> {
  const extension = builtExtension(root);
  const kind = network ? "practice" : "live";
  const profile = join(DATA, "browser", `${browser.name}-${kind}`.replaceAll(" ", "-"));
  const window = await openWindow({
    browser,
    extension,
    profile,
    flags: network?.browserFlags ?? [],
    address: FIRST_PAGE,
    byPipe: network !== undefined,
  });
  say(`${browser.name} is open. Open someone, press Alt+Shift+S, and look at the side panel.`);
  say("Close the browser or press Ctrl-C here to end.");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, window.close);

  const over = new AbortController();
  void extensionAppears(profile, extension, over.signal).then(
    (seen) => seen || over.signal.aborted || say(`\n${byHand(extension)}`),
  );
  try {
    await window.closed;
  } finally {
    over.abort();
  }
}

function wishes() {
  try {
    return parseArgs({
      options: {
        live: { type: "boolean", default: false },
        headless: { type: "boolean", default: false },
        once: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new Plain(
      `${(error as Error).message}\nnpm start takes: -- --live (the real site) and -- --headless --once (no window).`,
    );
  }
}

/** A window needs a screen. Over ssh or in a container there is none, and a browser would only say so in riddles. */
function demandDisplay(): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== "linux" || DISPLAY || WAYLAND_DISPLAY) return;
  throw new Plain(
    "There is no display here to open a browser on (neither DISPLAY nor WAYLAND_DISPLAY is set). " +
      "To see the whole product work without a window: npm start -- --headless --once",
  );
}

async function buildExtension(): Promise<void> {
  say("Building the extension …");
  const remedy = "npx wxt build shows it alone.";
  const { passed, output, seconds } = await runStep({
    name: "build",
    command: "wxt build",
    remedy,
  });
  if (!passed)
    throw new Plain(`${output.trimEnd()}\n\nThe extension could not be built; why stands above.`);
  say(`Built in ${seconds.toFixed(1)} s.`);
}

/** The port the extension knows, or the next free one: then its address has to be typed once in the settings. */
async function startApi(): Promise<RunningServer> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
    try {
      const api = await startServer({ port, dataDir: DATA, log: say });
      if (port !== FIRST_PORT) {
        say(
          `Port ${FIRST_PORT} is taken. In Rapport's settings, type the server's address: ${api.url}`,
        );
      }
      return api;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Plain(
    `The ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are all taken by other programs. Stop one of them and try again.`,
  );
}

function isTaken(error: unknown): boolean {
  return ((error as Error).cause as { code?: string } | undefined)?.code === "EADDRINUSE";
}
