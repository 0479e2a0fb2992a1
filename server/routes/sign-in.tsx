/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import * as z from "zod";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { PROVIDER_TROUBLE, PROVIDERS, UNPROVEN } from "../auth";
import { callAuth } from "../call-auth";
import { isOwnPage } from "../guard";
import { sayFor, showPage } from "../pages/page";
import { CodePage, SignInPage } from "../pages/sign-in-page";
import type { Word } from "../pages/words";

const MIN_PASSWORD = 10;

const form = z.object({
  step: z.enum(["code", "again", "verify", "prove", "password", "create", "provider"]),
  next: z.string().max(500).default("/pair"),
  email: z.string().trim().max(254).default(""),
  code: z.string().max(20).default(""),
  password: z.string().max(128).default(""),
  provider: z.enum(PROVIDERS).optional(),
});
type Form = z.infer<typeof form>;
type PageContext = Context<AppEnv>;

export const signIn = new Hono<AppEnv>()
  .get("/sign-in", async (c) => {
    const next = ownPath(c.req.query("next"));
    const isBack = c.req.query("problem") === "provider";
    const problem = isBack ? providerTrouble(c.req.query("error")) : undefined;
    const email = (c.req.query("email") ?? "").slice(0, 254);
    return showStart(c, { next, email }, c.req.query("how") === "password", problem);
  })
  .post("/sign-in", async (c) => {
    const parsed = form.safeParse(await c.req.parseBody());
    if (!parsed.success) throw new ApiError("bad-request");
    const asked: Form = { ...parsed.data, next: ownPath(parsed.data.next) };
    if (!isOwnPage(c)) return showStart(c, asked, false, "problemForeign");
    switch (asked.step) {
      case "code":
        return askCode(c, asked);
      case "again":
        return proveAgain(c, asked);
      case "verify":
        return enter(c, asked, "/sign-in/email-otp");
      case "prove":
        return enter(c, asked, "/email-otp/verify-email");
      case "password":
      case "create":
        return withPassword(c, asked);
      case "provider":
        return toProvider(c, asked);
    }
  })
  .post("/sign-out", async (c) => {
    if (!isOwnPage(c)) throw new ApiError("forbidden");
    const { next } = await c.req.parseBody();
    await callAuth(c, "/sign-out", {});
    return c.redirect(`/sign-in?next=${encodeURIComponent(ownPath(next))}`, 303);
  });

async function askCode(c: PageContext, asked: Form) {
  const { email } = asked;
  const answer = await callAuth(c, "/email-otp/send-verification-otp", { email, type: "sign-in" });
  if (answer.ok) return showCode(c, asked, "verify");
  return showStart(c, asked, false, troubleOf(answer) ?? "problemAddress");
}

async function proveAgain(c: PageContext, asked: Form, problem?: Word) {
  const { email } = asked;
  const type = "email-verification";
  const answer = await callAuth(c, "/email-otp/send-verification-otp", { email, type });
  return showCode(c, asked, "prove", troubleOf(answer) ?? problem);
}

async function enter(c: PageContext, asked: Form, path: string) {
  const otp = asked.code.replaceAll(/\D/g, "");
  const answer = await callAuth(c, path, { email: asked.email, otp });
  if (answer.ok) return c.redirect(asked.next, 303);
  const step = asked.step === "prove" ? "prove" : "verify";
  return showCode(c, asked, step, troubleOf(answer) ?? "problemCode");
}

async function withPassword(c: PageContext, asked: Form) {
  const { email, password, step } = asked;
  if (step === "create" && password.length < MIN_PASSWORD) {
    return showStart(c, asked, true, "problemShort");
  }
  const creating = step === "create";
  const answer = creating
    ? await callAuth(c, "/sign-up/email", { email, password, name: email.split("@")[0] })
    : await callAuth(c, "/sign-in/email", { email, password });
  if (answer.ok) {
    // Where addresses are proven by letters, signing up sends one and opens nothing yet.
    const { token } = (await answer.json()) as { token?: string | null };
    return token ? c.redirect(asked.next, 303) : showCode(c, asked, "prove");
  }
  const { code } = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  if (code === "EMAIL_NOT_VERIFIED") return proveAgain(c, asked);
  if (code?.startsWith("USER_ALREADY_EXISTS")) return showStart(c, asked, true, "problemExists");
  const plain = creating ? "problemSignUp" : "problemPassword";
  return showStart(c, asked, true, troubleOf(answer) ?? plain);
}

async function toProvider(c: PageContext, asked: Form) {
  const answer = await callAuth(c, "/sign-in/social", {
    provider: asked.provider,
    callbackURL: asked.next,
    errorCallbackURL: `${PROVIDER_TROUBLE}&next=${encodeURIComponent(asked.next)}`,
    disableRedirect: true,
  });
  const { url } = (await answer.json().catch(() => ({}))) as { url?: string };
  if (!answer.ok || url === undefined) {
    return showStart(c, asked, false, troubleOf(answer) ?? "problemProvider");
  }
  return c.redirect(url, 303);
}

/** In better-auth's words, or the provider's own. */
function providerTrouble(error: string | undefined): Word {
  switch (error) {
    case "access_denied":
    case "user_cancelled_login":
    case "user_cancelled_authorize":
      return "problemRefused";
    case "account_not_linked":
      return "problemNotLinked";
    case UNPROVEN:
      return "problemUnproven";
    case "signup_disabled":
      return "problemClosed";
    case undefined:
    default:
      return "problemProvider";
  }
}

/** Troubles that are nobody's wrong entry. */
function troubleOf(answer: Response): Word | undefined {
  if (answer.status === 429) return "problemTooMany";
  return answer.status >= 500 ? "problemServer" : undefined;
}

function showStart(
  c: PageContext,
  { next, email }: { next: string; email: string },
  password: boolean,
  problem?: Word,
) {
  const say = sayFor(c);
  const status = statusFor(problem);
  const how = password ? "password" : "code";
  return showPage(
    c,
    { title: say("signIn"), status },
    <SignInPage
      say={say}
      next={next}
      email={email}
      how={how}
      problem={problem && say(problem)}
      providers={c.var.deps.providers}
      logged={!c.var.deps.mail.delivers}
    />,
  );
}

function showCode(c: PageContext, asked: Form, step: "verify" | "prove", problem?: Word) {
  const say = sayFor(c);
  return showPage(
    c,
    { title: say("enterCode"), status: statusFor(problem) },
    <CodePage
      say={say}
      next={asked.next}
      email={asked.email}
      step={step}
      problem={problem && say(problem)}
      logged={!c.var.deps.mail.delivers}
    />,
  );
}

function statusFor(problem: Word | undefined) {
  if (problem === undefined) return 200;
  if (problem === "problemTooMany") return 429;
  return problem === "problemServer" ? 500 : 400;
}

/** A path of this server; anything that could lead elsewhere becomes the page one starts from. */
export function ownPath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value)) return "/pair";
  const url = new URL(value, "http://own.invalid");
  return url.host === "own.invalid" ? `${url.pathname}${url.search}` : "/pair";
}
