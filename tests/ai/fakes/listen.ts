import { EventEmitter, once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export type Seen = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: Record<string, unknown>;
};

export type Listening = {
  url: string;
  seen: Seen[];
  /** Settles when a client hung up before its answer was whole. */
  hungUp: Promise<void>;
  close: () => Promise<void>;
};

type Handle = (request: Seen, response: ServerResponse) => Promise<void> | void;

/** A real HTTP server on a free port of this machine. */
export async function listen(handle: Handle): Promise<Listening> {
  const seen: Seen[] = [];
  const wire = new EventEmitter();
  const server = createServer((request, response) => {
    response.on("close", () => !response.writableFinished && wire.emit("hangUp"));
    // Browsers ask first; every provider that can be called from one says yes.
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*, authorization");
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    void read(request).then((one) => {
      seen.push(one);
      return handle(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    hungUp: once(wire, "hangUp").then(() => undefined),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function read(request: IncomingMessage): Promise<Seen> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers,
    text,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

export function answerJson(response: ServerResponse, status: number, body: unknown, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** Server-sent events, cut at odd places as a network cuts them. */
export async function stream(response: ServerResponse, lines: Iterable<string>): Promise<void> {
  if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream" });
  for (const line of lines) {
    const middle = Math.floor(line.length / 2);
    response.write(line.slice(0, middle));
    await new Promise((resolve) => setImmediate(resolve));
    response.write(line.slice(middle));
  }
}
