import { hc } from "hono/client";
import type { App } from "@/server/app";

export type Fetch = typeof globalThis.fetch;

/** Below this a gzip header costs more than it saves. */
const WORTH_ZIPPING = 1400;
const TIMEOUT_MS = 30_000;

/** The server's routes as functions, with the device's token and packed bodies. */
export function createApi(baseUrl: string, token?: string, fetch: Fetch = globalThis.fetch) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return hc<App>(baseUrl, {
    headers,
    fetch: async (input: RequestInfo | URL, init: RequestInit = {}) =>
      fetch(input, {
        ...(await packed(init)),
        // The token is the only identity: a cookie of the server's own pages must not ride along.
        credentials: "omit",
        cache: "no-store",
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }),
  });
}

async function packed(init: RequestInit): Promise<RequestInit> {
  const { body } = init;
  if (typeof body !== "string" || body.length < WORTH_ZIPPING) return init;
  const zipped = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  const headers = new Headers(init.headers);
  headers.set("content-encoding", "gzip");
  return { ...init, headers, body: await new Response(zipped).arrayBuffer() };
}
