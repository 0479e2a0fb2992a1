import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What happens to a request on its way. `lost`: it reaches the server, the answer never comes back.
 * `cut`: the answer breaks off in the middle. `silent`: it is taken, and nothing is ever heard of it. `html`: a hotel's page with status 200.
 */
export type Mood =
  | "through"
  | "drop"
  | "lost"
  | "cut"
  | "silent"
  | "html"
  | "json"
  | { status: number; headers?: Record<string, string>; body?: string };

export type Passing = { method: string; path: string; bytes: number };

/** A real proxy before a real server, in whatever mood the test puts it. */
export async function openProxy(target: string) {
  const seen: Passing[] = [];
  const proxy = {
    url: "",
    seen,
    /** Asked for each request; by default everything goes through. */
    mood: (_passing: Passing): Mood => "through",
    async close() {
      http.closeAllConnections();
      await new Promise<void>((done) => {
        http.close(() => done());
      });
    },
  };
  const http = createServer((incoming, answer) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const body = Buffer.concat(parts);
      const passing = {
        method: incoming.method ?? "",
        path: incoming.url ?? "",
        bytes: body.length,
      };
      seen.push(passing);
      act(proxy.mood(passing), incoming, answer, body);
    });
  });

  function act(mood: Mood, incoming: IncomingMessage, answer: ServerResponse, body: Buffer): void {
    if (mood === "drop") {
      incoming.socket.destroy();
      return;
    }
    if (mood === "silent") return;
    if (mood === "html") {
      answer.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome to the hotel</h1>");
      return;
    }
    if (mood === "json") {
      answer.writeHead(200, { "content-type": "application/json" }).end('{"hello":"stranger"}');
      return;
    }
    if (typeof mood === "object") {
      answer.writeHead(mood.status, mood.headers).end(mood.body ?? "");
      return;
    }
    const { method, headers, url } = incoming;
    const onward = forward(new URL(url ?? "/", target), { method, headers }, (reply) => {
      if (mood === "lost") {
        reply.resume();
        incoming.socket.destroy();
        return;
      }
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      if (mood === "through") {
        reply.pipe(answer);
        return;
      }
      reply.once("data", (part: Buffer) => {
        answer.write(part.subarray(0, 20), () => incoming.socket.destroy());
      });
      // One without a body has no middle.
      reply.once("end", () => incoming.socket.destroy());
    });
    onward.on("error", () => incoming.socket.destroy());
    onward.end(body);
  }

  await new Promise<void>((ready) => {
    http.listen(0, "127.0.0.1", ready);
  });
  proxy.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return proxy;
}
