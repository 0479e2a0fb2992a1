import { unpackRows } from "@/lib/sync/packed-rows";
import type { Mutation, PushAnswer, SyncRow } from "@/lib/sync/change";
import { newClientId } from "@/lib/sync/clock";
import type { Account } from "@/scripts/account";
import { readPull } from "@/tests/server/answered";
import { pushOf } from "@/tests/server/push-body";

/** One more device of the person, without a browser: what the server gives it, and what it sends. */
export type PlainDevice = Awaited<ReturnType<typeof pairPlainDevice>>;

export async function pairPlainDevice(server: string, account: Account) {
  const ask = async (path: string, body: unknown, more: Record<string, string> = {}) => {
    const headers = { "content-type": "application/json", ...more };
    const answer = await fetch(`${server}${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return (await answer.json()) as unknown;
  };
  const started = (await ask("/v1/pair/start", { device_name: "Plain" })) as {
    user_code: string;
    device_code: string;
  };
  await account.ask("/v1/pair/approve", {
    method: "POST",
    body: JSON.stringify({ user_code: started.user_code }),
  });
  const paired = (await ask("/v1/pair/poll", { device_code: started.device_code })) as {
    access_token: string;
    workspaces: { id: string }[];
  };
  const bearer = { authorization: `Bearer ${paired.access_token}` };
  const base = `/v1/w/${paired.workspaces[0]?.id}`;
  const cid = newClientId();
  let n = 0;

  return {
    cid,

    /** Every row of a table as the server holds it. */
    async rows(table: string): Promise<SyncRow[]> {
      const rows: SyncRow[] = [];
      for (let since = 0, more = true; more;) {
        const answer = await fetch(`${server}${base}/pull?since=${since}`, { headers: bearer });
        const page = await readPull(answer);
        rows.push(...unpackRows(page.rows));
        since = page.next;
        more = page.more;
      }
      return rows.filter(({ tbl }) => tbl === table);
    },

    async push(muts: Mutation[]): Promise<PushAnswer> {
      n++;
      return (await ask(`${base}/push`, pushOf(cid, muts, { from: n }), bearer)) as PushAnswer;
    },
  };
}
