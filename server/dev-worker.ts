import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EVERY_MINUTE } from "./crons";
import { envSchema } from "./env";
import { startSqld } from "./sqld";

/** The Worker on this computer: workerd runs it, and a real sqld stands behind it. */

const DEFAULT_PORT = 8788;
const A_MINUTE_MS = 60_000;
const START_MS = 60_000;
/** For this computer alone: what it signs lives in .data and is reached by nobody else. */
const DEV_SECRET = "only-for-workerd-on-this-computer-0000000000";

type WorkerOptions = {
  port: number;
  databaseUrl: string;
  stateDir: string;
  /** Another one than wrangler.jsonc names. */
  script?: string;
  /** Further settings, as docs/deploy.md lists them. */
  vars?: Record<string, string>;
  log?: (line: string) => void;
};

export async function startWorker(options: WorkerOptions) {
  const { port, databaseUrl, stateDir, log } = options;
  const wrangler = fileURLToPath(
    new URL("../node_modules/wrangler/bin/wrangler.js", import.meta.url),
  );
  const vars = { DATABASE_URL: databaseUrl, AUTH_SECRET: DEV_SECRET, ...options.vars };
  const child = spawn(
    process.execPath,
    [
      wrangler,
      "dev",
      ...(options.script === undefined ? [] : [options.script]),
      "--ip=127.0.0.1",
      `--port=${port}`,
      "--inspector-port=0",
      `--persist-to=${stateDir}`,
      "--show-interactive-dev-session=false",
      // Told of every call, wrangler works more than the Worker.
      ...(log === undefined ? ["--log-level=warn"] : []),
      ...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
    ],
    {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1", NO_COLOR: "1" },
    },
  );
  let said = "";
  let isGone = false;
  const gone = new Promise<void>((done) => {
    child.once("exit", () => {
      isGone = true;
      done();
    });
  });
  const hear = (part: Buffer): void => {
    const text = part.toString();
    said = (said + text).slice(-4000);
    log?.(text.trimEnd());
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (isGone || Date.now() > until) {
      child.kill("SIGTERM");
      throw new Error(`wrangler dev did not start. ${said.trim()}`);
    }
    await pause(100);
  }
  return {
    url,
    async stop(): Promise<void> {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: "string" }, data: { type: "string" } },
  });
  const dataDir = resolve(values.data ?? join(".data", "worker"));
  const port = Number(values.port ?? DEFAULT_PORT);
  const told = settingsIn(process.env);
  const sqld = told.DATABASE_URL ? undefined : await startSqld(join(dataDir, "sqld"));
  const worker = await startWorker({
    port,
    databaseUrl: sqld?.url ?? told.DATABASE_URL ?? "",
    stateDir: join(dataDir, "workerd"),
    vars: { PUBLIC_URL: `http://127.0.0.1:${port}`, ...told },
    log: (line) => console.log(line),
  });
  const cron = setInterval(() => void strike(worker.url), A_MINUTE_MS);
  console.log(`Rapport's Worker answers at ${worker.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      clearInterval(cron);
      void Promise.all([worker.stop(), sqld?.stop()]).then(() => process.exit(0));
    });
  }
}

/** The settings of the server that are set here. */
function settingsIn(source: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.keys(envSchema.shape).flatMap((name) => {
      const value = source[name];
      return value ? [[name, value]] : [];
    }),
  );
}

/** Nothing else lets a cron strike on this computer. */
async function strike(url: string): Promise<void> {
  const query = new URLSearchParams({ cron: EVERY_MINUTE }).toString();
  await fetch(`${url}/cdn-cgi/local/scheduled?${query}`).catch((error: unknown) => {
    console.error(`The cron did not strike: ${String(error)}`);
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
