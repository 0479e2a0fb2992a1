import { Hono } from "hono";
import { stream } from "hono/streaming";
import * as z from "zod";
import { exportAccount } from "../account-export";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { eraseAccount } from "../erase-account";
import { demand } from "../rate-limit";
import { input } from "../validate";
import { ensurePersonalWorkspace, workspacesOf } from "../workspaces";
import { done } from "./teams";

const EXPORTS = { max: 10, seconds: 3600 };
const failures = ["not-signed-in", "device-revoked", "device-expired"] as const;

const exported = z
  .looseObject({
    format: z.literal("rapport-account"),
    exportedAt: z.iso.datetime(),
    user: z.object({ id: z.string(), email: z.string(), name: z.string() }),
    rows: z.array(z.looseObject({ tbl: z.string(), id: z.string() })),
  })
  .describe("All the server holds of the person, besides what is a team's.");

export const account = new Hono<AppEnv>()
  .get(
    "/v1/me/export",
    describe("Account", "Everything the server holds of the person.", exported, [
      ...failures,
      "too-many",
    ]),
    async (c) => {
      const { database, limits, now, log } = c.var.deps;
      const { person } = c.var.caller;
      await demand(limits, `export:${person.id}`, EXPORTS);
      await ensurePersonalWorkspace(database, person.id, now());
      const spaces = await workspacesOf(database.orm, person.id);
      const own = spaces.find(({ kind }) => kind === "personal");
      if (!own) throw new ApiError("server-error");
      c.header("content-type", "application/json");
      c.header("content-disposition", 'attachment; filename="rapport-account.json"');
      return stream(
        c,
        async (out) => {
          for await (const part of exportAccount(database, person, own.id, now())) {
            await out.write(part);
          }
        },
        async (error) => log(`GET /v1/me/export: ${error.stack ?? error.message}`),
      );
    },
  )
  .post(
    "/v1/me/erase",
    describe(
      "Account",
      "Erases the account and all that is its own, here and, at their next call, on its devices.",
      done,
      [...failures, "bad-request", "forbidden", "last-owner"],
    ),
    input("json", z.object({ email: z.string().max(254).describe("Typed again, to be sure.") })),
    async (c) => {
      const { person } = c.var.caller;
      const typed = c.req.valid("json").email.trim().toLowerCase();
      if (typed !== person.email.toLowerCase()) throw new ApiError("bad-request");
      await eraseAccount(c.var.deps, person);
      return c.json({ ok: true as const });
    },
  );
