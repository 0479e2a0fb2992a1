import { Hono, type MiddlewareHandler } from "hono";
import * as z from "zod";
import {
  LIMITS,
  PROTOCOL,
  pullPage,
  pushAnswer,
  SCHEMA,
  snapPage,
  type PullPage,
  type SnapPage,
} from "@/lib/sync/change";
import { pushWire, unpackPush } from "@/lib/sync/push-wire";
import { mustReset } from "@/lib/sync/server-merge";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
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
const versioned: MiddlewareHandler = async (c, next) => {
  const body = spoken.safeParse(await c.req.json().catch(() => undefined));
  if (body.success) checkVersion(body.data);
  await next();
};

export const sync = new Hono<AppEnv>()
  .post(
    "/v1/w/:workspace/push",
    describe("Sync", "Takes a device's changes, each of them once.", pushAnswer, [
      ...failures,
      "forbidden",
      "conflict",
      "body-too-large",
      "unsupported-encoding",
    ]),
    unpack,
    input("param", path),
    versioned,
    input("json", pushWire),
    async (c) => {
      const body = unpackPush(c.req.valid("json"));
      const { workspaceId, role } = c.var.membership;
      const userId = c.var.caller.person.id;
      return c.json(await c.var.deps.sequencer.push({ workspaceId, userId, role, body }));
    },
  )
  .get(
    "/v1/w/:workspace/pull",
    describe("Sync", "The rows changed after a sequence, oldest change first.", pullPage, failures),
    input("param", path),
    input("query", z.object({ since: whole, limit, ...versions })),
    async (c) => {
      const { since, limit: rows, ...version } = c.req.valid("query");
      checkVersion(version);
      const { deps, membership } = c.var;
      const found = await rowsOf(deps.database, membership.workspaceId).after(since, {
        rows,
        bytes,
      });
      const { life, page } = found;
      const reset = mustReset(since, life);
      const more = !reset && page.more;
      const head = {
        ...lifeOf(life, deps.now()),
        from: since,
        next: more ? page.edge : life.seq,
        more,
        ...(reset && { reset }),
      };
      return c.json({ ...head, tables: reset ? [] : page.tables } satisfies PullPage);
    },
  )
  .get(
    "/v1/w/:workspace/snap",
    describe("Sync", "The living rows, newest change first.", snapPage, failures),
    input("param", path),
    input(
      "query",
      z.object({ upto: whole.optional(), before: whole.optional(), limit, ...versions }),
    ),
    async (c) => {
      const { upto: bound, before = null, limit: rows, ...version } = c.req.valid("query");
      checkVersion(version);
      const { deps, membership } = c.var;
      const repository = rowsOf(deps.database, membership.workspaceId);
      const upto = bound ?? (await repository.life()).seq;
      const { life, page, about } = await repository.newest(upto, before, { rows, bytes });
      const head = {
        ...lifeOf(life, deps.now()),
        upto,
        before,
        ...(about !== undefined && { about }),
        next: page.edge,
        more: page.more,
      };
      return c.json({ ...head, tables: page.tables } satisfies SnapPage);
    },
  );

function lifeOf(life: { epoch: string; epochStart: number }, now: number) {
  return { epoch: life.epoch, epochStart: life.epochStart, now };
}
