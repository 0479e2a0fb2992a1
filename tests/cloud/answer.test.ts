import { describe, expect, it } from "vitest";
import { linesOf } from "@/lib/cloud/answer";
import { pullPage } from "@/lib/sync/change";
import { joinLines, LINES, linesOf as asLines, withData } from "@/lib/sync/page-wire";
import { packRows, unpackRows } from "@/lib/sync/packed-rows";

const row = { tbl: "people", id: "x", hlc: "000000000000-a", seq: 3, data: { fullName: "Ada" } };
const said = { epoch: "e", epochStart: 0, now: 1, from: 0, next: 3, more: false };
const sent = asLines({ ...said, rows: packRows([row]) });

const headers = { "content-type": LINES };
const ask = (answer: Response) => linesOf(Promise.resolve(answer), pullPage, withData);

/** Ends in the middle, as a connection does that breaks. */
function broken(bytes: Uint8Array<ArrayBuffer>): Response {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(bytes),
    pull: (controller) => controller.error(new TypeError("network error")),
  });
  return new Response(body, { headers });
}

describe("an answer of two lines", () => {
  it("is read as one page", async () => {
    const page = await ask(new Response(joinLines(sent), { headers }));
    expect(page).toMatchObject(said);
    expect(unpackRows(page.rows)).toEqual([row]);
  });

  const second = new TextEncoder().encode('[{"fullName":"A');
  it.each<[string, Response, object]>([
    [
      "whose second line is cut",
      new Response(joinLines({ ...sent, data: second }), { headers }),
      { code: "server-unreadable", detail: { status: 200 } },
    ],
    [
      "whose first line says something else",
      new Response(joinLines({ head: { ok: true }, data: sent.data }), { headers }),
      { code: "server-unreadable" },
    ],
    [
      "that is a sign-in page of somebody's",
      new Response("<html>", { headers }),
      { code: "server-unreadable" },
    ],
    ["that breaks off", broken(joinLines(sent)), { code: "offline" }],
    [
      "that is a refusal",
      Response.json({ error: { code: "revoked" } }, { status: 403 }),
      { code: "removed-from-team" },
    ],
  ])("%s is an error that says so", async (_, answer, error) => {
    await expect(ask(answer)).rejects.toMatchObject(error);
  });
});
