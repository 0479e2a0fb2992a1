import { Hono } from "hono";
import * as z from "zod";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { bearerOf } from "../guard";
import { input } from "../validate";
import { askWipe, callOffWipe, confirmWipe } from "../wiping";
import { done } from "./teams";

const path = z.object({ device: z.string() });
const failures = ["not-signed-in", "device-revoked", "device-expired", "not-found"] as const;

export const deviceWipe = new Hono<AppEnv>()
  .post(
    "/v1/devices/:device/wipe",
    describe(
      "Devices",
      "Has a lost device erase its notebook at its next call, after sending what it had not sent.",
      done,
      failures,
    ),
    input("param", path),
    async (c) => {
      const { database, now } = c.var.deps;
      const { device: id } = c.req.valid("param");
      const userId = c.var.caller.person.id;
      if (!(await askWipe(database, { userId, id, now: now() }))) throw new ApiError("not-found");
      return c.json({ ok: true as const });
    },
  )
  .delete(
    "/v1/devices/:device/wipe",
    describe("Devices", "Calls the wipe off, while the device has not called.", done, failures),
    input("param", path),
    async (c) => {
      const { database, now } = c.var.deps;
      const { device: id } = c.req.valid("param");
      const userId = c.var.caller.person.id;
      if (!(await callOffWipe(database, { userId, id, now: now() }))) {
        throw new ApiError("not-found");
      }
      return c.json({ ok: true as const });
    },
  )
  .post(
    "/v1/devices/wiped",
    describe("Devices", "The device says that its notebook is gone.", done, [
      "bad-request",
      "not-found",
    ]),
    input("json", z.object({ unsent: z.int().nonnegative().max(1_000_000_000) })),
    async (c) => {
      const { database, now } = c.var.deps;
      const token = bearerOf(c);
      const { unsent } = c.req.valid("json");
      const known =
        token !== undefined && (await confirmWipe(database, token, { unsent, now: now() }));
      if (!known) throw new ApiError("not-found");
      return c.json({ ok: true as const });
    },
  );
