import { Hono } from "hono";
import * as z from "zod";
import { addressKey, isAddress } from "@/lib/messaging/mail/address";
import { ApiError, type ApiErrorCode } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { peopleByAddress } from "../mailing/people";
import { release, suppress, suppressions as listOf } from "../mailing/suppressions";
import { SUPPRESSION_REASONS } from "../mailing/tables";
import { tellRefused } from "../mailing/tell";
import { input } from "../validate";

const PAGE = 5000;

const list = z.object({
  suppressions: z.array(
    z.object({
      address: z.string(),
      reason: z.enum(SUPPRESSION_REASONS),
      at: z.iso.datetime(),
    }),
  ),
  next: z.string().optional().describe("The `after` of the next page."),
});
const path = z.object({ workspace: z.string() });
const failures = [
  "not-signed-in",
  "device-revoked",
  "device-expired",
  "not-found",
  "forbidden",
] as const satisfies readonly ApiErrorCode[];

export const suppressions = new Hono<AppEnv>()
  .get(
    "/v1/w/:workspace/suppressions",
    describe("Mail", "The addresses this workspace never writes to.", list, failures),
    input("param", path),
    input("query", z.object({ after: z.string().max(254).default("") })),
    async (c) => {
      const { database } = c.var.deps;
      const { workspaceId } = c.var.membership;
      const found = await listOf(database, workspaceId, c.req.valid("query").after, PAGE);
      const last = found.length === PAGE ? found.at(-1) : undefined;
      return c.json({
        suppressions: found.map(({ address, reason, at }) => ({
          address,
          reason,
          at: new Date(at).toISOString(),
        })),
        ...(last && { next: last.address }),
      });
    },
  )
  .post(
    "/v1/w/:workspace/suppressions",
    describe(
      "Mail",
      "Puts addresses on the list; what is no address is left out.",
      z.object({ added: z.int(), refused: z.int() }),
      [...failures, "bad-request"],
    ),
    input("param", path),
    input(
      "json",
      z.object({
        addresses: z.array(z.string().max(300)).min(1).max(10_000),
        reason: z.enum(["byHand", "imported"]).default("byHand"),
      }),
    ),
    async (c) => {
      const { database, now } = c.var.deps;
      const { addresses, reason } = c.req.valid("json");
      const good = addresses.filter(isAddress);
      const added = await suppress(database, c.var.membership.workspaceId, good, {
        reason,
        at: now(),
        userId: c.var.caller.person.id,
      });
      return c.json({ added, refused: addresses.length - good.length });
    },
  )
  .delete(
    "/v1/w/:workspace/suppressions/:address",
    describe(
      "Mail",
      "Takes an address off the list, which is written down.",
      z.object({ ok: z.literal(true) }),
      failures,
    ),
    input("param", path.extend({ address: z.string() })),
    async (c) => {
      const { deps } = c.var;
      const { workspaceId } = c.var.membership;
      const address = addressKey(c.req.valid("param").address);
      const userId = c.var.caller.person.id;
      const at = deps.now();
      const reason = await release(deps.database, { workspaceId, address, userId, at });
      if (reason === undefined) throw new ApiError("not-found");
      // What their own word closed, is opened with it.
      if (reason === "unsubscribed" || reason === "complained") {
        const people = await peopleByAddress(deps.database, workspaceId, [address]);
        const effect = `released/${address}/${at}`;
        const personIds = [...people.values()];
        await tellRefused(deps, { workspaceId, userId, personIds, effect }, false);
      }
      return c.json({ ok: true as const });
    },
  );
