import { applyPull, applySnaps, nextPull } from "@/lib/sync/client-pull";
import { acknowledge, nextPush } from "@/lib/sync/client-push";
import type { SyncApi, SyncStore } from "@/lib/sync/ports";
import { syncRound } from "@/lib/sync/round";
import type { Device } from "./simulator/device";
import { Server } from "./simulator/server";

export const NOW = 1_700_000_000_000;

/** One server that answers at once, and devices that ask it. */
export function world(
  options: { pageRows?: number; forbids?: (cid: string, id: string) => boolean } = {},
) {
  const { pageRows = 2, forbids = () => false } = options;
  const server = new Server({ pageRows, forbids });
  let cids = 0;
  const contextOf = ({ name, skew }: Device) => ({
    now: NOW + skew,
    newCid: () => `${name}x${++cids}`,
  });
  const api: SyncApi = {
    push: async (body) => server.push(body, NOW),
    pull: async (request) => server.pull(request, NOW),
    snap: async (request) => server.snap(request, NOW),
  };
  const storeOf = (device: Device): SyncStore => ({
    nextPush: (limits, after) => nextPush(device, limits, after),
    acknowledge: (body, answer) => acknowledge(device, body, answer, contextOf(device)),
    nextPull: () => nextPull(device),
    applyPull: (request, page) => applyPull(device, request, page, contextOf(device)),
    applySnaps: (request, pages) => applySnaps(device, request, pages, contextOf(device)),
  });
  return {
    server,
    api,
    storeOf,
    contextOf,
    sync: (device: Device) => syncRound(storeOf(device), api),
  };
}

export const make = (device: Device, id: string, a = 1) =>
  device.change([{ tbl: "t", id, create: true, fields: { a } }], NOW);
export const set = (device: Device, id: string, fields: Record<string, number | boolean | null>) =>
  device.change([{ tbl: "t", id, fields }], NOW);
/** What a person would see of each row. */
export const shown = (device: Device) =>
  device
    .shown()
    .flatMap(({ id, del, data }) => (del ? [] : [`${id}=${String(data.a)}`]))
    .sort();
