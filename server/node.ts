import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app";
import { createAuth, offeredProviders } from "./auth";
import { backUp } from "./backup";
import { createCallers } from "./callers";
import type { Database } from "./database";
import { openFile } from "./database-file";
import { openRemote } from "./database-remote";
import { parseEnv, type Env } from "./env";
import { keepHouse } from "./housekeeping";
import { servicesOf } from "./integrations/services";
import { timerScheduler } from "./jobs/scheduler";
import { createNodeHub, listenForUpgrades } from "./live-node";
import { logMail, resendMail, type Mail } from "./mail";
import { createMailing } from "./mailing/mailing";
import { openOffice } from "./mailing/open-office";
import { migrate } from "./migrate";
import { nodeGunzip, nodePackers } from "./packers";
import { tableLimits } from "./rate-limit";
import { createSequencer } from "./sequencer";
import { beginNewLife } from "./workspaces";

const DEFAULT_PORT = 8787;
const HOUSEKEEPING_MS = 6 * 3_600_000;
/** How long a second server before the same database may let somebody in who was put out by the first. */
const CALLER_KEPT_MS = 30_000;

export type ServerOptions = {
  /** 0 takes any free port. */
  port?: number;
  host?: string;
  dataDir?: string;
  publicUrl?: string;
  mail?: Mail;
  now?: () => number;
  log?: (line: string) => void;
  /** Calls outside services: a test puts its own in the place of the network. */
  fetch?: typeof globalThis.fetch;
  /** Read instead of the process's environment. */
  env?: Env;
};

export type RunningServer = {
  url: string;
  database: Database;
  /** Answers a request that reached another server of this process. */
  listener: RequestListener;
  stop: () => Promise<void>;
};

/** Starts a server of its own: several may live in one process. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const env = options.env ?? parseEnv(process.env);
  const now = options.now ?? Date.now;
  const log = options.log ?? ((line: string) => console.log(line));
  const dataDir = resolve(options.dataDir ?? env.DATA_DIR ?? ".data");
  const host = options.host ?? env.HOST ?? "127.0.0.1";
  const mail = options.mail ?? mailOf(env, log);

  const database = await openDatabase(env, dataDir);
  const http = createServer();
  const connections = connectionsOf(http);
  let port: number;
  try {
    await migrate(database, now);
    await keepHouse(database, now());
    port = await listen(http, options.port ?? env.PORT ?? DEFAULT_PORT, host);
  } catch (error) {
    database.close();
    throw error;
  }
  const url = `http://${host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;
  const publicUrl = options.publicUrl ?? env.PUBLIC_URL ?? url;
  const secret = env.AUTH_SECRET ?? ownSecret(dataDir, "secret", "base64url");
  const mailing = await createMailing(env, {
    secret,
    keys: env.MAIL_KEYS ?? ownSecret(dataDir, "mail-keys", "base64"),
    ...(options.fetch && { fetch: options.fetch }),
  });
  const hub = createNodeHub();
  const sequencer = createSequencer(database, env.WRITE_LANES, now, (workspaceId, seq) =>
    hub.poke(workspaceId, seq),
  );
  const limits = tableLimits(database, now);
  const desk = { database, sequencer, publicUrl, now, log, mailing };
  const { scheduler, keepKeys } = openOffice(desk, timerScheduler);
  await keepKeys();
  const app = createApp(
    {
      ...desk,
      scheduler,
      hub,
      limits,
      gunzip: nodeGunzip,
      callers: createCallers(database, { now, keptMs: CALLER_KEPT_MS }),
      auth: createAuth({ database, env, mail, limits, publicUrl, secret, now, log }),
      mail,
      providers: offeredProviders(env),
      addressOf: (c) =>
        env.CLIENT_IP_HEADER ? (c.req.header(env.CLIENT_IP_HEADER) ?? "") : socketAddress(c.env),
    },
    { packers: nodePackers() },
  );
  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings));
  http.on("request", listener);

  listenForUpgrades(http, (request, upgrade) => app.fetch(request, upgrade), log);

  const clean = () => keepHouse(database, now()).catch((error: unknown) => log(String(error)));
  const timer = setInterval(clean, HOUSEKEEPING_MS);

  return {
    url,
    database,
    listener,
    async stop() {
      clearInterval(timer);
      scheduler.stop();
      hub.close();
      await closed(http, connections);
      database.close();
    },
  };
}

function openDatabase(env: Env, dataDir: string): Promise<Database> | Database {
  const url = env.DATABASE_URL;
  if (url === undefined) return openFile(join(dataDir, "rapport.db"));
  if (url.startsWith("file:")) return openFile(url.slice("file:".length));
  return openRemote({ url, token: env.DATABASE_TOKEN });
}

function mailOf(env: Env, log: (line: string) => void): Mail {
  const { RESEND_API_KEY: key, MAIL_FROM: from } = env;
  return key && from ? resendMail(key, from, servicesOf(env).resend) : logMail(log);
}

/** Made once per data folder: sessions outlive a restart, and no two servers share a secret. */
function ownSecret(dataDir: string, name: string, encoding: "base64" | "base64url"): string {
  const path = join(dataDir, name);
  if (existsSync(path)) return readFileSync(path, "utf8");
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(32).toString(encoding);
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}

