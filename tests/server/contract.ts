import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { PushAnswer, PushBody } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { unpackRows } from "@/lib/sync/packed-rows";
import { newClientId } from "@/lib/sync/clock";
import { readPull, readPushed, readSnap } from "./answered";
import { created, patched, pushOf } from "./push-body";

/** A server under test, by whatever way it is reached. */
export type Target = {
  ask: (path: string, init?: RequestInit) => Response | Promise<Response>;
  /** What its own pages send as their origin. */
  origin: string;
  /** When the rows of the tests are made: the server's present. */
  now: () => number;
};

type Space = Awaited<ReturnType<typeof connectTo>>;

/** The sync as every engine and host must keep it: said once, held against each. */
export function syncContract(target: () => Target): void {
  let people = 0;
  const newSpace = (): Promise<Space> => connectTo(target(), `contract${++people}@example.org`);
  const past = { ms: 0 };
  const at = (offset = 0) => target().now() - 10_000 + past.ms + offset;

  it("pushes, edits, deletes, pulls and takes a snapshot", async () => {
    const space = await newSpace();
    const cid = newClientId();
    const [ada, bo] = [
      created(cid, { fullName: 'Ada "A" \\ é 🦊', "tags/vip": true }, { ms: at() }),
      created(cid, { fullName: "Bo", nested: { list: [1, null, 2.5] } }, { ms: at() }),
    ];
    expect(await space.push(pushOf(cid, [ada, bo]))).toMatchObject({ last: 1, seq: 2 });
    const edits = [
      patched(cid, ada.id, { notes: "met" }, at(1)),
      patched(cid, bo.id, { _del: true }, at(1)),
    ];
    expect(await space.push(pushOf(cid, edits, { from: 2 }))).toMatchObject({ last: 2, seq: 4 });
    const page = await space.pull(0);
    expect(page).toMatchObject({ from: 0, next: 4, more: false });
    expect(page.rows).toMatchObject([
      { seq: 3, data: { fullName: 'Ada "A" \\ é 🦊', "tags/vip": true, notes: "met" } },
      { seq: 4, del: true, data: { nested: { list: [1, null, 2.5] } } },
    ]);
    const snap = await readSnap(await space.get("/snap?limit=10"));
    expect(snap).toMatchObject({ upto: 4, more: false, next: 3 });
    expect(unpackRows(snap.rows).map(({ id }) => id)).toEqual([ada.id]);
    const above = await readSnap(await space.get("/snap?upto=4&before=5&from=4"));
    expect(above).toMatchObject({ next: 4, more: true, rows: { ids: [] } });
  });

  it("PUL-5 brings with a push the page a pull would give", async () => {
    const space = await newSpace();
    const cid = newClientId();
    const first = pushOf(cid, [created(cid, { fullName: "Ada" }, { ms: at() })], { since: 0 });
    const { seq, page } = await space.push(first);
    expect(page).toMatchObject({ from: 0, next: seq, more: false });
    expect(page && unpackRows(page.rows)).toEqual((await space.pull(0)).rows);
    expect((await space.push(pushOf(cid, [], { from: 2 }))).page).toBeUndefined();
  });

  it("takes each push once, however often and however closely it comes", async () => {
    const space = await newSpace();
    const cid = newClientId();
    const body = pushOf(cid, [created(cid, { fullName: "Once" }, { ms: at() })]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => space.push(body)));
    expect(new Set(answers.map(({ last, seq }) => `${last}/${seq}`))).toEqual(new Set(["1/1"]));
    const gap = await space.push(pushOf(cid, [], { from: 5 }));
    expect(gap.last).toBe(1);
    expect((await space.pull(0)).rows).toHaveLength(1);
  });

  it("keeps its order with 16 devices pushing at once", async () => {
    const space = await newSpace();
    const rounds = 4;
    const cids = Array.from({ length: 16 }, () => newClientId());
    await Promise.all(
      cids.map(async (cid) => {
        for (let from = 1; from <= rounds; from++) {
          const rows = [created(cid, { fullName: `${cid} ${from}` }, { ms: at() })];
          expect((await space.push(pushOf(cid, rows, { from }))).last).toBe(from);
        }
      }),
    );
    const page = await space.pull(0);
    expect(page.next).toBe(16 * rounds);
    expect(new Set(page.rows.map(rowKey)).size).toBe(16 * rounds);
  });

  it("merges edits of one row from many devices, none lost", async () => {
    const space = await newSpace();
    const maker = newClientId();
    const row = created(maker, { fullName: "Shared" }, { ms: at() });
    await space.push(pushOf(maker, [row]));
    const cids = Array.from({ length: 8 }, () => newClientId());
    await Promise.all(
      cids.map((cid) =>
        space.push(pushOf(cid, [patched(cid, row.id, { [`tags/${cid}`]: true }, at(5))])),
      ),
    );
    const [merged] = (await space.pull(1)).rows;
    expect(Object.keys(merged!.data).filter((field) => field.startsWith("tags/"))).toHaveLength(8);
    expect(merged!.seq).toBe(9);
  });

  it("takes and gives thousands of rows in pages", async () => {
    const space = await newSpace();
    const cid = newClientId();
    for (let from = 1; from <= 3; from++) {
      const rows = Array.from({ length: 1000 }, (_, n) =>
        created(cid, { fullName: `P${from}-${n}`, notes: "word ".repeat(60) }, { ms: at() }),
      );
      expect((await space.pushZipped(pushOf(cid, rows, { from }))).seq).toBe(from * 1000);
    }
    const seen = new Set<string>();
    let since = 0;
    for (let more = true; more;) {
      const page = await space.pull(since);
      for (const row of page.rows) seen.add(rowKey(row));
      since = page.next;
      more = page.more;
    }
    expect(seen.size).toBe(3000);
  });

  it("refuses what is too large before it is unfolded, and goes on", async () => {
    const space = await newSpace();
    const bomb = gzipSync(Buffer.alloc(60_000_000, " "));
    expect((await space.postZipped(bomb)).status).toBe(413);
    expect((await space.pull(0)).rows).toEqual([]);
  });

  it("does not know the workspaces of others", async () => {
    const [one, other] = [await newSpace(), await newSpace()];
    const answer = await one.ask(`/v1/w/${other.workspace}/pull?since=0`);
    expect(answer.status).toBe(404);
  });
}

