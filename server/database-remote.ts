import type { InStatement } from "@libsql/client/web";
import { createClient } from "@libsql/client/web";
import { createDatabase, type Database } from "./database";
import type { Lanes } from "./lanes";

const TIMEOUT_MS = 10_000;

export type Remote = {
  url: string;
  token?: string | undefined;
  fetch?: typeof globalThis.fetch;
  lanes?: Lanes;
};

/**
 * Turso or sqld over HTTP, from Node and from Workers. Compression is never negotiated: sqld takes
 * 6 to 90 times longer to answer a page when it compresses it. A client costs nothing to make, and on
 * Workers nothing that waits may be shared by two requests, so each call has one of its own.
 */
export function openRemote({ url, token, fetch = globalThis.fetch, lanes }: Remote): Database {
  const plain = async (request: Request): Promise<Response> => {
    // Asked by each new client: whether the server speaks Hrana 3. Turso and sqld do.
    if (request.method === "GET") return new Response();
    const headers = new Headers(request.headers);
    headers.set("accept-encoding", "identity");
    return fetch(new Request(request, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) }));
  };
  const client = () => createClient({ url, ...(token && { authToken: token }), fetch: plain });
  return createDatabase(
    {
      execute: (statement: InStatement) => client().execute(statement),
      batch: (statements, mode) => client().batch(statements, mode),
      migrate: (statements) => client().migrate(statements),
      close: () => undefined,
    },
    lanes,
  );
}
