import { Hono, type Context } from "hono";
import * as z from "zod";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { decidePairing, pollPairing, startPairing } from "../pairing";
import { demand } from "../rate-limit";
import { readUserCode } from "../token";
import { input } from "../validate";
import { workspacesOf } from "../workspaces";
import { deviceName } from "./devices";
import { workspaceShape } from "./me";

/** A short code has 34 bits and ten minutes: a guesser gets far less than one chance in a million. */
const GUESSES = { max: 20, seconds: 600 };
const STARTS = { max: 30, seconds: 600 };
const POLLS = { max: 600, seconds: 600 };

const started = z.object({
  device_code: z.string().describe("For the device alone: it polls with it."),
  user_code: z.string().describe("For the person: it must be the same on both screens."),
  verification_uri: z.url(),
  verification_uri_complete: z.url(),
  expires_in: z.int().describe("Seconds."),
  interval: z.int().describe("Seconds to wait between two polls."),
});

const paired = z.object({
  access_token: z.string().describe("Sent this once; the server keeps its hash."),
  token_type: z.literal("Bearer"),
  device_id: z.string(),
  user: z.object({ id: z.string(), email: z.string(), name: z.string() }),
  workspaces: z.array(workspaceShape),
});

const userCode = z.object({ user_code: z.string().max(40) });
const done = z.object({ ok: z.literal(true) });

export const pair = new Hono<AppEnv>()
  .post(
    "/v1/pair/start",
    describe("Pairing", "Begins to connect a device (RFC 8628).", started, [
      "bad-request",
      "too-many",
    ]),
    input("json", z.object({ device_name: deviceName })),
    async (c) => {
      const { database, limits, now, publicUrl, addressOf } = c.var.deps;
      await demand(limits, `pair-start:${addressOf(c)}`, STARTS);
      const { device_name } = c.req.valid("json");
      const made = await startPairing(database, device_name, now());
      const page = new URL("/pair", publicUrl);
      const complete = new URL(page);
      complete.searchParams.set("code", made.userCode);
      return c.json({
        device_code: made.deviceCode,
        user_code: made.userCode,
        verification_uri: page.href,
        verification_uri_complete: complete.href,
        expires_in: made.expiresIn,
        interval: made.interval,
      });
    },
  )
  .post(
    "/v1/pair/poll",
    describe(
      "Pairing",
      "Asks whether the person has approved. 400 with `error`: authorization_pending, slow_down, access_denied or expired_token.",
      paired,
      ["too-many"],
    ),
    input("json", z.object({ device_code: z.string().max(200) })),
    async (c) => {
      const { database, limits, now, addressOf } = c.var.deps;
      await demand(limits, `pair-poll:${addressOf(c)}`, POLLS);
      const polled = await pollPairing(database, c.req.valid("json").device_code, now());
      if (polled.state === "slow_down") {
        return c.json({ error: polled.state, interval: polled.interval }, 400);
      }
      if (polled.state !== "paired") return c.json({ error: polled.state }, 400);
      const { token, deviceId, person } = polled;
      return c.json({
        access_token: token,
        token_type: "Bearer" as const,
        device_id: deviceId,
        user: person,
        workspaces: await workspacesOf(database.orm, person.id),
      });
    },
  )
  .post(
    "/v1/pair/approve",
    describe("Pairing", "Lets the device with this code in, as the person signed in.", done, [
      "not-signed-in",
      "forbidden",
      "not-found",
      "too-many",
    ]),
    input("json", userCode),
    async (c) => {
      await decide(c, c.req.valid("json").user_code, true);
      return c.json({ ok: true as const });
    },
  )
  .post(
    "/v1/pair/deny",
    describe("Pairing", "Turns the device with this code away.", done, [
      "not-signed-in",
      "forbidden",
      "not-found",
      "too-many",
    ]),
    input("json", userCode),
    async (c) => {
      await decide(c, c.req.valid("json").user_code, false);
      return c.json({ ok: true as const });
    },
  );

/** Counted per person before it is looked at, so that codes cannot be tried out. */
export async function countGuess(c: Context<AppEnv>, userId: string): Promise<void> {
  const { limits } = c.var.deps;
  await demand(limits, `pair-code:${userId}`, GUESSES);
}

async function decide(c: Context<AppEnv>, typed: string, approve: boolean): Promise<void> {
  const { database, now } = c.var.deps;
  const userId = c.var.caller.person.id;
  await countGuess(c, userId);
  const code = readUserCode(typed);
  const known =
    code !== undefined &&
    (await decidePairing(database, { userCode: code, userId, approve, now: now() }));
  if (!known) throw new ApiError("not-found");
}
