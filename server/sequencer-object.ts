import { pushAnswer, type PushAnswer } from "@/lib/sync/change";
import { ApiError, errorBody, statusOf } from "./api-error";
import { openRemote } from "./database-remote";
import { parseEnv } from "./env";
import { pokeRoom, type LiveNamespace } from "./live-object";
import { createGroupCommit } from "./group-commit";
import { noLanes } from "./lanes";
import type { PushOrder } from "./push";

/** As much of a Durable Object as is used here. */
export type SequencerStub = { fetch(url: string, init: RequestInit): Promise<Response> };
export type SequencerNamespace = {
  idFromName(name: string): unknown;
  get(id: unknown): SequencerStub;
};
type State = { waitUntil(work: Promise<unknown>): void };

/** Puts pushes one after the other, in groups. It keeps nothing and may be thrown away at any moment. */
export class SequencerObject {
  private readonly pushes: ReturnType<typeof createGroupCommit>;

  constructor(
    private readonly state: State,
    private readonly bindings: Record<string, unknown>,
  ) {
    const { DATABASE_URL: url, DATABASE_TOKEN: token } = parseEnv(bindings);
    if (url === undefined) throw new Error("Set DATABASE_URL: a Worker has no disk.");
    this.pushes = createGroupCommit(openRemote({ url, token, lanes: noLanes }), Date.now);
  }

  async fetch(request: Request): Promise<Response> {
    const order = (await request.json()) as PushOrder;
    const work = this.pushes.push(order);
    // A caller that hangs up must not take along the group its push is in.
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
  if (answer.ok) return pushAnswer.omit({ page: true }).parse(body);
  throw new ApiError(errorBody.parse(body).error.code);
}
