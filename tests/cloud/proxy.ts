import {
  createServer,
  request as forward,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What happens to a request on its way. `lost`: it reaches the server, the answer never comes back.
 * `cut`: the answer breaks off in the middle. `silent`: it is taken, and nothing is ever heard of it. `html`: a
 * hotel's page with status 200. `twice`: it is delivered twice at once. `late`: the device hears that it was lost,
 * and the server gets it once `deliver` is called. `answerAfter`: the server has it, the answer waits.
 */
export type Mood =
  | "through"
  | "drop"
  | "lost"
  | "cut"
  | "silent"
  | "html"
  | "json"
  | "twice"
  | "late"
  | { answerAfter: Promise<unknown> }
  | { status: number; headers?: Record<string, string>; body?: string };

export type Passing = { method: string; path: string; bytes: number };

/** Whether a request is one of the sync's three; what a browser asks beforehand is not. */
export function asks(call: "push" | "pull" | "snap"): (passing: Passing) => boolean {
  return ({ method, path }) => method !== "OPTIONS" && new RegExp(`/${call}(?:\\?|$)`).test(path);
}

/** A real proxy before a real server, in whatever mood the test puts it. */
export async function openProxy(target: string) {
  const seen: Passing[] = [];
  const held: (() => Promise<void>)[] = [];
  const proxy = {
    url: "",
    seen,
    /** Asked for each request, which waits for the word; by default everything goes through. */
    mood: (_passing: Passing): Mood | Promise<Mood> => "through",
    /** What was sent late reaches the server now. */
    async deliver(): Promise<void> {
      for (const send of held.splice(0)) await send();
    },
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
      void Promise.resolve(proxy.mood(passing)).then((mood) => act(mood, incoming, answer, body));
    });
  });

  function act(mood: Mood, incoming: IncomingMessage, answer: ServerResponse, body: Buffer): void {
    if (mood === "silent") return;
    if (mood === "drop" || mood === "late") {
      incoming.socket.destroy();
      if (mood === "late") held.push(() => sent(target, incoming, body));
      return;
    }
    if (mood === "html") {
      answer.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome to the hotel</h1>");
      return;
    }
    if (mood === "json") {
      answer.writeHead(200, { "content-type": "application/json" }).end('{"hello":"stranger"}');
      return;
    }
    if (typeof mood === "object" && "status" in mood) {
      answer.writeHead(mood.status, mood.headers).end(mood.body ?? "");
      return;
    }
    if (mood === "twice") void sent(target, incoming, body);
    const onward = send(
      target,
      incoming,
      body,
      (reply) => void pass(reply, mood, incoming, answer),
    );
    onward.on("error", () => incoming.socket.destroy());
  }

  await new Promise<void>((ready) => {
    http.listen(0, "127.0.0.1", ready);
  });
  proxy.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return proxy;
}

async function pass(
  reply: IncomingMessage,
  mood: Mood,
  incoming: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  if (mood === "lost") {
    reply.resume();
    incoming.socket.destroy();
    return;
  }
  if (typeof mood === "object" && "answerAfter" in mood) await mood.answerAfter;
  answer.writeHead(reply.statusCode ?? 502, reply.headers);
  if (mood !== "cut") {
    reply.pipe(answer);
    return;
  }
  reply.once("data", (part: Buffer) => {
    answer.write(part.subarray(0, 20), () => incoming.socket.destroy());
  });
  // One without a body has no middle.
  reply.once("end", () => incoming.socket.destroy());
}

function send(
  target: string,
  { method, headers, url }: IncomingMessage,
  body: Buffer,
  hear: (reply: IncomingMessage) => void,
): ClientRequest {
  const onward = forward(new URL(url ?? "/", target), { method, headers }, hear);
  onward.end(body);
  return onward;
}

/** Reaches the server, and nobody waits for what it says. */
function sent(target: string, incoming: IncomingMessage, body: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    const onward = send(target, incoming, body, (reply) => {
      reply.resume();
      reply.once("end", done);
    });
    onward.once("error", fail);
  });
}
