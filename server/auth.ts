import { betterAuth } from "better-auth/minimal";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { emailOTP } from "better-auth/plugins/email-otp";
import type { Database } from "./database";
import type { Env } from "./env";
import type { Mail } from "./mail";
import type { Limits } from "./rate-limit";
import * as tables from "./tables";
import { ensurePersonalWorkspace } from "./workspaces";

/** The header in which app.ts hands the caller's address over; a caller's own is thrown away. */
export const ADDRESS_HEADER = "x-rapport-address";

export const PROVIDERS = ["google", "microsoft", "linkedin"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** The page one comes back to when signing in there did not work; what was wrong is added as `error`. */
export const PROVIDER_TROUBLE = "/sign-in?problem=provider";

/** The provider does not say that the address is the person's. */
export const UNPROVEN = "address_unproven";

const CODE_SECONDS = 600;

type Settings = {
  database: Database;
  env: Env;
  mail: Mail;
  limits: Limits;
  publicUrl: string;
  secret: string;
  now: () => number;
  log: (line: string) => void;
};

export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ database, env, mail, limits, publicUrl, secret, now, log }: Settings) {
  return betterAuth({
    appName: "Rapport",
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => log(message) },
    trustedOrigins: [publicUrl, ...loopbackTwins(publicUrl)],
    database: drizzleAdapter(database.orm, { provider: "sqlite", schema: tables }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      disableSignUp: env.SIGN_UP === "closed",
      // Where letters do not arrive nobody could prove an address; the server is its owner's alone.
      requireEmailVerification: mail.delivers,
    },
    emailVerification: { autoSignInAfterVerification: true },
    socialProviders: socialProviders(env),
    // Where nothing says which page the person came from.
    onAPIError: { errorURL: new URL(PROVIDER_TROUBLE, publicUrl).href },
    plugins: [
      emailOTP({
        expiresIn: CODE_SECONDS,
        allowedAttempts: 5,
        storeOTP: "hashed",
        disableSignUp: env.SIGN_UP === "closed",
        overrideDefaultEmailVerification: true,
        sendVerificationOnSignUp: mail.delivers,
        sendVerificationOTP: ({ email, otp }) => mail.send(codeLetter(email, otp)),
      }),
    ],
    rateLimit: {
      enabled: true,
      customStorage: {
        consume: (key, { window, max }) => limits.count(`auth:${key}`, { seconds: window, max }),
      },
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/*": { window: 60, max: 20 },
        "/sign-up/*": { window: 60, max: 20 },
        "/email-otp/*": { window: 60, max: 10 },
      },
    },
    account: { encryptOAuthTokens: true },
    user: {
      // Whoever came first under somebody else's address would still be there when its owner comes.
      validateUserInfo: ({ user, source }) =>
        mail.delivers && source.method === "oauth" && !user.emailVerified
          ? { error: UNPROVEN }
          : undefined,
    },
    advanced: {
      cookiePrefix: "rapport",
      useSecureCookies: publicUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      user: {
        create: { after: (user) => ensurePersonalWorkspace(database, user.id, now()) },
      },
    },
  });
}

/** Providers whose client is set in the environment; the others are not offered. */
export function offeredProviders(env: Env): Provider[] {
  const ids = {
    google: env.GOOGLE_CLIENT_ID,
    microsoft: env.MICROSOFT_CLIENT_ID,
    linkedin: env.LINKEDIN_CLIENT_ID,
  };
  return PROVIDERS.filter((name) => ids[name] !== undefined);
}

function socialProviders(env: Env) {
  const disableSignUp = env.SIGN_UP === "closed";
  const client = (clientId: string | undefined, clientSecret: string | undefined) =>
    clientId && clientSecret ? { clientId, clientSecret, disableSignUp } : undefined;
  const google = client(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET);
  const microsoft = client(env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET);
  const linkedin = client(env.LINKEDIN_CLIENT_ID, env.LINKEDIN_CLIENT_SECRET);
  return {
    ...(google && { google }),
    // Nobody here looks at a photo, so none is asked for.
    ...(microsoft && { microsoft: { ...microsoft, disableProfilePhoto: true } }),
    ...(linkedin && { linkedin }),
  };
}

/** One's own computer has several names; a session begun under one is not a stranger under another. */
export function loopbackTwins(address: string): string[] {
  const url = new URL(address);
  const names = ["localhost", "127.0.0.1", "[::1]"];
  if (!names.includes(url.hostname)) return [];
  return names.map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ""}`);
}

function codeLetter(to: string, code: string) {
  return {
    to,
    subject: `${code} — Rapport`,
    text: `Your code for Rapport is ${code}. It is good for ten minutes. If you did not ask for it, do nothing.

Votre code pour Rapport est ${code}. Il est valable dix minutes. Si vous ne l’avez pas demandé, ne faites rien.`,
  };
}
