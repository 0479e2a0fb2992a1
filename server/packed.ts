import type { MiddlewareHandler } from "hono";

export type Gzip = (plain: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;

/** Below this a header costs more than packing saves. */
const WORTH_PACKING = 1400;

/** Packs an answer as a whole, so that its length is told: a device counts what it received. */
export function packed(gzip: Gzip): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { res } = c;
    const takes = /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
    if (!takes || !res.body || res.headers.has("content-encoding")) return;
    const plain = new Uint8Array(await res.arrayBuffer());
    const isWorth = plain.length >= WORTH_PACKING;
    const body = isWorth ? await gzip(plain) : plain;
    const headers = new Headers(res.headers);
    headers.append("vary", "accept-encoding");
    headers.set("content-length", String(body.length));
    if (isWorth) headers.set("content-encoding", "gzip");
    c.res = undefined;
    c.res = new Response(body, { status: res.status, headers });
  };
}
