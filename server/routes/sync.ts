import { Hono, type Context } from "hono";
import * as z from "zod";
import {
  LIMITS,
  PROTOCOL,
  pullPage,
  pushAnswer,
  SCHEMA,
  snapPage,
  type PullPage,
  type PushAnswer,
  type SnapPage,
} from "@/lib/sync/change";
import { pushWire, unpackPush } from "@/lib/sync/push-wire";
import { joinLines, LINES, linesOf, type Lines } from "@/lib/sync/page-wire";
import { packRows } from "@/lib/sync/packed-rows";
import { mustReset } from "@/lib/sync/server-merge";
import { ApiError } from "../api-error";
import type { AppEnv, Deps } from "../app-env";
import { describe, ONE_OR_TWO_LINES, TWO_LINES } from "../describe";
import { rowsOf } from "../rows-repository";
import { unpack } from "../unpack";
import { input } from "../validate";

const failures = [
  "bad-request",
  "not-signed-in",
  "device-revoked",
  "device-expired",
  "revoked",
  "not-found",
  "too-old",
  "too-new",
] as const;

const whole = z.coerce.number().int().nonnegative();
const path = z.object({ workspace: z.string() });
const versions = { proto: whole.default(PROTOCOL), schema: whole.default(SCHEMA) };
const limit = whole.min(1).max(LIMITS.pageRows).default(LIMITS.pageRows);

/** The last schema before which a device would misread what it pulls. */
const OLDEST_SCHEMA = 1;
const bytes = LIMITS.pageBytes;

/** Schemas only grow and rows are opaque here, so a newer one is welcome; protocols must be the same. */
function checkVersion({ proto, schema }: { proto: number; schema: number }): void {
  if (proto < PROTOCOL || schema < OLDEST_SCHEMA) throw new ApiError("too-old");
  if (proto > PROTOCOL) throw new ApiError("too-new");
}

const spoken = z.looseObject({ proto: z.int(), schema: z.int() });

/** Before the shape is judged: another version may have another one. */
function checkSpoken(value: unknown): void {
  const body = spoken.safeParse(value);
  if (body.success) checkVersion(body.data);
}

export const sync = new Hono<AppEnv>()
  .post(
    "/v1/w/:workspace/push",
    describe(
      "Sync",
      "Takes a device's changes, each of them once.",
      pushAnswer,
      [...failures, "forbidden", "conflict", "body-too-large", "unsupported-encoding"],
      ONE_OR_TWO_LINES,
    ),
    unpack,
    input("param", path),
    input("json", pushWire, checkSpoken),
    async (c) => {
      const { since, ...body } = unpackPush(c.req.valid("json"));
      const { deps, membership, caller } = c.var;
      const { workspaceId, role } = membership;
      const userId = caller.person.id;
      const decided = await deps.sequencer.push({ workspaceId, userId, role, body });
      // Of interest to a device that has more to send.
      const answer = since === undefined ? { ...decided, ahead: true as const } : decided;
      // A device that is to be wiped may still send; nothing more is shown to it, and its pull tells it why.
      if (since === undefined || caller.device?.wipeAskedAt)
        return c.json(answer satisfies PushAnswer);
      const page = await pullFrom(deps, workspaceId, since, LIMITS.pageRows);
      const { head, data } = linesOf(page);
      return twoLines(c, { head: { ...answer, page: head }, data });
    },
  )
  .get(
    "/v1/w/:workspace/pull",
    describe(
      "Sync",
      "The rows changed after a sequence, page by page, oldest change first.",
      pullPage,
      failures,
      TWO_LINES,
    ),
    input("param", path),
    input("query", z.object({ since: whole, limit, ...versions })),
    async (c) => {
      const { since, limit: rows, ...version } = c.req.valid("query");
      checkVersion(version);
      const { deps, membership } = c.var;
      return twoLines(c, linesOf(await pullFrom(deps, membership.workspaceId, since, rows)));
    },
  )
  .get(
    "/v1/w/:workspace/snap",
    describe(
      "Sync",
      "The living rows, page by page, newest change first.",
      snapPage,
      failures,
      TWO_LINES,
    ),
    input("param", path),
    input(
      "query",
      z.object({
        upto: whole.optional(),
        before: whole.optional(),
        from: whole.min(1).optional(),
        limit,
        ...versions,
      }),
    ),
    async (c) => {
      const { upto: bound, before = null, from, limit: rows, ...version } = c.req.valid("query");
      checkVersion(version);
      const { deps, membership } = c.var;
      const repository = rowsOf(deps.database, membership.workspaceId);
      const found = await repository.newest({ upto: bound, before, from }, { rows, bytes });
      const { life, page, about } = found;
      const head = {
        ...lifeOf(life, deps.now()),
        upto: bound ?? life.seq,
        before,
        ...(about !== undefined && { about }),
        next: page.edge,
        more: page.more,
        weight: page.weight,
      };
      return twoLines(c, linesOf({ ...head, rows: page.rows } satisfies SnapPage));
    },
  );

const NO_ROWS = packRows([]);

function twoLines(c: Context<AppEnv>, lines: Lines): Response {
  const whole = joinLines(lines);
  c.set("whole", whole);
  return c.body(whole, 200, { "content-type": LINES });
}

async function pullFrom(
  { database, now }: Pick<Deps, "database" | "now">,
  workspaceId: string,
  since: number,
  rows: number,
): Promise<PullPage> {
  const { life, page } = await rowsOf(database, workspaceId).after(since, { rows, bytes });
  const reset = mustReset(since, life);
  const more = !reset && page.more;
  return {
    ...lifeOf(life, now()),
    from: since,
    next: more ? page.edge : life.seq,
    more,
    ...(reset && { reset }),
    rows: reset ? NO_ROWS : page.rows,
  };
}

function lifeOf(life: { epoch: string; epochStart: number }, now: number) {
  return { epoch: life.epoch, epochStart: life.epochStart, now };
}
