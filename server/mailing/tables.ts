import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { instant } from "../instant";

/** What sending mail for people stands on. What is kept of a mail, and why, is in docs/threat-model.md. */

export const MAIL_PROVIDERS = ["gmail", "outlook", "resend"] as const;
export type MailProvider = (typeof MAIL_PROVIDERS)[number];

/** A mailbox a person connected. Its tokens are sealed under a key of its own, that one under the server's. */
export const integration = sqliteTable(
  "integration",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").notNull(),
    userId: text("user_id").notNull(),
    provider: text("provider", { enum: MAIL_PROVIDERS }).notNull(),
    address: text("address").notNull(),
    name: text("name").notNull(),
    sealedKey: text("sealed_key").notNull(),
    sealedTokens: text("sealed_tokens").notNull(),
    /** Whether the person let answers be read. */
    canRead: integer("can_read", { mode: "boolean" }).notNull(),
    /** Most mails in any 24 hours. */
    dailyLimit: integer("daily_limit").notNull(),
    /** Answers up to here were read. */
    readUntil: instant("read_until").notNull(),
    /** Why it does not work at the moment, as a code. */
    problem: text("problem"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("integration_address").on(table.workspaceId, table.userId, table.address),
  ],
);

/** A consent asked for and not yet given. The state itself is only in the address of the browser. */
export const oauthRequest = sqliteTable("oauth_request", {
  stateHash: text("state_hash").primaryKey(),
  workspaceId: text("workspace_id").notNull(),
  userId: text("user_id").notNull(),
  provider: text("provider", { enum: ["gmail", "outlook"] }).notNull(),
  expiresAt: instant("expires_at").notNull(),
});

export const DELIVERY_STATES = [
  "pending",
  "sending",
  "sent",
  "failed",
  "cancelled",
  "bounced",
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A mail to be sent or sent, one per message. Its text is emptied once it has left. */
export const emailDelivery = sqliteTable(
  "email_delivery",
  {
    workspaceId: text("workspace_id").notNull(),
    messageId: text("message_id").notNull(),
    userId: text("user_id").notNull(),
    integrationId: text("integration_id").notNull(),
    personId: text("person_id").notNull(),
    address: text("address").notNull(),
    name: text("name").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    language: text("language").notNull(),
    /** Whether the text ends with the line about writing no more. */
    hasFarewell: integer("has_farewell", { mode: "boolean" }).notNull(),
    state: text("state", { enum: DELIVERY_STATES }).notNull(),
    dueAt: instant("due_at").notNull(),
    zone: text("zone").notNull(),
    /** The recipient's working hours as JSON, when it may leave only within them. */
    hours: text("hours"),
    /** In a header of the mail: by it a mail that may have left is found again. */
    marker: text("marker").notNull(),
    rfcId: text("rfc_id").notNull(),
    inReplyTo: text("in_reply_to"),
    references: text("refs"),
    threadId: text("thread_id"),
    providerId: text("provider_id"),
    /** When it was last handed to the provider without an answer that settled it. */
    triedAt: instant("tried_at"),
    sentAt: instant("sent_at"),
    failure: text("failure"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.messageId] }),
    index("email_delivery_rfc").on(table.rfcId),
    index("email_delivery_provider").on(table.providerId),
    index("email_delivery_sent").on(table.integrationId, table.sentAt),
    index("email_delivery_address").on(table.workspaceId, table.address),
  ],
);

/** Files of a mail still to be sent, cut to what one value may hold. */
export const mailFile = sqliteTable(
  "mail_file",
  {
    workspaceId: text("workspace_id").notNull(),
    messageId: text("message_id").notNull(),
    place: integer("place").notNull(),
    part: integer("part").notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    /** Base64. */
    data: text("data").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.messageId, table.place, table.part] }),
  ],
);

export const SUPPRESSION_REASONS = [
  "unsubscribed",
  "complained",
  "bounced",
  "byHand",
  "imported",
] as const;

/** Addresses a workspace never writes to. */
export const suppression = sqliteTable(
  "suppression",
  {
    workspaceId: text("workspace_id").notNull(),
    address: text("address").notNull(),
    reason: text("reason", { enum: SUPPRESSION_REASONS }).notNull(),
    at: instant("at").notNull(),
    userId: text("user_id"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.address] })],
);

/** One thing to be done once at some moment. Its key is what makes it that thing. */
export const occurrence = sqliteTable(
  "occurrence",
  {
    key: text("key").primaryKey(),
    kind: text("kind").notNull(),
    /** JSON. */
    payload: text("payload").notNull(),
    dueAt: integer("due_at").notNull(),
    /** Who is at it, and until when nobody else may be. */
    claim: text("claim"),
    claimedUntil: integer("claimed_until"),
    attempts: integer("attempts").notNull(),
    doneAt: integer("done_at"),
    outcome: text("outcome"),
  },
  (table) => [index("occurrence_due").on(table.doneAt, table.dueAt)],
);
