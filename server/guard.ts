import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { access, WHILE_WIPING, type Rule } from "./access";
import { ApiError } from "./api-error";
import type { AppEnv, Caller } from "./app-env";
import type { KnownCaller } from "./callers";
import { isIdle, markSeen } from "./devices";
import { loopbackTwins } from "./auth";
import { isErased } from "./wiping";
import { membership } from "./workspaces";

/** The only header of a WebSocket that a browser lets a page fill. */
const SUBPROTOCOL = /(?:^|[\s,])bearer\.([A-Za-z0-9_-]{20,200})(?:[\s,]|$)/;
const BEARER = /^Bearer +([A-Za-z0-9_-]{20,200})$/i;

/** Holds every request against the one table of access.ts. */
export const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
  const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL");
  if (!route) return next();
  const rule = access[`${route.method} ${route.path}`];
  if (rule === undefined) throw new ApiError("forbidden");
  if (rule !== "anyone") await admit(c, route, rule);
  return next();
};

/** The token as sent; undefined when there is none, or nothing that could be one. */
export function bearerOf(c: Context): string | undefined {
  const sent = BEARER.exec(c.req.header("authorization") ?? "")?.[1];
  if (sent !== undefined || c.req.header("upgrade") === undefined) return sent;
  return SUBPROTOCOL.exec(c.req.header("sec-websocket-protocol") ?? "")?.[1];
}

async function admit(
  c: Context<AppEnv>,
  { method, path }: { method: string; path: string },
  rule: Exclude<Rule, "anyone">,
): Promise<void> {
  const workspaceId =
    typeof rule === "string" ? undefined : segment(c.req.path, path, ":workspace");
  const caller = await identify(c, workspaceId);
  if (caller?.device?.wipeAskedAt && !WHILE_WIPING.has(`${method} ${path}`)) {
    throw new ApiError("device-wipe");
  }
  if (!caller || (rule === "session" && caller.device)) throw new ApiError("not-signed-in");
  if (!caller.device && c.req.method !== "GET" && !isOwnPage(c)) throw new ApiError("forbidden");
  c.set("caller", { person: caller.person, ...(caller.device && { device: caller.device }) });
  if (workspaceId === undefined || typeof rule === "string") return;

  const { orm } = c.var.deps.database;
  const found = caller.device
    ? caller.membership
    : await membership(orm, workspaceId, caller.person.id);
  if (!found) throw new ApiError("not-found");
  if (found.removed) throw new ApiError("revoked");
  if (!rule.includes(found.role)) throw new ApiError("forbidden");
  c.set("membership", { workspaceId, role: found.role });
}

/** Hono gives a middleware no parameters of the route that will answer. */
function segment(path: string, pattern: string, name: string): string {
  return path.split("/")[pattern.split("/").indexOf(name)] ?? "";
}

/** A device by its token, else a person by the cookie of a session. */
async function identify(
  c: Context<AppEnv>,
  workspaceId: string | undefined,
): Promise<(Caller & Pick<Partial<KnownCaller>, "membership">) | undefined> {
  const { auth, callers, database, now } = c.var.deps;
  const token = bearerOf(c);
  if (token === undefined && c.req.header("authorization") === undefined) {
    const session = await auth.api.getSession({ headers: c.req.raw.headers });
    if (!session) return undefined;
    const { id, email, name } = session.user;
    return { person: { id, email, name } };
  }
  const found = token === undefined ? undefined : await callers.byToken(token, workspaceId);
  if (!found) {
    const erased = token !== undefined && (await isErased(database, token));
    throw new ApiError(erased ? "device-wipe" : "not-signed-in");
  }
  if (found.device.revokedAt) throw new ApiError("device-revoked");
  // However long it slept, a lost device is not to go on with what it holds.
  if (!found.device.wipeAskedAt && isIdle(found.device, now()))
    throw new ApiError("device-expired");
  await markSeen(database.orm, found.device, now());
  return found;
}

/** A cookie is sent by any page that posts here: only our own may act with it. */
export function isOwnPage(c: Context<AppEnv>): boolean {
  const { publicUrl } = c.var.deps;
  const origin = c.req.header("origin");
  if (origin === undefined || origin === "null") {
    return c.req.header("sec-fetch-site") === "same-origin";
  }
  return origin === new URL(publicUrl).origin || loopbackTwins(publicUrl).includes(origin);
}
