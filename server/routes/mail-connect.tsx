/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { AppEnv } from "../app-env";
import type { Person } from "../devices";
import { ServiceFailure } from "../integrations/failure";
import { askedFor, forgetAsked, providerUrl, takeConsent, type Asked } from "../mailing/consent";
import { MailboxPage } from "../pages/mailbox-page";
import { sayFor, showPage } from "../pages/page";
import type { Word } from "../pages/words";
import { membership } from "../workspaces";

/** The browser's part of connecting a mailbox: out to the provider, and back with its answer. */
export const mailConnect = new Hono<AppEnv>()
  .get("/mail/connect", async (c) => {
    const state = c.req.query("state") ?? "";
    const user = await signedIn(c);
    if (user === undefined) {
      const next = `/mail/connect?state=${encodeURIComponent(state)}`;
      return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);
    }
    const asked = await askedFor(c.var.deps, state, user.id);
    if (!asked) return trouble(c, "mailStale", 404);
    return c.redirect(await providerUrl(c.var.deps, asked, state), 303);
  })
  .get("/mail/connected", async (c) => {
    const { database, log } = c.var.deps;
    const { state = "", code, error } = c.req.query();
    const user = await signedIn(c);
    const asked = user && (await askedFor(c.var.deps, state, user.id));
    if (!asked || !(await mayConnect(c, asked))) return trouble(c, "mailStale", 404);
    if (code === undefined) {
      await forgetAsked(database, asked);
      return trouble(c, error === "access_denied" ? "mailDenied" : "mailFailed", 400);
    }
    try {
      const { address, granted } = await takeConsent(c.var.deps, asked, {
        state,
        code,
        name: user.name,
      });
      if (!granted.maySend) return await trouble(c, "mailNoSending", 400);
      return await connected(c, address, granted.mayRead);
    } catch (failure) {
      if (!(failure instanceof ServiceFailure)) throw failure;
      log(`A mailbox was not connected: ${failure.message}`);
      return trouble(c, "mailFailed", 400);
    }
  });

async function signedIn(c: Context<AppEnv>): Promise<Person | undefined> {
  const session = await c.var.deps.auth.api.getSession({ headers: c.req.raw.headers });
  return session?.user;
}

/** Much may have happened since it was asked for. */
async function mayConnect(c: Context<AppEnv>, { workspaceId, userId }: Asked): Promise<boolean> {
  const found = await membership(c.var.deps.database.orm, workspaceId, userId);
  return found !== undefined && !found.removed;
}

function connected(c: Context<AppEnv>, address: string, mayRead: boolean) {
  const say = sayFor(c);
  return showPage(
    c,
    { title: say("mailConnectedTitle") },
    <MailboxPage
      title={say("mailConnectedTitle")}
      text={say(mayRead ? "mailConnected" : "mailConnectedBlind", { address })}
    />,
  );
}

function trouble(c: Context<AppEnv>, problem: Word, status: 400 | 404) {
  const say = sayFor(c);
  const title = say("mailNotConnected");
  return showPage(c, { title, status }, <MailboxPage title={title} problem={say(problem)} />);
}
