import { Hono } from "hono";
import * as z from "zod";
import { PROTOCOL, SCHEMA } from "@/lib/sync/change";
import type { AppEnv } from "../app-env";
import { sql } from "../database";
import { describe } from "../describe";

export const healthAnswer = z.object({
  ok: z.literal(true),
  now: z.number().describe("The server's time in milliseconds."),
  protocol: z.int(),
  schema: z.int(),
});

export const health = new Hono<AppEnv>().get(
  "/health",
  describe("Server", "Says whether the server and its database answer.", healthAnswer, [
    "server-error",
  ]),
  async (c) => {
    const { database, now } = c.var.deps;
    await database.read([sql("select 1")]);
    return c.json({ ok: true as const, now: now(), protocol: PROTOCOL, schema: SCHEMA });
  },
);
