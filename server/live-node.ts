import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { ApiError } from "./api-error";
import { Coalesced, LIVE_PROTOCOL, PING, PONG, type Hub } from "./live";

/** What an upgrade brings along, through the app, to the hub. */
export type Upgrade = { incoming: IncomingMessage; socket: Duplex; head: Buffer };

/** A device pings every 20 s; one that was silent for so long is gone. */
const SILENCE_MS = 60_000;
const MESSAGE_BYTES = 1024;

type Room = { sockets: Set<WebSocket>; hints: Coalesced };

/** The hub of one process: a room per workspace that somebody listens to. */
export function createNodeHub(): Hub & { close(): void } {
  const rooms = new Map<string, Room>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES,
    handleProtocols: () => LIVE_PROTOCOL,
  });

  function roomOf(workspaceId: string): Room {
    const sockets = new Set<WebSocket>();
    const send = (seq: number) => {
      for (const socket of sockets) socket.send(JSON.stringify({ seq }));
    };
    const room = rooms.get(workspaceId) ?? { sockets, hints: new Coalesced(send) };
    rooms.set(workspaceId, room);
    return room;
  }

  function welcome(socket: WebSocket, workspaceId: string, seq: number): void {
    const room = roomOf(workspaceId);
    room.sockets.add(socket);
    const silence = setTimeout(() => socket.terminate(), SILENCE_MS);
    socket.on("message", (data) => {
      silence.refresh();
      if (String(data) === PING) socket.send(PONG);
    });
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      clearTimeout(silence);
      room.sockets.delete(socket);
      if (room.sockets.size > 0) return;
      room.hints.stop();
      if (rooms.get(workspaceId) === room) rooms.delete(workspaceId);
    });
    socket.send(JSON.stringify({ seq }));
  }

  return {
    async join(c, workspaceId, seq) {
      const { incoming, socket, head } = (c.env ?? {}) as Partial<Upgrade>;
      if (!incoming || !socket || !head) throw new ApiError("bad-request", { where: "upgrade" });
      server.handleUpgrade(incoming, socket, head, (open) => welcome(open, workspaceId, seq));
      return new Response(null, { status: 204 });
    },
    poke: (workspaceId, seq) => rooms.get(workspaceId)?.hints.tell(seq),
    close() {
      for (const { sockets, hints } of rooms.values()) {
        hints.stop();
        for (const socket of sockets) socket.terminate();
      }
      rooms.clear();
    },
  };
}

type Ask = (request: Request, upgrade: Upgrade) => Response | Promise<Response>;

/** Requests to upgrade go through the app like any other, so the same guard stands before them. */
export function listenForUpgrades(http: Server, ask: Ask, log: (line: string) => void): void {
  http.on("upgrade", (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    answer(incoming, socket, head).catch((error: unknown) => {
      log(String(error));
      socket.destroy();
    });
  });

  async function answer(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "localhost"}`);
    const response = await ask(new Request(url, { headers }), { incoming, socket, head });
    if (response.ok) return;
    socket.end(`HTTP/1.1 ${response.status} Refused\r\nconnection: close\r\n\r\n`);
  }
}
