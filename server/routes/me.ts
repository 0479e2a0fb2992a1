import { Hono } from "hono";
import * as z from "zod";
import { ROLES } from "@/lib/model/role";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { ensurePersonalWorkspace, workspacesOf } from "../workspaces";

export const workspaceShape = z.object({
  id: z.string(),
  name: z.string().describe("Empty for a personal workspace: the screen names it."),
  kind: z.enum(["personal", "team"]),
  role: z.enum(ROLES),
});

export const meAnswer = z.object({
  user: z.object({ id: z.string(), email: z.string(), name: z.string() }),
  device: z.object({ id: z.string(), name: z.string() }).optional(),
  workspaces: z.array(workspaceShape),
});

export const me = new Hono<AppEnv>()
  .get(
    "/v1/me",
    describe("Account", "The person and the device that ask.", meAnswer, [
      "not-signed-in",
      "device-revoked",
      "device-expired",
    ]),
    async (c) => {
      const { database, now } = c.var.deps;
      const { person, device } = c.var.caller;
      await ensurePersonalWorkspace(database, person.id, now());
      const answer: z.infer<typeof meAnswer> = {
        user: person,
        workspaces: await workspacesOf(database.orm, person.id),
      };
      if (device) answer.device = { id: device.id, name: device.name };
      return c.json(answer);
    },
  )
  .get(
    "/v1/workspaces",
    describe(
      "Account",
      "The workspaces the person is a member of.",
      z.object({ workspaces: z.array(workspaceShape) }),
      ["not-signed-in", "device-revoked", "device-expired"],
    ),
    async (c) => {
      const { database } = c.var.deps;
      return c.json({ workspaces: await workspacesOf(database.orm, c.var.caller.person.id) });
    },
  );
