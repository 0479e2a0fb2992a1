/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import * as z from "zod";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { sayFor, showPage } from "../pages/page";
import { ApprovePage, AskCodePage, DecidedPage } from "../pages/pair-page";
import { decidePairing, pendingPairing } from "../pairing";
import { readUserCode } from "../token";
import { countGuess } from "./pair";

const form = z.object({ user_code: z.string().max(40), decision: z.enum(["approve", "deny"]) });

export const pairPage = new Hono<AppEnv>()
  .get("/pair", async (c) => {
    const { auth, database, now } = c.var.deps;
    const typed = c.req.query("code");
    const session = await auth.api.getSession({ headers: c.req.raw.headers });
    if (!session) {
      const next = typed ? `/pair?code=${encodeURIComponent(typed)}` : "/pair";
      return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);
    }
    const say = sayFor(c);
    if (!typed) return showPage(c, { title: say("codeAsk") }, <AskCodePage say={say} />);
    await countGuess(c, session.user.id);
    const code = readUserCode(typed);
    const asked = code && (await pendingPairing(database, code, now()));
    if (!asked) {
      return showPage(
        c,
        { title: say("codeAsk"), status: 404 },
        <AskCodePage say={say} problem={say("codeStale")} />,
      );
    }
    return showPage(
      c,
      { title: say("codeTitle") },
      <ApprovePage
        say={say}
        userCode={asked.userCode}
        deviceName={asked.deviceName}
        email={session.user.email}
      />,
    );
  })
  .post("/pair", async (c) => {
    const { database, now } = c.var.deps;
    const parsed = form.safeParse(await c.req.parseBody());
    if (!parsed.success) throw new ApiError("bad-request");
    const userId = c.var.caller.person.id;
    await countGuess(c, userId);
    const say = sayFor(c);
    const userCode = readUserCode(parsed.data.user_code);
    const approve = parsed.data.decision === "approve";
    const decided =
      userCode !== undefined &&
      (await decidePairing(database, { userCode, userId, approve, now: now() }));
    if (!decided) {
      return showPage(
        c,
        { title: say("codeAsk"), status: 404 },
        <AskCodePage say={say} problem={say("codeStale")} />,
      );
    }
    const title = say(approve ? "approvedTitle" : "deniedTitle");
    return showPage(c, { title }, <DecidedPage say={say} approved={approve} />);
  });
