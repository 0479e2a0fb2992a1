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
  if (typeof init.body !== "string") return init;
  const { body, zipped } = await packText(init.body);
  const headers = new Headers(init.headers);
  if (zipped) headers.set("content-encoding", "gzip");
  return { ...init, headers, body };
}

export type Packed = { body: string | ArrayBuffer; zipped: boolean };

/** The text as it travels: gzipped, unless it is short. */
export async function packText(text: string): Promise<Packed> {
  if (text.length < WORTH_ZIPPING) return { body: text, zipped: false };
  const gzip = new CompressionStream("gzip");
  const [body] = await Promise.all([
    new Response(gzip.readable).arrayBuffer(),
    // Not out of a Blob: its bytes would go by way of the browser's own process and back.
    writeAll(gzip.writable, new TextEncoder().encode(text)),
  ]);
  return { body, zipped: true };
}

async function writeAll(
  stream: WritableStream<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const writer = stream.getWriter();
  await writer.write(bytes);
  await writer.close();
}
