import type { Context } from "hono";
import type { AppEnv } from "./app-env";
import { ADDRESS_HEADER, PROVIDER_TROUBLE } from "./auth";

/** better-auth's own doors. Who comes back from a provider that then failed is shown a page, not a fault. */
export async function openAuth(c: Context<AppEnv>): Promise<Response> {
  const answer = await c.var.deps.auth.handler(withAddress(c, c.req.raw));
  const isBack = c.req.path.startsWith("/api/auth/callback/");
  return isBack && answer.status >= 500 ? c.redirect(PROVIDER_TROUBLE) : answer;
}

/** A request to better-auth with the caller's true address, so that its limits count the right one. */
function withAddress(c: Context<AppEnv>, request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, c.var.deps.addressOf(c));
  return new Request(request, { headers });
}

/** Calls better-auth on behalf of a form of ours; the cookies it sets go out with our answer. */
export async function callAuth(
  c: Context<AppEnv>,
  path: string,
  body: Record<string, unknown>,
): Promise<Response> {
  const { auth, publicUrl } = c.var.deps;
  const headers = new Headers({
    "content-type": "application/json",
    origin: new URL(publicUrl).origin,
    cookie: c.req.header("cookie") ?? "",
    "user-agent": c.req.header("user-agent") ?? "",
  });
  const request = new Request(new URL(`/api/auth${path}`, publicUrl), {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const answer = await auth.handler(withAddress(c, request));
  for (const cookie of answer.headers.getSetCookie())
    c.header("set-cookie", cookie, { append: true });
  return answer;
}
