import * as z from "zod";

/** An empty variable counts as absent: that is how a shell or a dashboard clears one. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const text = z.string().trim().min(1);
const json = z.string().refine((value) => isJsonObject(value), { message: "Not a JSON object" });
const port = z.coerce.number().int().min(0).max(65_535);

/** Every variable the server reads, once. `docs/deploy.md` lists them; a test compares the two. */
export const envSchema = z.object({
  PUBLIC_URL: optional(z.url()).describe(
    "The address people open in a browser. Default: the address the server listens on.",
  ),
  HOST: optional(text).describe("Where Node listens. Default: 127.0.0.1 (this computer only)."),
  PORT: optional(port).describe("The port Node listens on. Default: 8787."),
  DATA_DIR: optional(text).describe(
    "Folder of the embedded database and its secret. Default: .data. Node only.",
  ),
  DATABASE_URL: optional(z.url({ protocol: /^(libsql|https?|file)$/ })).describe(
    "A Turso or sqld address (libsql:, https:, http:). Default: a file in DATA_DIR; Workers need one.",
  ),
  DATABASE_TOKEN: optional(text).describe("The token of DATABASE_URL. Default: none."),
  WRITE_LANES: z
    .preprocess((value) => value || undefined, z.coerce.number().int().min(1).max(64).default(1))
    .describe(
      "How many groups of pushes may be under way at once. Default: 1; sqld locks up at 4, so at most 2 there.",
    ),
  AUTH_SECRET: optional(z.string().min(32)).describe(
    "Signs sessions; at least 32 characters. Default: made once and kept in DATA_DIR; Workers need one.",
  ),
  SIGN_UP: z
    .preprocess((value) => value || undefined, z.enum(["open", "closed"]).default("open"))
    .describe("`closed` lets nobody new in. Default: open."),
  RESEND_API_KEY: optional(text).describe(
    "Sends sign-in codes by e-mail through Resend. Default: codes are printed to the server's log.",
  ),
  MAIL_FROM: optional(text).describe(
    "The sender of those e-mails, as `Name <address>`. Needed with RESEND_API_KEY.",
  ),
  MAIL_KEYS: optional(text).describe(
    "Seals the tokens of connected mailboxes: 32 bytes as base64, several by commas, of which the first seals. Default: made once and kept in DATA_DIR; Workers need one to offer mailboxes.",
  ),
  MAIL_FROM_MEMBERS: optional(text).describe(
    "Lends RESEND_API_KEY to members for mails of their own, sent from this `Name <address>`. Default: they bring a mailbox or a key.",
  ),
  RESEND_WEBHOOK_SECRET: optional(z.string().regex(/^whsec_/)).describe(
    "Proves that bounces of those mails are told by Resend. Default: they are not heard of.",
  ),
  SERVICE_URLS: optional(json).describe(
    "Other addresses of outside services, as JSON, for a proxy or a test: server/integrations/services.ts names them. Default: their own.",
  ),
  CLIENT_IP_HEADER: optional(text).describe(
    "The header in which your proxy puts the caller's address. Default: none in Node, cf-connecting-ip on Workers.",
  ),
  GOOGLE_CLIENT_ID: optional(text).describe("Shows “Continue with Google”. Default: not shown."),
  GOOGLE_CLIENT_SECRET: optional(text).describe("Goes with GOOGLE_CLIENT_ID."),
  MICROSOFT_CLIENT_ID: optional(text).describe(
    "Shows “Continue with Microsoft”. Default: not shown.",
  ),
  MICROSOFT_CLIENT_SECRET: optional(text).describe("Goes with MICROSOFT_CLIENT_ID."),
  LINKEDIN_CLIENT_ID: optional(text).describe(
    "Shows “Continue with LinkedIn”. Default: not shown.",
  ),
  LINKEDIN_CLIENT_SECRET: optional(text).describe("Goes with LINKEDIN_CLIENT_ID."),
});

function isJsonObject(value: string): boolean {
  try {
    return typeof JSON.parse(value) === "object";
  } catch {
    return false;
  }
}

export type Env = z.infer<typeof envSchema>;

const PAIRS: [keyof Env, keyof Env][] = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
  ["LINKEDIN_CLIENT_ID", "LINKEDIN_CLIENT_SECRET"],
  ["RESEND_API_KEY", "MAIL_FROM"],
];

/** Throws one sentence that names every variable at fault. */
export function parseEnv(source: Record<string, unknown>): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`The settings cannot be used. ${faults.join("; ")}`);
  }
  for (const [first, second] of PAIRS) {
    if (Boolean(parsed.data[first]) !== Boolean(parsed.data[second])) {
      throw new Error(`The settings cannot be used. ${first} and ${second} go together.`);
    }
  }
  return parsed.data;
}
