import { PROTOCOL, pullPage, pushAnswer, SCHEMA, snapPage, type PushBody } from "@/lib/sync/change";
import { answerWithData, withData } from "@/lib/sync/page-wire";
import { packPush } from "@/lib/sync/push-wire";
import type { SyncApi } from "@/lib/sync/ports";
import { linesOf } from "./answer";
import { createApi, packText, type Fetch, type Packed } from "./api";
import type { Session } from "./session";

const versions = { proto: String(PROTOCOL), schema: String(SCHEMA) };

/** The three calls of the sync, each answer held against its shape before the notebook sees it. */
export function createSyncApi(session: Session, fetch?: Fetch): SyncApi {
  const space = createApi(session.server, session.token, fetch).v1.w[":workspace"];
  const param = { workspace: session.workspaceId };
  /** Packing takes as long as the server's judging: the next push is packed meanwhile. */
  const packed = new WeakMap<PushBody, Promise<Packed>>();
  const pack = (body: PushBody) => {
    const ready = packed.get(body) ?? packText(JSON.stringify(packPush(body)));
    packed.set(body, ready);
    return ready;
  };
  const send = async (whole: PushBody) => {
    const { muts: _, columns: __, ...head } = whole;
    const { body, zipped } = await pack(whole);
    const headers: Record<string, string> = zipped ? { "content-encoding": "gzip" } : {};
    return space.push.$post({ param, json: head }, { headers, init: { body } });
  };
  return {
    push: (body) => linesOf(send(body), pushAnswer, answerWithData),
    prepare(body) {
      // Whoever sends it hears of a failure.
      pack(body).catch(() => undefined);
    },
    pull: ({ since }) =>
      linesOf(
        space.pull.$get({ param, query: { since: String(since), ...versions } }),
        pullPage,
        withData,
      ),
    snap: ({ upto, before, from, limit }) => {
      const query = {
        limit: String(limit),
        ...versions,
        ...(upto !== null && { upto: String(upto) }),
        ...(before !== null && { before: String(before) }),
        ...(from !== undefined && { from: String(from) }),
      };
      return linesOf(space.snap.$get({ param, query }), snapPage, withData);
    },
  };
}
