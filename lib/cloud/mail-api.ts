import * as z from "zod";
import { answerOf } from "./answer";
import { createApi, type Fetch } from "./api";
import type { Session } from "./session";

/** Sending mail through the server: mailboxes, mails that wait, addresses never written to. */

const provider = z.enum(["gmail", "outlook", "resend"]);
export type MailProvider = z.infer<typeof provider>;

const mailbox = z.object({
  id: z.string(),
  provider,
  address: z.string(),
  name: z.string(),
  canRead: z.boolean(),
  dailyLimit: z.number(),
  sentToday: z.number(),
  fileBytes: z.number(),
  problem: z.string().optional(),
  hook: z.string().optional(),
});
export type Mailbox = z.infer<typeof mailbox>;

const overview = z.object({
  ways: z.array(z.object({ provider, missing: z.array(z.string()) })),
  shared: z.string().optional(),
  mailboxes: z.array(mailbox),
});
export type MailOverview = z.infer<typeof overview>;

const mailState = z.object({
  state: z.enum(["pending", "sending", "sent", "failed", "cancelled", "bounced"]),
  dueAt: z.string(),
  zone: z.string(),
});

const suppressed = z.object({
  address: z.string(),
  reason: z.enum(["unsubscribed", "complained", "bounced", "byHand", "imported"]),
  at: z.string(),
});
export type Suppressed = z.infer<typeof suppressed>;

type Hours = { days: number[]; from: string; until: string };
export type When = { at?: string; zone: string; hours?: Hours };
export type NewMail = When & {
  id: string;
  personId: string;
  mailbox: string;
  to: { address: string; name: string };
  subject: string;
  text: string;
  html: string;
  format: "text" | "html";
  content: string;
  language: string;
  createdAt: string;
  rowAt?: string;
  answers?: string;
  hasFarewell?: boolean;
  files?: { name: string; type: string; data: string }[];
};

const done = z.object({ ok: z.literal(true) });
/** A server of an earlier version says nothing of the consent. */
const disconnected = done.extend({ consent: z.enum(["done", "byHand", "none"]).optional() });

export type MailApi = ReturnType<typeof createMailApi>;

/** Every function throws AppError. */
export function createMailApi(session: Session, fetch?: Fetch) {
  const space = createApi(session.server, session.token, fetch).v1.w[":workspace"];
  const workspace = session.workspaceId;
  const param = { workspace };
  return {
    overview: () => answerOf(space.mailboxes.$get({ param }), overview),
    /** The page to open in the browser. */
    consent: async (wanted: "gmail" | "outlook") => {
      const asked = space.mailboxes.consent.$post({ param, json: { provider: wanted } });
      return (await answerOf(asked, z.object({ url: z.url() }))).url;
    },
    connectResend: (json: { key?: string; from?: string; webhookSecret?: string }) =>
      answerOf(space.mailboxes.resend.$post({ param, json }), done),
    changeMailbox: (id: string, json: { dailyLimit?: number; name?: string }) =>
      answerOf(
        space.mailboxes[":mailbox"].$patch({ param: { workspace, mailbox: id }, json }),
        done,
      ),
    disconnect: (id: string) =>
      answerOf(
        space.mailboxes[":mailbox"].$delete({ param: { workspace, mailbox: id } }),
        disconnected,
      ),
    checkDomain: <T>(query: { domain: string; sender?: MailProvider }, shape: z.ZodType<T>) =>
      answerOf(space["domain-check"].$get({ param, query }), shape),
    send: (json: NewMail) => answerOf(space.mails.$post({ param, json }), mailState),
    move: (message: string, json: When) =>
      answerOf(space.mails[":message"].$patch({ param: { workspace, message }, json }), mailState),
    callOff: (message: string) =>
      answerOf(space.mails[":message"].$delete({ param: { workspace, message } }), mailState),
    async suppressions(): Promise<Suppressed[]> {
      const all: Suppressed[] = [];
      const page = z.object({ suppressions: z.array(suppressed), next: z.string().optional() });
      for (let after: string | undefined = ""; after !== undefined;) {
        const read: z.infer<typeof page> = await answerOf(
          space.suppressions.$get({ param, query: { after } }),
          page,
        );
        all.push(...read.suppressions);
        after = read.next;
      }
      return all;
    },
    suppress: (addresses: string[], reason: "byHand" | "imported") =>
      answerOf(
        space.suppressions.$post({ param, json: { addresses, reason } }),
        z.object({ added: z.number(), refused: z.number() }),
      ),
    release: (address: string) =>
      answerOf(space.suppressions[":address"].$delete({ param: { workspace, address } }), done),
  };
}
