import { pushAnswer, type PushAnswer } from "@/lib/sync/change";
import { ApiError, errorBody, statusOf } from "./api-error";
import { openRemote } from "./database-remote";
import { parseEnv } from "./env";
import { createLanes } from "./lanes";
import { pokeRoom, type LiveNamespace } from "./live-object";
import { applyPush, type PushOrder } from "./push";

/** As much of a Durable Object as is used here. */
export type SequencerStub = { fetch(url: string, init: RequestInit): Promise<Response> };
export type SequencerNamespace = {
  idFromName(name: string): unknown;
  get(id: unknown): SequencerStub;
};
type State = { waitUntil(work: Promise<unknown>): void };

/** Longer than a database call may take, so that one that never ends holds up nobody for good. */
const PATIENCE_MS = 15_000;

/** Puts pushes one after the other. It keeps nothing and may be thrown away at any moment. */
export class SequencerObject {
  private readonly lanes = createLanes(1, PATIENCE_MS);

  constructor(
    private readonly state: State,
    private readonly bindings: Record<string, unknown>,
  ) {}

  async fetch(request: Request): Promise<Response> {
    const order = (await request.json()) as PushOrder;
    const { DATABASE_URL: url, DATABASE_TOKEN: token } = parseEnv(this.bindings);
    if (url === undefined) throw new Error("Set DATABASE_URL: a Worker has no disk.");
    const database = openRemote({ url, token });
    const work = this.lanes.run("", () => applyPush(database, order, Date.now));
    // A caller that hangs up must not leave the next one waiting for work that was dropped.
    this.state.waitUntil(work.catch(() => undefined));
    try {
      const answer = await work;
      const rooms = this.bindings.LIVE as LiveNamespace;
      const told = pokeRoom(rooms, order.workspaceId, answer.seq);
      this.state.waitUntil(told.catch(() => undefined));
      return Response.json(answer);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, message } = error;
      return Response.json({ error: { code, message } }, { status: statusOf(code) });
    }
  }
}

/** The other end of `fetch` above. */
export async function askSequencer(stub: SequencerStub, order: PushOrder): Promise<PushAnswer> {
  const answer = await stub.fetch("https://sequencer.internal/push", {
    method: "POST",
    body: JSON.stringify(order),
  });
  const body: unknown = await answer.json();
  if (answer.ok) return pushAnswer.parse(body);
  throw new ApiError(errorBody.parse(body).error.code);
}
