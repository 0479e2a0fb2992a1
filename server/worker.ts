import type { App } from "./app";
import { createApp } from "./app";
import { createAuth, offeredProviders } from "./auth";
import type { Database } from "./database";
import { openRemote } from "./database-remote";
import { parseEnv, type Env } from "./env";
import { keepHouse } from "./housekeeping";
import { laneOf, type Lanes } from "./lanes";
import { logMail, resendMail } from "./mail";
import { migrate } from "./migrate";
import { askSequencer, SequencerObject, type SequencerNamespace } from "./sequencer-object";

/** The same server on Workers: Turso or sqld over HTTP, pushes put in order by a Durable Object. */

export { SequencerObject };

type Bindings = Record<string, unknown> & { SEQUENCER: SequencerNamespace };

const log = (line: string): void => console.log(line);

/** Requests of one isolate must not wait for each other: order is the Durable Object's affair. */
const noLanes: Lanes = { run: (_, work) => work() };

const apps = new Map<string, App>();
const migrated = new Set<string>();

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    const env = parseEnv(bindings);
    const database = await openMigrated(env);
    const publicUrl = env.PUBLIC_URL ?? new URL(request.url).origin;
    const app = apps.get(publicUrl) ?? assemble(env, bindings, database, publicUrl);
    apps.set(publicUrl, app);
    return app.fetch(request, bindings);
  },

  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    await keepHouse(await openMigrated(parseEnv(bindings)), Date.now());
  },
};

/** The tables are looked at once per isolate. */
async function openMigrated(env: Env): Promise<Database> {
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = env;
  if (url === undefined) throw new Error("Set DATABASE_URL: a Worker has no disk.");
  const database = openRemote({ url, token, lanes: noLanes });
  if (!migrated.has(url)) {
    await migrate(database);
    migrated.add(url);
  }
  return database;
}

function assemble(env: Env, bindings: Bindings, database: Database, publicUrl: string): App {
  const { AUTH_SECRET: secret, RESEND_API_KEY: key, MAIL_FROM: from } = env;
  if (secret === undefined) throw new Error("Set AUTH_SECRET: npx wrangler secret put AUTH_SECRET");
  const mail = key && from ? resendMail(key, from) : logMail(log);
  const header = env.CLIENT_IP_HEADER ?? "cf-connecting-ip";
  return createApp({
    database,
    auth: createAuth({ database, env, mail, publicUrl, secret, now: Date.now, log }),
    mail,
    sequencer: {
      push: (order) => {
        const lane = `lane-${laneOf(order.workspaceId, env.WRITE_LANES)}`;
        const { SEQUENCER } = bindings;
        return askSequencer(SEQUENCER.get(SEQUENCER.idFromName(lane)), order);
      },
    },
    providers: offeredProviders(env),
    publicUrl,
    addressOf: (c) => c.req.header(header) ?? "",
    now: Date.now,
    log,
  });
}