function socketAddress(bindings: unknown): string {
  const { incoming } = (bindings ?? {}) as { incoming?: IncomingMessage };
  return incoming?.socket.remoteAddress ?? "";
}

async function listen(http: Server, port: number, host: string): Promise<number> {
  try {
    await new Promise<void>((ready, fail) => {
      http.once("error", fail).listen(port, host, ready);
    });
  } catch (error) {
    throw new Error(portTrouble(port, error), { cause: error });
  }
  return (http.address() as AddressInfo).port;
}

function portTrouble(port: number, error: unknown): string {
  const { code } = error as { code?: string };
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program. Stop that program, or choose another port: --port ${port + 1}`;
  }
  if (code === "EACCES") {
    return `This user may not open port ${port}. Choose one above 1023: --port ${DEFAULT_PORT}`;
  }
  return `The server could not listen on port ${port} (${code ?? String(error)}).`;
}

/** Every connection, also those that became a WebSocket: Node's own list forgets them, and yet waits for their end. */
function connectionsOf(http: Server): Set<Socket> {
  const open = new Set<Socket>();
  http.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return open;
}

function closed(http: Server, connections: Set<Socket>): Promise<void> {
  const done = new Promise<void>((resolved) => {
    http.close(() => resolved());
  });
  for (const socket of connections) socket.destroy();
  return done;
}

const USAGE = `What it can be told:
  --port 8787         where it listens
  --host 127.0.0.1    to whom: this computer alone
  --data .data        the folder of its database and secrets
  --backup FILE       copies the database while the server goes on, and ends
  --restored          once, after a backup was put back: devices give back what it does not know
Everything else is set in the environment: PUBLIC_URL, RESEND_API_KEY and so on.`;

/** @throws what is wrong with them, and what they can be */
function readArguments() {
  const options = {
    port: { type: "string" },
    host: { type: "string" },
    data: { type: "string" },
    restored: { type: "boolean" },
    backup: { type: "string" },
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : ""}\n${USAGE}`, { cause });
  }
}

async function main(): Promise<void> {
  const values = readArguments();
  if (values.help) return console.log(USAGE);
  const options: ServerOptions = {};
  if (values.port !== undefined) options.port = Number(values.port);
  if (values.host !== undefined) options.host = values.host;
  if (values.data !== undefined) options.dataDir = values.data;
  if (values.backup !== undefined) {
    await backUp(
      resolve(options.dataDir ?? parseEnv(process.env).DATA_DIR ?? ".data"),
      values.backup,
    );
    console.log(`The database as it stands is in ${values.backup}.`);
    return;
  }
  const server = await startServer(options);
  if (values.restored) {
    const count = await beginNewLife(server.database);
    const those = count === 1 ? "the one workspace" : `the ${count} workspaces`;
    console.log(`The devices of ${those} will give back what the backup does not know.`);
  }
  console.log(`Rapport's server answers at ${server.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
}

/** Run by its file, or by the folder it was built into. */
function isRun(): boolean {
  const run = process.argv[1];
  const self = fileURLToPath(import.meta.url);
  return run !== undefined && (resolve(run) === self || resolve(run, "index.js") === self);
}

if (isRun()) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
