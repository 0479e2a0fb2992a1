import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { RunningServer } from "@/server/node";
import type { PeerServer } from "./peer-server";

export type Traffic = { requests: number; up: number; down: number; cpu: number };

/**
 * One origin for everything the page asks for: the page, the peers' servers, and under /v1 the API, which answers
 * as directly as they do. All bodies are counted here as they pass.
 */
export async function openOrigin(
  api: Pick<RunningServer, "url" | "listener">,
  peers: PeerServer,
  files: Record<string, string>,
  processorTime: () => number | undefined,
) {
  let traffic = { requests: 0, up: 0, down: 0 };
  let spent = processorTime() ?? 0;
  const count = (up: number, down: number) => {
    traffic = { requests: traffic.requests + 1, up: traffic.up + up, down: traffic.down + down };
  };

  const http = createServer((incoming, answer) => {
    if (incoming.url?.startsWith("/v1/")) {
      let down = 0;
      const end = answer.end.bind(answer);
      answer.end = ((body?: string | Uint8Array) => {
        down += typeof body === "string" ? Buffer.byteLength(body) : (body?.length ?? 0);
        count(Number(incoming.headers["content-length"] ?? 0), down);
        return end(body);
      }) as typeof answer.end;
      api.listener(incoming, answer);
      return;
    }
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const body = Buffer.concat(parts);
      const url = new URL(incoming.url ?? "/", "http://localhost");
      if (url.pathname === "/traffic") {
        const now = processorTime() ?? 0;
        answer.end(JSON.stringify({ ...traffic, cpu: now - spent } satisfies Traffic));
        traffic = { requests: 0, up: 0, down: 0 };
        spent = now;
        return undefined;
      }
      const file = files[url.pathname];
      const type = url.pathname.endsWith(".js") ? "text/javascript" : "text/html";
      if (file !== undefined) return void answer.writeHead(200, { "content-type": type }).end(file);
      const found = peers(incoming.method ?? "", url, body);
      if (!found) return void answer.writeHead(404).end();
      count(body.length, Buffer.byteLength(found.body));
      return void answer.writeHead(found.status ?? 200, found.headers).end(found.body);
    });
  });
  /** Hints: their frames are counted as what came down. */
  http.on("upgrade", ({ method, url, rawHeaders }, socket, head) => {
    const onward = connect(Number(new URL(api.url).port), "127.0.0.1", () => {
      const lines = [`${method} ${url} HTTP/1.1`];
      for (let at = 0; at < rawHeaders.length; at += 2) {
        lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
      }
      onward.write(`${lines.join("\r\n")}\r\n\r\n`);
      onward.write(head);
      onward.on("data", (frame: Buffer) => {
        traffic = { ...traffic, down: traffic.down + frame.length };
      });
      socket.pipe(onward).pipe(socket);
    });
    for (const side of [socket, onward]) {
      side.on("error", () => {
        socket.destroy();
        onward.destroy();
      });
    }
  });
  await new Promise<void>((ready) => {
    http.listen(0, "127.0.0.1", ready);
  });
  return {
    url: `http://localhost:${(http.address() as AddressInfo).port}`,
    http,
    close: () => http.close(),
  };
}
