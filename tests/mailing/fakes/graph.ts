import { Hono } from "hono";
import type { FakeMailbox, Stored } from "./mailbox";

/** Microsoft Graph as far as it is used, in its wire format, over a mailbox of a test. */
export function fakeGraph(box: FakeMailbox, isGood: (token: string) => boolean) {
  const app = new Hono().basePath("/v1.0/me");
  app.use(async (c, next) => {
    const token = /^Bearer (.+)$/u.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
    if (!isGood(token)) {
      return c.json(
        { error: { code: "InvalidAuthenticationToken", message: "Access token is invalid." } },
        401,
      );
    }
    const fault = c.req.method === "POST" ? box.faults.shift() : undefined;
    const failure = () =>
      Response.json(
        fault?.body ?? { error: { code: "ErrorInternalServerError", message: "Try later." } },
        {
          status: fault?.status ?? 500,
        },
      );
    if (fault?.when === "before") return failure();
    await next();
    if (fault) c.res = failure();
    return undefined;
  });
  app.get("/", (c) =>
    c.json({ mail: box.address, userPrincipalName: box.address, displayName: "Ida Norling" }),
  );
  app.post("/sendMail", async (c) => {
    if (c.req.header("content-type")?.startsWith("text/plain") !== true) {
      return c.json(
        { error: { code: "ErrorInvalidRequest", message: "MIME is asked for here." } },
        400,
      );
    }
    const body = await c.req.text();
    if (body.length > 4_000_000) {
      return c.json({ error: { code: "ErrorMessageSizeExceeded", message: "Too large." } }, 413);
    }
    box.send(Buffer.from(body, "base64").toString("latin1"));
    return c.body(null, 202);
  });
  for (const [path, folder] of [
    ["/mailFolders/sentitems/messages", "sent"],
    ["/mailFolders/inbox/messages", "inbox"],
  ] as const) {
    app.get(path, (c) => {
      const since = Date.parse(/ge (\S+)/u.exec(c.req.query("$filter") ?? "")?.[1] ?? "");
      const found = box.mails.filter((one) => one.folder === folder && one.at >= since);
      return c.json({ value: found.map(shown) });
    });
  }
  app.get("/messages/:id/$value", (c) => {
    const one = box.mails.find(({ id }) => id === c.req.param("id"));
    if (!one) return c.json({ error: { code: "ErrorItemNotFound", message: "Not found." } }, 404);
    return c.body(new Uint8Array(Buffer.from(one.raw, "latin1")), 200, {
      "content-type": "text/plain",
    });
  });
  return app;
}

function shown({ id, threadId, at, headers }: Stored) {
  return {
    id,
    conversationId: threadId,
    internetMessageId: headers.get("message-id") ?? null,
    receivedDateTime: new Date(at).toISOString(),
    internetMessageHeaders: [...headers].map(([name, value]) => ({ name, value })),
  };
}
