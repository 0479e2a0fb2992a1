import { ApiError, statusOf } from "./api-error";
import type { App } from "./app";
import { createApp } from "./app";
import { createAuth, offeredProviders } from "./auth";
import { createCallers } from "./callers";
import { EVERY_MINUTE } from "./crons";
import type { Database } from "./database";
import { openRemote } from "./database-remote";
import { parseEnv, type Env } from "./env";
import { keepHouse } from "./housekeeping";
import { servicesOf } from "./integrations/services";
import { queueScheduler, type Knock, type Queue } from "./jobs/scheduler";
import { laneOf, noLanes } from "./lanes";
import { enterRoom, roomsHub, type Admission, type LiveNamespace } from "./live-object";
import { objectLimits, type LimitNamespace } from "./limit-object";
import { logMail, resendMail } from "./mail";
import { createMailing } from "./mailing/mailing";
import { openOffice } from "./mailing/open-office";
import { migrate } from "./migrate";
import type { Sequencer } from "./sequencer";
import { askSequencer, type SequencerNamespace } from "./sequencer-object";

export type Bindings = Record<string, unknown> & {
  SEQUENCER: SequencerNamespace;
  LIVE: LiveNamespace;
  LIMITS: LimitNamespace;
  JOBS: Queue<Knock>;
};

/** As much of the execution context as is used. */
type Context = { waitUntil(work: Promise<unknown>): void; passThroughOnException(): void };
type Assembled = { app: App; run: () => Promise<unknown>; keepKeys: () => Promise<unknown> };

const migrated = new Set<string>();

/** What Workers calls. Its settings are read once: with others it is another one. */
export function createWorker(log: (line: string) => void) {
  const apps = new Map<string, Assembled>();

  async function assembled(bindings: Bindings, origin: string): Promise<Assembled> {
    const env = parseEnv(bindings);
    const publicUrl = env.PUBLIC_URL ?? origin;
    // What one request waits for may not be waited for by another: only what is ready is shared.
    const ready = apps.get(publicUrl) ?? (await assemble(env, bindings, publicUrl, log));
    apps.set(publicUrl, ready);
    return ready;
  }

  /** Which setting is wrong, or what does not answer, is for its owner alone. */
  function unready(cause: unknown): Response {
    log(`The Worker cannot start: ${cause instanceof Error ? cause.message : String(cause)}`);
    const { code, message } = new ApiError("server-error");
    return Response.json({ error: { code, message } }, { status: statusOf(code) });
  }

  return {
    async fetch(request: Request, bindings: Bindings, context: Context): Promise<Response> {
      const ready = await assembled(bindings, new URL(request.url).origin).catch(unready);
      if (ready instanceof Response) return ready;
      const { app } = ready;
      const gate: Bindings & Admission = { ...bindings };
      const response = await app.fetch(request, gate, { ...lend(context), props: {} });
      return gate.admitted ? enterRoom(bindings.LIVE, gate.admitted) : response;
    },

    /** Each minute what is due; at the hour that is given for it, the house too. */
    async scheduled(event: { cron: string }, bindings: Bindings): Promise<void> {
      const env = parseEnv(bindings);
      if (event.cron !== EVERY_MINUTE) await keepHouse(await openMigrated(env), Date.now());
      // Mails carry links to this server, and only a request or the settings know its address.
      if (env.PUBLIC_URL === undefined) return;
      const { run, keepKeys } = await assembled(bindings, env.PUBLIC_URL);
      if (event.cron !== EVERY_MINUTE) await keepKeys();
      await run();
    },

    /** However many knocks come together, what is due is done once. If that fails the queue knocks again. */
    async queue(
      batch: { messages: readonly { body: Knock }[] },
      bindings: Bindings,
    ): Promise<void> {
      const knock = batch.messages.at(-1)?.body;
      if (!knock) return;
      const { run } = await assembled(bindings, knock.publicUrl);
      await run();
    },
  };
}

/** The tables are looked at once per isolate. */
async function openMigrated(env: Env): Promise<Database> {
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = env;
  if (url === undefined) throw new Error("Set DATABASE_URL: a Worker has no disk.");
  // Requests of one isolate must not wait for each other: order is the Durable Object's affair.
  const database = openRemote({ url, token, lanes: noLanes });
  if (!migrated.has(url)) {
    await migrate(database);
    migrated.add(url);
  }
  return database;
}

function lend(context: Context): Context {
  return {
    waitUntil: (work) => context.waitUntil(work),
    passThroughOnException: () => context.passThroughOnException(),
  };
}

async function assemble(
  env: Env,
  bindings: Bindings,
  publicUrl: string,
  log: (line: string) => void,
): Promise<Assembled> {
  const { AUTH_SECRET: secret, RESEND_API_KEY: key, MAIL_FROM: from } = env;
  if (secret === undefined) throw new Error("Set AUTH_SECRET: npx wrangler secret put AUTH_SECRET");
  const database = await openMigrated(env);
  const mail = key && from ? resendMail(key, from, servicesOf(env).resend) : logMail(log);
  const header = env.CLIENT_IP_HEADER ?? "cf-connecting-ip";
  const sequencer: Sequencer = {
    push: (order) => {
      const lane = `lane-${laneOf(order.workspaceId, env.WRITE_LANES)}`;
      const { SEQUENCER } = bindings;
      return askSequencer(SEQUENCER.get(SEQUENCER.idFromName(lane)), order);
    },
  };
  const mailing = await createMailing(env, { secret });
  const limits = objectLimits(bindings.LIMITS);
  const desk = { database, sequencer, publicUrl, now: Date.now, log, mailing };
  const { scheduler, run, keepKeys } = openOffice(desk, (options) =>
    queueScheduler(bindings.JOBS, publicUrl, options),
  );
  const app = createApp({
    ...desk,
    scheduler,
    hub: roomsHub,
    limits,
    callers: createCallers(database, { now: Date.now, keptMs: 0 }),
    auth: createAuth({ database, env, mail, limits, publicUrl, secret, now: Date.now, log }),
    mail,
    providers: offeredProviders(env),
    addressOf: (c) => c.req.header(header) ?? "",
  });
  return { app, run, keepKeys };
}
