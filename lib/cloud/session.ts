import * as z from "zod";
import { AppError } from "@/lib/platform/app-error";
import { answerOf, reached, refusalOf } from "./answer";
import { createApi, type Fetch } from "./api";

/** Where a session is kept: `browser.storage.local` in the extension, a Map in a test. */
export type CloudStorage = {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};

export const DEFAULT_SERVER = "http://localhost:8787";

const SERVER_KEY = "cloud.server";
const SESSION_KEY = "cloud.session";
const PAIRING_KEY = "cloud.pairing";

const workspace = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["personal", "team"]),
  role: z.string(),
});
const user = z.object({ id: z.string(), email: z.string(), name: z.string() });

export const session = z.object({
  server: z.url(),
  token: z.string(),
  deviceId: z.string(),
  user,
  /** The personal workspace: the one this notebook is synced with. */
  workspaceId: z.string(),
  connectedAt: z.iso.datetime(),
});
export type Session = z.infer<typeof session>;

/** A connection asked for and not yet approved; it outlives the screen that asked. */
export const pairing = z.object({
  server: z.url(),
  deviceCode: z.string(),
  /** To be shown: the person compares it with the one on the server's page. */
  userCode: z.string(),
  /** The page to open, with the code in its address. */
  url: z.url(),
  expiresAt: z.number(),
  /** Milliseconds to wait before the next poll. */
  interval: z.number(),
});
export type Pairing = z.infer<typeof pairing>;

export type Polled =
  | { state: "waiting"; pairing: Pairing }
  | { state: "connected"; session: Session };

const device = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  current: z.boolean(),
  /** It is to erase its notebook, or has done so. */
  wipe: z
    .object({ askedAt: z.string(), doneAt: z.string().optional(), unsent: z.number().optional() })
    .optional(),
});
export type ConnectedDevice = z.infer<typeof device>;

const started = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri_complete: z.url(),
  expires_in: z.number(),
  interval: z.number(),
});
const paired = z.object({
  access_token: z.string(),
  device_id: z.string(),
  user,
  workspaces: z.array(workspace),
});
const refused = z.object({ error: z.string(), interval: z.number().optional() });
const done = z.object({ ok: z.literal(true) });

export type CloudSession = ReturnType<typeof createSession>;

