import { createClient } from "@libsql/client/web";
import { createDatabase, type Database } from "./database";

const TIMEOUT_MS = 10_000;

/**
 * Turso or sqld over HTTP, from Node and from Workers. Compression is never negotiated: sqld takes
 * 6 to 90 times longer to answer a page when it compresses it.
 */
export function openRemote(url: string, authToken?: string, fetch = globalThis.fetch): Database {
  const plain = (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set("accept-encoding", "identity");
    return fetch(new Request(request, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) }));
  };
  return createDatabase(createClient({ url, ...(authToken && { authToken }), fetch: plain }));
}
