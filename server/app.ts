import { Hono } from "hono";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import { NONCE, secureHeaders } from "hono/secure-headers";
import { ApiError, statusOf, type ErrorBody } from "./api-error";
import type { AppEnv, Deps } from "./app-env";
import { openAuth } from "./call-auth";
import { documentation } from "./documentation";
import { guard } from "./guard";
import { packed, type Packer } from "./packed";
import { account } from "./routes/account";
import { deviceWipe } from "./routes/device-wipe";
import { devices } from "./routes/devices";
import { health } from "./routes/health";
import { home } from "./routes/home";
import { invitations } from "./routes/invitations";
import { invitePage } from "./routes/invite-page";
import { mailConnect } from "./routes/mail-connect";
import { mailHooks } from "./routes/mail-hooks";
import { mailboxes } from "./routes/mailboxes";
import { mails } from "./routes/mails";
import { live } from "./routes/live";
import { me } from "./routes/me";
import { members } from "./routes/members";
import { pair } from "./routes/pair";
import { pairPage } from "./routes/pair-page";
import { signIn } from "./routes/sign-in";
import { suppressions } from "./routes/suppressions";
import { sync } from "./routes/sync";
import { teams } from "./routes/teams";
import { unsubscribe } from "./routes/unsubscribe";

export type App = ReturnType<typeof createApp>;

const EXTENSION = /^(?:chrome|moz)-extension:\/\/[a-z0-9-]+$/;
/** Where a sign-in form may end up after the redirect, besides this server. */
const SIGN_IN_HOSTS = {
  google: "https://accounts.google.com",
  microsoft: "https://login.microsoftonline.com",
  linkedin: "https://www.linkedin.com",
};

/** The whole server as a function of what it stands on; `packers` where no edge packs answers for us. */
export function createApp(deps: Deps, { packers = [] }: { packers?: readonly Packer[] } = {}) {
  const app = new Hono<AppEnv>();

  app.use(async (c, next) => {
    c.set("deps", deps);
    await next();
  });
  if (packers.length > 0) app.use(packed(packers));
  app.use(
    secureHeaders({
      referrerPolicy: "same-origin",
      strictTransportSecurity: deps.publicUrl.startsWith("https:"),
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [NONCE],
        formAction: ["'self'", ...deps.providers.map((name) => SIGN_IN_HOSTS[name])],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  );
  // An extension speaks with its token, never with a cookie, so no credentials are allowed.
  app.use(
    cors({
      origin: (origin) => (EXTENSION.test(origin) ? origin : null),
      allowMethods: ["GET", "POST", "PATCH", "DELETE"],
      allowHeaders: ["authorization", "content-type", "content-encoding"],
      exposeHeaders: ["retry-after"],
      maxAge: 7200,
    }),
  );
  app.use(guard);

  app.notFound((c) => c.json(bodyOf(new ApiError("not-found")), 404));
  app.onError((error, c) => {
    const known = toApiError(error);
    if (known.code === "server-error") deps.log(failureLine(c.req.method, c.req.path, error));
    const retryAfter = known.detail?.retryAfter;
    if (retryAfter !== undefined) c.header("retry-after", String(retryAfter));
    return c.json(bodyOf(known), statusOf(known.code));
  });

  app.on(["GET", "POST"], "/api/auth/*", openAuth);
  app.route("/", home).route("/", signIn).route("/", pairPage).route("/", invitePage);
  app.route("/", mailConnect).route("/", unsubscribe);
  const api = app
    .route("/", health)
    .route("/", me)
    .route("/", account)
    .route("/", devices)
    .route("/", deviceWipe)
    .route("/", teams)
    .route("/", members)
    .route("/", invitations)
    .route("/", pair)
    .route("/", sync)
    .route("/", live)
    .route("/", mailboxes)
    .route("/", mails)
    .route("/", suppressions)
    .route("/", mailHooks);
  app.route("/", documentation(api));
  return api;
}

/** Hono itself refuses a body that is no JSON. */
function toApiError(error: Error): ApiError {
  if (error instanceof ApiError) return error;
  const refused = error instanceof HTTPException && error.status < 500;
  return new ApiError(refused ? "bad-request" : "server-error");
}

function bodyOf({ code, message, detail }: ApiError): ErrorBody {
  return { error: { code, message, ...(detail && { detail }) } };
}

/** The stack tells where; what was in the request stays out of the log. */
function failureLine(method: string, path: string, error: Error): string {
  return `${method} ${path}: ${error.stack ?? error.message}`;
}
