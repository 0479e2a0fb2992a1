import { Coalesced, hint, LIVE_PROTOCOL, PING, PONG, type Hub } from "./live";

/** As much of Workers as is used here. */
type Socket = { send(text: string): void; close(code?: number): void };
type State = {
  acceptWebSocket(socket: Socket): void;
  getWebSockets(): Socket[];
  setWebSocketAutoResponse(pair: object): void;
};
declare const WebSocketPair: new () => { 0: Socket; 1: Socket };
declare const WebSocketRequestResponsePair: new (asked: string, answered: string) => object;

type Stub = { fetch(url: string, init?: RequestInit): Promise<Response> };
export type LiveNamespace = { idFromName(name: string): unknown; get(id: unknown): Stub };

const ROOM = "https://live.internal";

/**
 * The room of one workspace. It sleeps between two hints with its sockets open, and answers pings without
 * waking; it keeps nothing else.
 */
export class LiveObject {
  private readonly hints = new Coalesced((seq) => {
    for (const socket of this.state.getWebSockets()) socket.send(JSON.stringify({ seq }));
  });

  constructor(private readonly state: State) {
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const { seq } = hint.parse({ seq: Number(url.searchParams.get("seq")) });
    if (url.pathname === "/poke") {
      this.hints.tell(seq);
      return new Response(null, { status: 204 });
    }
    const { 0: theirs, 1: ours } = new WebSocketPair();
    this.state.acceptWebSocket(ours);
    ours.send(JSON.stringify({ seq }));
    const headers = { "sec-websocket-protocol": LIVE_PROTOCOL };
    return new Response(null, { status: 101, webSocket: theirs, headers } as ResponseInit);
  }

  webSocketClose(socket: Socket): void {
    socket.close();
  }
}

export function pokeRoom(rooms: LiveNamespace, workspaceId: string, seq: number): Promise<unknown> {
  return rooms.get(rooms.idFromName(workspaceId)).fetch(`${ROOM}/poke?seq=${seq}`);
}

/** Where the app leaves word of whom it has let in: headers may not be added to an upgrade on its way back. */
export type Admission = { admitted?: { workspaceId: string; seq: number } };

export const roomsHub: Pick<Hub, "join"> = {
  async join(c, workspaceId, seq) {
    (c.env as Admission).admitted = { workspaceId, seq };
    return new Response(null, { status: 204 });
  },
};

/** Who was let in goes on to the workspace's room, which answers the upgrade. */
export function enterRoom(
  rooms: LiveNamespace,
  { workspaceId, seq }: NonNullable<Admission["admitted"]>,
): Promise<Response> {
  const headers = { upgrade: "websocket" };
  return rooms.get(rooms.idFromName(workspaceId)).fetch(`${ROOM}/join?seq=${seq}`, { headers });
}
