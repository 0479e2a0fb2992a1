import { Hono } from "hono";

/**
 * Google's door for taking a consent back, as it answers: `{}` for a token it knows, 400 `invalid_token` for one
 * it does not know or knows no more, 400 `invalid_request` without one. It takes a form and nothing else.
 * https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke
 */
export function fakeGoogleRevoke(consent: {
  takeBack: (token: string) => boolean;
  isDown: () => boolean;
}) {
  return new Hono().post("/revoke", async (c) => {
    if (consent.isDown()) return c.json({ error: "backend_error" }, 503);
    const type = c.req.header("content-type") ?? "";
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      return c.json({ error: "invalid_request", error_description: "Bad content type" }, 400);
    }
    const { token } = await c.req.parseBody();
    if (typeof token !== "string" || token === "") {
      return c.json({ error: "invalid_request", error_description: "Missing token" }, 400);
    }
    if (!consent.takeBack(token)) {
      return c.json({ error: "invalid_token", error_description: "Token expired or revoked" }, 400);
    }
    return c.json({});
  });
}
