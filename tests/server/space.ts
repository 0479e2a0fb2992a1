import { gzipSync } from "node:zlib";
import type { PullPage, PushAnswer, PushBody, SnapPage, SyncRow } from "@/lib/sync/change";
import { unpackRows } from "@/lib/sync/packed-rows";
import { readPull, readPushed, readSnap } from "./answered";
import type { Ground } from "./ground";

type Connected = Awaited<ReturnType<Ground["connect"]>>;

type WithRows<Page> = Omit<Page, "rows"> & { rows: readonly SyncRow[] };

/** A page with its rows one by one: easier to compare with what is expected. */
function withRows<Page extends PullPage | SnapPage>(page: Page): WithRows<Page> {
  return { ...page, rows: unpackRows(page.rows) };
}

/** The sync routes as one connected device calls them. */
export function spaceOf(ground: Ground, device: Connected, workspace = device.workspace) {
  const base = `/v1/w/${workspace}`;
  const get = (path: string) => ground.ask(`${base}${path}`, { headers: device.bearer });
  return {
    pushRaw: (body: unknown) => ground.post(`${base}/push`, body, device.bearer),
    pushZipped: (text: string | Buffer) =>
      ground.ask(`${base}/push`, {
        method: "POST",
        headers: {
          ...device.bearer,
          "content-type": "application/json",
          "content-encoding": "gzip",
        },
        body: new Uint8Array(gzipSync(text)),
      }),
    async push(body: PushBody): Promise<PushAnswer> {
      return readPushed(await ground.post(`${base}/push`, body, device.bearer));
    },
    pullRaw: (query: string) => get(`/pull?${query}`),
    async pull(since: number, limit?: number): Promise<WithRows<PullPage>> {
      const answer = await get(`/pull?since=${since}${limit ? `&limit=${limit}` : ""}`);
      return withRows(await readPull(answer));
    },
    snapRaw: (query: string) => get(`/snap?${query}`),
    async snap(query = ""): Promise<WithRows<SnapPage>> {
      return withRows(await readSnap(await get(`/snap?${query}`)));
    },
  };
}
