// What a fresh clone lacks before anything here can run. Plain Node 20 and nothing installed: no import but built-ins.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const OLDEST_NODE = 20;
const WANTED_NODE = 22;

/** A sentence for the person, without the stack that only a developer would read. */
export class Plain extends Error {}

export function checkNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  throw new Plain(
    `This is Node ${version}. Rapport needs Node ${OLDEST_NODE} or newer to set itself up: https://nodejs.org`,
  );
}

/** Missing, or older than the list of what should be there. */
export function packagesAreStale(folder = root) {
  const installed = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return true;
  return statSync(join(folder, "package-lock.json")).mtimeMs > statSync(installed).mtimeMs;
}

export async function installPackages(say) {
  if (!packagesAreStale()) return;
  const began = Date.now();
  say("Installing packages (npm ci). The first time takes a minute or two.");
  const beat = setInterval(() => say(`  still installing, ${seconds(began)} s`), 15_000);
  try {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const code = await run(npm, ["ci", "--no-progress", "--loglevel=error"], {
      // npm is a script of the shell on Windows.
      shell: process.platform === "win32",
    });
    if (code !== 0) {
      throw new Plain(
        "npm ci did not finish; what it said stands above. Nothing was started. Check the network and try again.",
      );
    }
  } finally {
    clearInterval(beat);
  }
  say(`Packages are installed, after ${seconds(began)} s.`);
}

/** The Node that the tools want: this one if it is new enough, else the one that came with the packages. */
export function newerNode(folder = root) {
  if (Number.parseInt(process.versions.node, 10) >= WANTED_NODE) return process.execPath;
  const { platform, arch } = process;
  const names = [
    `node-${platform}-${arch}`,
    `node-bin-${platform}-${arch}`,
    `node-${platform.slice(0, 3)}-${arch}`,
  ];
  const found = names
    .flatMap((name) =>
      ["node", "node.exe"].map((file) => join(folder, "node_modules", name, "bin", file)),
    )
    .find((path) => existsSync(path));
  if (found) return found;
  throw new Plain(
    `No Node for ${platform} on ${arch} comes with the packages. Install Node ${WANTED_NODE} or newer: https://nodejs.org`,
  );
}

/** The environment in which every tool runs: the newer Node and the packages' programs come first. */
export function toolEnvironment(node, folder = root) {
  const path = process.env.PATH ?? process.env.Path ?? "";
  return {
    ...process.env,
    PATH: [join(node, ".."), join(folder, "node_modules", ".bin"), path].join(delimiter),
  };
}

/** Runs a program in the project's folder with this terminal, and gives its exit code. Signals reach it too. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", ...options });
    process.on("SIGINT", wait);
    const stop = () => child.kill("SIGTERM");
    process.on("SIGTERM", stop);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.off("SIGINT", wait);
      process.off("SIGTERM", stop);
      resolve(signal ? 130 : code);
    });
  });
}

/** Runs `main`; a sentence meant for the person is said as one, and any failure ends with a code that is not 0. */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Plain ? error.message : error);
    process.exitCode = 1;
  }
}

/** The terminal sends Ctrl-C to both sides; this one lives until the other has cleaned up. */
function wait() {}

function seconds(began) {
  return Math.round((Date.now() - began) / 1000);
}
