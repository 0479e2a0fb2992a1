import { gzipSync } from "node:zlib";
import type { PullPage, PushAnswer, PushBody, SnapPage } from "@/lib/sync/change";
import type { Ground } from "./ground";

type Connected = Awaited<ReturnType<Ground["connect"]>>;

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
      const answer = await ground.post(`${base}/push`, body, device.bearer);
      return (await answer.json()) as PushAnswer;
    },
    pullRaw: (query: string) => get(`/pull?${query}`),
    async pull(since: number, limit?: number): Promise<PullPage> {
      const answer = await get(`/pull?since=${since}${limit ? `&limit=${limit}` : ""}`);
      return (await answer.json()) as PullPage;
    },
    snapRaw: (query: string) => get(`/snap?${query}`),
    async snap(query = ""): Promise<SnapPage> {
      return (await (await get(`/snap?${query}`)).json()) as SnapPage;
    },
  };
}
