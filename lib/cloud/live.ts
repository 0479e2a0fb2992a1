import { timeout } from "./later";
import type { Session } from "./session";

/** As much of a WebSocket as is used; a test brings its own. */
type Socket = {
  send(text: string): unknown;
  close(): void;
  addEventListener(
    name: "open" | "message" | "close" | "error",
    hear: (event: { data?: unknown }) => void,
  ): void;
};

export type LiveOptions = {
  session: Pick<Session, "server" | "token">;
  workspaceId: string;
  /** The workspace has come to this sequence. Also called on connecting, for what was missed meanwhile. */
  onHint: (seq: number) => void;
  connect?: (url: string, protocols: string[]) => Socket;
  later?: (work: () => void, ms: number) => () => void;
  random?: () => number;
};

const PING_MS = 20_000;
/** Two pings without a sign of life. */
const SILENCE_MS = 45_000;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Listens for the server's hints while a screen is open, and again after every break. Hints carry a number
 * alone; what changed is pulled. Returns how to stop.
 */
export function listen(options: LiveOptions): () => void {
  const { session, workspaceId, onHint, later = timeout, random = Math.random } = options;
  const connect = options.connect ?? ((url, protocols) => new WebSocket(url, protocols));
  const url = `${session.server.replace(/^http/, "ws")}/v1/w/${workspaceId}/live`;
  let socket: Socket | undefined;
  let failures = 0;
  let isOver = false;
  const timers: Partial<Record<"ping" | "silence" | "again", () => void>> = {};

  function set(name: keyof typeof timers, work: () => void, ms: number): void {
    timers[name]?.();
    timers[name] = later(work, ms);
  }

  function clear(): void {
    for (const name of ["ping", "silence", "again"] as const) timers[name]?.();
  }

  function open(): void {
    if (isOver) return;
    const opened = connect(url, ["rapport.live", `bearer.${session.token}`]);
    socket = opened;
    let isDone = false;
    /** A connection taken for dead may never say so itself. */
    const end = () => {
      if (isDone) return;
      isDone = true;
      clear();
      opened.close();
      if (isOver || socket !== opened) return;
      const span = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
      set("again", open, Math.ceil(random() * span));
    };
    const alive = () => set("silence", end, SILENCE_MS);
    const ping = () => {
      opened.send("ping");
      set("ping", ping, PING_MS);
    };
    alive();
    opened.addEventListener("open", () => {
      alive();
      set("ping", ping, PING_MS);
    });
    opened.addEventListener("message", ({ data }) => {
      alive();
      failures = 0;
      const seq = seqOf(data);
      if (seq !== undefined) onHint(seq);
    });
    opened.addEventListener("close", end);
    opened.addEventListener("error", end);
  }

  open();
  return () => {
    isOver = true;
    clear();
    socket?.close();
  };
}

/** Anything but a hint (a pong, a proxy's words) says nothing. */
function seqOf(data: unknown): number | undefined {
  if (typeof data !== "string" || !data.startsWith("{")) return undefined;
  try {
    const { seq } = JSON.parse(data) as { seq?: unknown };
    return typeof seq === "number" && Number.isSafeInteger(seq) ? seq : undefined;
  } catch {
    return undefined;
  }
}
