/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { AppEnv } from "../app-env";
import { sql } from "../database";
import { peopleByAddress } from "../mailing/people";
import { suppress } from "../mailing/suppressions";
import { tellRefused } from "../mailing/tell";
import { readUnsubscribeToken, type Leaver } from "../mailing/unsubscribe-link";
import { sayFor, showPage } from "../pages/page";
import { LeavePage, LeftPage, NoLinkPage } from "../pages/unsubscribe-page";

/**
 * Saying “no more” without an account (RFC 8058). Programs open links by themselves to look at them: so looking
 * changes nothing, and only a POST, of a mail program or of the page's button, does.
 */
export const unsubscribe = new Hono<AppEnv>()
  .get("/u/:token", async (c) => {
    const say = sayFor(c);
    const leaver = await leaverOf(c);
    if (!leaver) return noLink(c);
    return showPage(
      c,
      { title: say("leaveTitle") },
      <LeavePage say={say} address={leaver.address} />,
    );
  })
  .post("/u/:token", async (c) => {
    const { database, now } = c.var.deps;
    const say = sayFor(c);
    const leaver = await leaverOf(c);
    if (!leaver) return noLink(c);
    const { workspaceId, address } = leaver;
    await suppress(database, workspaceId, [address], { reason: "unsubscribed", at: now() });
    const people = await peopleByAddress(database, workspaceId, [address]);
    const [owners] = await database.read([
      sql("select owner_id id from workspace where id = ?", workspaceId),
    ]);
    await tellRefused(
      c.var.deps,
      {
        workspaceId,
        userId: String(owners?.[0]?.id ?? ""),
        personIds: [...people.values()],
        // Once a day is enough, and a second leaving after having come back counts again.
        effect: `unsubscribed/${address}/${Math.floor(now() / 86_400_000)}`,
      },
      true,
    );
    return showPage(c, { title: say("leftTitle") }, <LeftPage say={say} address={address} />);
  });

function leaverOf(c: Context<AppEnv>): Promise<Leaver | undefined> {
  return readUnsubscribeToken(c.var.deps.mailing.secret, c.req.param("token") ?? "");
}

function noLink(c: Context<AppEnv>) {
  const say = sayFor(c);
  return showPage(c, { title: say("leaveTitle"), status: 404 }, <NoLinkPage say={say} />);
}
