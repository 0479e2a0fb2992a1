import { PROTOCOL, pullPage, pushAnswer, SCHEMA, snapPage } from "@/lib/sync/change";
import { packPush } from "@/lib/sync/push-wire";
import type { SyncApi } from "@/lib/sync/round";
import { answerOf } from "./answer";
import { createApi, type Fetch } from "./api";
import type { Session } from "./session";

const versions = { proto: String(PROTOCOL), schema: String(SCHEMA) };

/** The three calls of the sync, each answer held against its shape before the notebook sees it. */
export function createSyncApi(session: Session, fetch?: Fetch): SyncApi {
  const space = createApi(session.server, session.token, fetch).v1.w[":workspace"];
  const param = { workspace: session.workspaceId };
  return {
    push: (body) => answerOf(space.push.$post({ param, json: packPush(body) }), pushAnswer),
    pull: ({ since }) =>
      answerOf(space.pull.$get({ param, query: { since: String(since), ...versions } }), pullPage),
    snap: ({ upto, before, limit }) => {
      const query = {
        limit: String(limit),
        ...versions,
        ...(upto !== null && { upto: String(upto) }),
        ...(before !== null && { before: String(before) }),
      };
      return answerOf(space.snap.$get({ param, query }), snapPage);
    },
  };
}
