/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import * as z from "zod";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { acceptInvitation, declineInvitation, openInvitation } from "../invitations";
import { AnsweredPage, InvitePage, StalePage, WrongAddressPage } from "../pages/invite-page";
import { sayFor, showPage } from "../pages/page";
import { demand } from "../rate-limit";

const LOOKS = { max: 60, seconds: 600 };
const form = z.object({ code: z.string().max(200), decision: z.enum(["accept", "decline"]) });

/** Where an invitation's link leads: who asks whom into what, and two buttons. */
export const invitePage = new Hono<AppEnv>()
  .get("/invite", async (c) => {
    const { auth, addressOf, database, limits, now } = c.var.deps;
    const code = c.req.query("code") ?? "";
    await demand(limits, `invite-look:${addressOf(c)}`, LOOKS);
    const offer = await openInvitation(database, code, now());
    if (!offer) return showStale(c);
    const session = await auth.api.getSession({ headers: c.req.raw.headers });
    if (!session) {
      const next = `/invite?code=${encodeURIComponent(code)}`;
      return c.redirect(
        `/sign-in?next=${encodeURIComponent(next)}&email=${encodeURIComponent(offer.email)}`,
        303,
      );
    }
    const say = sayFor(c);
    const { email } = session.user;
    if (email.toLowerCase() !== offer.email) {
      return showPage(
        c,
        { title: say("inviteTitle"), status: 403 },
        <WrongAddressPage say={say} code={code} offered={offer.email} email={email} />,
      );
    }
    return showPage(
      c,
      { title: say("inviteTitle") },
      <InvitePage say={say} code={code} offer={offer} />,
    );
  })
  .post("/invite", async (c) => {
    const { database, now } = c.var.deps;
    const parsed = form.safeParse(await c.req.parseBody());
    if (!parsed.success) throw new ApiError("bad-request");
    const { code, decision } = parsed.data;
    const { person } = c.var.caller;
    const offer = await openInvitation(database, code, now());
    // To anybody but the one it is meant for, the invitation does not exist.
    if (!offer || offer.email !== person.email.toLowerCase()) return showStale(c);
    const accepted = decision === "accept";
    const answer = { person, now: now() };
    if (accepted) await acceptInvitation(database, offer, answer);
    else await declineInvitation(database, offer, answer);
    const say = sayFor(c);
    return showPage(
      c,
      { title: say(accepted ? "joinedTitle" : "declinedTitle") },
      <AnsweredPage say={say} team={offer.team} accepted={accepted} />,
    );
  });

function showStale(c: Context<AppEnv>) {
  const say = sayFor(c);
  return showPage(c, { title: say("inviteStaleTitle"), status: 404 }, <StalePage say={say} />);
}
