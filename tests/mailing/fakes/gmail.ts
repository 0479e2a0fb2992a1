import { Hono } from "hono";
import type { FakeMailbox, Stored } from "./mailbox";

/** Gmail's API as far as it is used, in its wire format, over a mailbox of a test. */
export function fakeGmail(box: FakeMailbox, isGood: (token: string) => boolean) {
  const app = new Hono().basePath("/gmail/v1/users/me");
  app.use(async (c, next) => {
    const token = /^Bearer (.+)$/u.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
    if (!isGood(token)) {
      return c.json(
        { error: { code: 401, message: "Invalid Credentials", status: "UNAUTHENTICATED" } },
        401,
      );
    }
    const fault = c.req.method === "POST" ? box.faults.shift() : undefined;
    if (fault?.when === "before") return answer(fault.status, fault.body, fault.retryAfter);
    await next();
    if (fault) c.res = answer(fault.status, fault.body);
    return undefined;
  });
  app.get("/profile", (c) =>
    c.json({ emailAddress: box.address, messagesTotal: box.mails.length, historyId: "1" }),
  );
  app.post("/messages/send", async (c) => {
    const { raw, threadId } = (await c.req.json()) as { raw: string; threadId?: string };
    const text = Buffer.from(raw, "base64url").toString("latin1");
    if (!/^To: /mu.test(text)) {
      return c.json({ error: { code: 400, message: "Recipient address required" } }, 400);
    }
    // Gmail puts a Message-ID of its own in the place of the one that came.
    const one = box.send(text, threadId, (mail) =>
      mail.replace(
        /^Message-ID: .*$/imu,
        `Message-ID: <CA+${Date.now()}.${box.mails.length}@mail.gmail.com>`,
      ),
    );
    return c.json({ id: one.id, threadId: one.threadId, labelIds: ["SENT"] });
  });
  app.get("/messages", (c) => {
    const found = box.mails.filter((one) => matches(one, c.req.query("q") ?? ""));
    const start = Number(c.req.query("pageToken") ?? 0);
    const size = Number(c.req.query("maxResults") ?? 100);
    const page = found.toReversed().slice(start, start + size);
    return c.json({
      ...(page.length > 0 && { messages: page.map(({ id, threadId }) => ({ id, threadId })) }),
      ...(start + size < found.length && { nextPageToken: String(start + size) }),
      resultSizeEstimate: found.length,
    });
  });
  app.get("/messages/:id", (c) => {
    const one = box.mails.find(({ id }) => id === c.req.param("id"));
    if (!one)
      return c.json({ error: { code: 404, message: "Requested entity was not found." } }, 404);
    const { id, threadId, at, raw } = one;
    const common = { id, threadId, internalDate: String(at) };
    if (c.req.query("format") === "raw") {
      return c.json({ ...common, raw: Buffer.from(raw, "latin1").toString("base64url") });
    }
    const asked = c.req.queries("metadataHeaders") ?? [];
    const wanted = new Set(asked.map((name) => name.toLowerCase()));
    const headers = [...one.headers]
      .filter(([name]) => wanted.has(name))
      .map(([name, value]) => ({ name, value }));
    return c.json({ ...common, payload: { mimeType: "text/plain", headers } });
  });
  return app;
}

/** Gmail's search, as much of it as is asked. */
function matches(one: Stored, q: string): boolean {
  return q.split(" ").every((term) => {
    const [name, value = ""] = term.split(":");
    if (name === "in") return one.folder === value;
    if (name === "-in") return one.folder !== value;
    if (name === "after") return one.at >= Number(value) * 1000;
    if (name === "to") return (one.headers.get("to") ?? "").includes(value);
    throw new Error(`The fake knows no ${term}.`);
  });
}

function answer(status: number, body: unknown, retryAfter?: number) {
  return new Response(
    JSON.stringify(body ?? { error: { code: status, message: "Backend Error" } }),
    {
      status,
      headers: {
        "content-type": "application/json",
        ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
      },
    },
  );
}
