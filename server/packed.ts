import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-env";

export type Packer = {
  /** As `accept-encoding` names it. */
  encoding: string;
  pack: (plain: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Below this a header costs more than packing saves. */
const WORTH_PACKING = 1400;

/**
 * Packs an answer as a whole, so that its length is told: a device counts what it received. The first of the
 * packers whose work the caller can open.
 */
export function packed(packers: readonly Packer[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    const { res } = c;
    const taken = takenBy(c.req.header("accept-encoding"));
    const packer = packers.find(({ encoding }) => taken.has(encoding));
    if (!packer || !res.body || res.headers.has("content-encoding")) return;
    const whole = res.ok ? c.get("whole") : undefined;
    const plain = whole ?? new Uint8Array(await res.arrayBuffer());
    const isWorth = plain.length >= WORTH_PACKING;
    const body = isWorth ? await packer.pack(plain) : plain;
    const headers = new Headers(res.headers);
    headers.append("vary", "accept-encoding");
    headers.set("content-length", String(body.length));
    if (isWorth) headers.set("content-encoding", packer.encoding);
    c.res = undefined;
    c.res = new Response(body, { status: res.status, headers });
  };
}

/** `gzip;q=0` is what it will not have: RFC 9110 §12.5.3. */
function takenBy(header = ""): Set<string> {
  const wishes = header.toLowerCase().split(",");
  const kept = wishes.filter((wish) => !/;\s*q=0(?:\.0*)?\s*$/.test(wish));
  return new Set(kept.map((wish) => (wish.split(";")[0] as string).trim()));
}
