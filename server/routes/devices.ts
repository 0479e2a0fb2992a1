import { Hono } from "hono";
import * as z from "zod";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { devicesOf, renameDevice, revokeDevice } from "../devices";
import { input } from "../validate";

export const deviceName = z.string().trim().min(1).max(80);

const deviceList = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime().describe("Right to the hour."),
      current: z.boolean().describe("Whether it is the one that asks."),
      wipe: z
        .object({
          askedAt: z.iso.datetime(),
          doneAt: z.iso.datetime().optional(),
          unsent: z.int().optional().describe("Edits that could not be sent before they went."),
        })
        .optional(),
    }),
  ),
});
const path = z.object({ device: z.string() });
const done = z.object({ ok: z.literal(true) });
const failures = ["not-signed-in", "device-revoked", "device-expired", "not-found"] as const;

export const devices = new Hono<AppEnv>()
  .get(
    "/v1/devices",
    describe("Devices", "The person's connected devices.", deviceList, failures),
    async (c) => {
      const { person, device } = c.var.caller;
      const { database, now } = c.var.deps;
      const found = await devicesOf(database.orm, person.id, now());
      const list = found.map((one) => ({
        id: one.id,
        name: one.name,
        createdAt: one.createdAt.toISOString(),
        lastSeenAt: one.lastSeenAt.toISOString(),
        current: one.id === device?.id,
        ...(one.wipeAskedAt && { wipe: wipeOf(one.wipeAskedAt, one.wipedAt, one.wipedUnsent) }),
      }));
      return c.json({ devices: list });
    },
  )
  .patch(
    "/v1/devices/:device",
    describe("Devices", "Gives a device another name.", done, [...failures, "bad-request"]),
    input("param", path),
    input("json", z.object({ name: deviceName })),
    async (c) => {
      const { device } = c.req.valid("param");
      const { name } = c.req.valid("json");
      const { person } = c.var.caller;
      const renamed = await renameDevice(c.var.deps.database.orm, person.id, device, name);
      if (!renamed) throw new ApiError("not-found");
      return c.json({ ok: true as const });
    },
  )
  .delete(
    "/v1/devices/:device",
    describe("Devices", "Disconnects a device; what it holds stays on it.", done, failures),
    input("param", path),
    async (c) => {
      const { database, now } = c.var.deps;
      const { device } = c.req.valid("param");
      const revoked = await revokeDevice(database.orm, c.var.caller.person.id, device, now());
      if (!revoked) throw new ApiError("not-found");
      return c.json({ ok: true as const });
    },
  );

function wipeOf(askedAt: Date, doneAt: Date | null, unsent: number | null) {
  return {
    askedAt: askedAt.toISOString(),
    ...(doneAt && { doneAt: doneAt.toISOString(), unsent: unsent ?? 0 }),
  };
}