/** A device of this person, new or known, connected through the pages and routes alone. */
export async function connectTo({ ask, origin }: Target, email: string) {
  const json = { "content-type": "application/json" };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, { method: "POST", headers: { ...json, ...headers }, body: JSON.stringify(body) });
  const step = (name: string) =>
    ask("/sign-in", {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams({ step: name, email, password: "correct horse battery" }),
      redirect: "manual",
    });
  const made = await step("create");
  // Somebody who was here before signs in.
  const entered = made.status === 303 ? made : await step("password");
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const started = (await (await post("/v1/pair/start", { device_name: "Contract" })).json()) as {
    user_code: string;
    device_code: string;
  };
  await post("/v1/pair/approve", { user_code: started.user_code }, { cookie, origin });
  const polled = await post("/v1/pair/poll", { device_code: started.device_code });
  const paired = (await polled.json()) as { access_token: string; workspaces: { id: string }[] };
  const bearer = { authorization: `Bearer ${paired.access_token}` };
  const workspace = paired.workspaces[0]!.id;
  const base = `/v1/w/${workspace}`;
  const postZipped = (bytes: Buffer) =>
    ask(`${base}/push`, {
      method: "POST",
      headers: { ...json, ...bearer, "content-encoding": "gzip" },
      body: new Uint8Array(bytes),
    });
  return {
    workspace,
    cookie,
    token: paired.access_token,
    post: (path: string, body: unknown) => post(`${base}${path}`, body, bearer),
    ask: (path: string) => ask(path, { headers: bearer }),
    get: (path: string) => ask(`${base}${path}`, { headers: bearer }),
    postZipped,
    async push(body: PushBody): Promise<PushAnswer> {
      return readPushed(await post(`${base}/push`, body, bearer));
    },
    async pushZipped(body: PushBody): Promise<PushAnswer> {
      return readPushed(await postZipped(gzipSync(JSON.stringify(body))));
    },
    async pull(since: number) {
      const page = await readPull(await ask(`${base}/pull?since=${since}`, { headers: bearer }));
      return { ...page, rows: unpackRows(page.rows) };
    },
  };
}
