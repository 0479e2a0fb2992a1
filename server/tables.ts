import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { ROLES } from "@/lib/model/role";
import { instant } from "./instant";

/** The server's own tables. `npm run migrations` turns a change here into SQL under drizzle/. */

// Identity, as better-auth names its models and fields.

export const user = sqliteTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

export const session = sqliteTable(
  "session",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("user_id").notNull(),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("session_user").on(table.userId)],
);

export const account = sqliteTable(
  "account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id").notNull(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("account_user").on(table.userId)],
);

export const verification = sqliteTable(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("verification_identifier").on(table.identifier)],
);

// Devices and how they get in.

export const device = sqliteTable(
  "device",
  {
    id: text("id").primaryKey(),
    userId: text("user_id").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of the token; the token itself is sent once and kept nowhere. */
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    revokedAt: instant("revoked_at"),
    /** The person wants the notebook off this device; it hears so at its next call, and says when it is done. */
    wipeAskedAt: instant("wipe_asked_at"),
    wipedAt: instant("wiped_at"),
    /** Edits that could not be sent before they went with it. */
    wipedUnsent: integer("wiped_unsent"),
  },
  (table) => [index("device_user").on(table.userId)],
);

/** Devices of accounts that are no more, until they have called and learned of it. Nothing here leads to a person. */
export const erasedToken = sqliteTable("erased_token", {
  tokenHash: text("token_hash").primaryKey(),
  at: instant("at").notNull(),
});

export const pairing = sqliteTable(
  "pairing",
  {
    /** SHA-256 of the code that the device alone knows. */
    deviceCodeHash: text("device_code_hash").primaryKey(),
    /** The short code a person compares. */
    userCode: text("user_code").notNull().unique(),
    deviceName: text("device_name").notNull(),
    status: text("status", { enum: ["pending", "approved", "denied", "used"] }).notNull(),
    userId: text("user_id"),
    /** Seconds a device must wait between two polls; grows when it does not. */
    interval: integer("interval").notNull(),
    polledAt: instant("polled_at"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("pairing_expires").on(table.expiresAt)],
);

export const rateLimit = sqliteTable("rate_limit", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  /** When the window began, in milliseconds. */
  since: integer("since").notNull(),
});

// Workspaces and what is in them.

export const workspace = sqliteTable(
  "workspace",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["personal", "team"] }).notNull(),
    name: text("name").notNull(),
    ownerId: text("owner_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("workspace_personal")
      .on(table.ownerId)
      .where(sql`${table.kind} = 'personal'`),
  ],
);

export const member = sqliteTable(
  "member",
  {
    workspaceId: text("workspace_id").notNull(),
    userId: text("user_id").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: instant("created_at").notNull(),
    /** A removed member learns that it was removed; a stranger learns nothing. */
    removedAt: instant("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    index("member_user").on(table.userId),
  ],
);

/** A place in a team, offered by mail to one address. */
export const invitation = sqliteTable(
  "invitation",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").notNull(),
    email: text("email").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    /** SHA-256 of the link's secret; sending again makes another. */
    secretHash: text("secret_hash").notNull().unique(),
    invitedBy: text("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [uniqueIndex("invitation_email").on(table.workspaceId, table.email)],
);

/** Where a workspace's sequence stands. */
export const meta = sqliteTable("meta", {
  workspaceId: text("workspace_id").primaryKey(),
  seq: integer("seq").notNull().default(0),
  /** Which life of the workspace this is: another one after a restore from backup. */
  epoch: text("epoch").notNull(),
  epochStart: integer("epoch_start").notNull().default(0),
  /** Deletions at or below this sequence are forgotten. */
  floor: integer("floor").notNull().default(0),
});

/**
 * Every synced row, whatever its noun, as JSON with its stamps. A changed row moves to the end of its
 * workspace's sequence, so that a pull reads one range of the primary key.
 */
export const rows = sqliteTable(
  "rows",
  {
    workspaceId: text("workspace_id").notNull(),
    seq: integer("seq").notNull(),
    tbl: text("tbl").notNull(),
    id: text("id").notNull(),
    hlc: text("hlc").notNull(),
    del: integer("del", { mode: "boolean" }).notNull(),
    data: text("data").notNull(),
    fv: text("fv"),
    /** The user whose push changed the row last. */
    by: text("by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.seq] }),
    uniqueIndex("rows_id").on(table.workspaceId, table.tbl, table.id),
  ],
);

/** The server's memory of each device's pushes: the last record and the answer it got. */
export const client = sqliteTable(
  "client",
  {
    workspaceId: text("workspace_id").notNull(),
    cid: text("cid").notNull(),
    userId: text("user_id").notNull(),
    last: integer("last").notNull(),
    seq: integer("seq").notNull(),
    rejected: text("rejected").notNull(),
    restamped: text("restamped"),
    seenAt: instant("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.cid] })],
);

export const auditEntry = sqliteTable(
  "audit_entry",
  {
    id: text("id").primaryKey(),
    at: instant("at").notNull(),
    userId: text("user_id"),
    deviceId: text("device_id"),
    workspaceId: text("workspace_id"),
    action: text("action").notNull(),
    detail: text("detail"),
  },
  (table) => [
    index("audit_user").on(table.userId, table.at),
    index("audit_workspace").on(table.workspaceId, table.at),
  ],
);