/** The device's standing with a server. Whatever happens here, the notebook itself is not touched. */
export function createSession(options: {
  storage: CloudStorage;
  fetch?: Fetch;
  now?: () => number;
  defaultServer?: string;
}) {
  const { storage, fetch = globalThis.fetch, now = Date.now } = options;

  async function stored<T>(key: string, shape: z.ZodType<T>): Promise<T | undefined> {
    return shape.safeParse(await storage.read(key)).data;
  }

  async function server(): Promise<string> {
    return (await stored(SERVER_KEY, z.url())) ?? options.defaultServer ?? DEFAULT_SERVER;
  }

  const currentSession = () => stored(SESSION_KEY, session);

  async function mine(): Promise<{ api: ReturnType<typeof createApi>; session: Session }> {
    const current = await currentSession();
    if (!current) throw new AppError("not-signed-in");
    return { api: createApi(current.server, current.token, fetch), session: current };
  }

  return {
    server,
    currentSession,

    /** For the next connection; a session keeps the server it was made with. */
    async setServer(address: string): Promise<string> {
      const url = serverAddress(address);
      await storage.write(SERVER_KEY, url);
      return url;
    },

    /** Asks the server for a code. The person opens `pairing.url` and approves there. */
    async startPairing(deviceName: string): Promise<Pairing> {
      const address = await server();
      const api = createApi(address, undefined, fetch);
      const answer = await answerOf(
        api.v1.pair.start.$post({ json: { device_name: deviceName.slice(0, 80) } }),
        started,
      );
      const made: Pairing = {
        server: address,
        deviceCode: answer.device_code,
        userCode: answer.user_code,
        url: answer.verification_uri_complete,
        expiresAt: now() + answer.expires_in * 1000,
        interval: answer.interval * 1000,
      };
      await storage.write(PAIRING_KEY, made);
      return made;
    },

    /** A pairing begun and not finished, so that a reopened screen can go on with it. */
    async pendingPairing(): Promise<Pairing | undefined> {
      const pending = await stored(PAIRING_KEY, pairing);
      return pending && pending.expiresAt > now() ? pending : undefined;
    },

    /** Asks once. @throws AppError pairing-denied, pairing-expired, or why the server was not reached. */
    async pollPairing(pending: Pairing): Promise<Polled> {
      if (pending.expiresAt <= now()) return giveUp("pairing-expired");
      const api = createApi(pending.server, undefined, fetch);
      const asked = api.v1.pair.poll.$post({ json: { device_code: pending.deviceCode } });
      const response = await reached(asked);
      if (response.status !== 400) {
        const answer = await answerOf(Promise.resolve(response), paired);
        return { state: "connected", session: await keep(pending.server, answer) };
      }
      const { error, interval } = await refusalOf(response, refused);
      if (error === "access_denied") return giveUp("pairing-denied");
      if (error === "expired_token") return giveUp("pairing-expired");
      const slower = interval === undefined ? pending : { ...pending, interval: interval * 1000 };
      await storage.write(PAIRING_KEY, slower);
      return { state: "waiting", pairing: slower };
    },

    async cancelPairing(): Promise<void> {
      await storage.remove(PAIRING_KEY);
    },

    /** The server forgets the device if it can be reached; the notebook and its outbox stay. */
    async signOut(): Promise<void> {
      const current = await currentSession();
      if (!current) return;
      await storage.remove(SESSION_KEY);
      const api = createApi(current.server, current.token, fetch);
      const revoked = api.v1.devices[":device"].$delete({ param: { device: current.deviceId } });
      await revoked.catch(() => undefined);
    },

    /** The server says that the token opens nothing any more. */
    async forget(token: string): Promise<void> {
      const current = await currentSession();
      if (current?.token === token) await storage.remove(SESSION_KEY);
    },

    async devices(): Promise<ConnectedDevice[]> {
      const { api } = await mine();
      const shape = z.object({ devices: z.array(device) });
      return (await answerOf(api.v1.devices.$get(), shape)).devices;
    },

    async renameDevice(id: string, name: string): Promise<void> {
      const { api } = await mine();
      const param = { device: id };
      await answerOf(api.v1.devices[":device"].$patch({ param, json: { name } }), done);
    },

    async revokeDevice(id: string): Promise<void> {
      const { api, session: current } = await mine();
      await answerOf(api.v1.devices[":device"].$delete({ param: { device: id } }), done);
      if (id === current.deviceId) await storage.remove(SESSION_KEY);
    },
  };

  async function giveUp(code: "pairing-denied" | "pairing-expired"): Promise<never> {
    await storage.remove(PAIRING_KEY);
    throw new AppError(code);
  }

  async function keep(address: string, answer: z.infer<typeof paired>): Promise<Session> {
    const own = answer.workspaces.find(({ kind }) => kind === "personal");
    if (!own) throw new AppError("server-unreadable");
    const made: Session = {
      server: address,
      token: answer.access_token,
      deviceId: answer.device_id,
      user: answer.user,
      workspaceId: own.id,
      connectedAt: new Date(now()).toISOString(),
    };
    await storage.write(SESSION_KEY, made);
    await storage.remove(PAIRING_KEY);
    return made;
  }
}

/** An address as typed: https unless it is one's own computer. @throws AppError server-unreadable */
export function serverAddress(typed: string): string {
  const text = typed.trim();
  const isLocal = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/i.test(text);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `${isLocal ? "http" : "https"}://${text}`;
  if (!URL.canParse(withScheme)) throw new AppError("server-unreadable");
  const url = new URL(withScheme);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLocal);
  if (!isSafe) throw new AppError("server-unreadable");
  return url.origin;
}
