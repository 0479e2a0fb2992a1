import { describe, expect, it } from "vitest";
import type { SyncApi } from "@/lib/sync/ports";
import { syncRound } from "@/lib/sync/round";
import { Device } from "./simulator/device";
import { make, shown, world } from "./small-world";

const oneByOne = () => ({ muts: 1, bytes: 1e9 });

describe("the push after", () => {
  it("OUT-4 VER-4 is read while one is judged, and sent only after its answer where the server takes none ahead", async () => {
    const { api, storeOf, server } = world();
    const device = new Device("d", 0);
    for (const id of ["r1", "r2", "r3", "r4"]) make(device, id);
    const sent: string[] = [];
    let reads = 0;
    const store = storeOf(device);
    const counted = {
      ...store,
      nextPush: (...given: Parameters<typeof store.nextPush>) => {
        reads++;
        return store.nextPush(...given);
      },
    };
    const asks: SyncApi = {
      pull: (request) => api.pull(request),
      snap: (request) => api.snap(request),
      push(body) {
        sent.push(`${body.cid} ${body.from}-${body.to} ${body.epoch}`);
        // After the second, the server forgets this device: what was read early is not to be sent.
        if (sent.length === 3) server.kept.clients.clear();
        return api.push(body);
      },
    };
    await syncRound(counted, asks, { limits: oneByOne });
    expect(sent).toEqual([
      "d0 1-1 null",
      "d0 2-2 e1",
      "d0 3-3 e1",
      // Said again without "ahead": only then does an older number mean that the server lost count.
      "d0 3-3 e1",
      "dx1 1-1 e1",
      "dx1 2-2 e1",
      "dx1 3-3 e1",
      "dx1 4-4 e1",
    ]);
    // Read once early for each, and after the answer where that was not the one.
    expect(reads).toBeLessThan(2 * sent.length);
    expect(server.kept.rows.size).toBe(4);
  });

  it("OUT-4 is sent ahead of the answer where the server takes such: two on their way, in order", async () => {
    const { api, storeOf, server } = world();
    const device = new Device("d", 0);
    for (let n = 1; n <= 6; n++) make(device, `r${n}`);
    let underWay = 0;
    let most = 0;
    const sent: string[] = [];
    await syncRound(
      storeOf(device),
      {
        ...api,
        async push(body) {
          sent.push(`${body.from}${body.ahead ? " ahead" : ""}`);
          most = Math.max(most, ++underWay);
          const answer = await api.push(body);
          // The net takes longer than the device's own reading.
          for (let turn = 0; turn < 50; turn++) await Promise.resolve();
          underWay--;
          return { ...answer, ahead: true };
        },
      },
      { limits: oneByOne },
    );
    expect(sent).toEqual(["1", "2 ahead", "3 ahead", "4 ahead", "5 ahead", "6 ahead"]);
    expect(most).toBe(2);
    expect([server.kept.rows.size, device.outbox.length]).toEqual([6, 0]);
  });

  it("ACK-5 is sent again, and by the same device, when it came before the one before it", async () => {
    const { api, storeOf, server } = world();
    const device = new Device("d", 0);
    for (const id of ["r1", "r2", "r3"]) make(device, id);
    const sent: number[] = [];
    let late: (() => void) | undefined;
    await syncRound(
      storeOf(device),
      {
        ...api,
        async push(body) {
          sent.push(body.from);
          if (sent.length === 2) {
            await new Promise<void>((resolve) => {
              late = resolve;
            });
          }
          const answer = await api.push(body);
          late?.();
          return { ...answer, ahead: true };
        },
      },
      { limits: oneByOne },
    );
    expect(sent).toEqual([1, 2, 3, 3]);
    expect(server.kept.rows.size).toBe(3);
    expect([device.meta.cid, device.outbox.length]).toEqual(["d0", 0]);
  });

  it("PSH-7 ACK-2 tells of what was refused before it, though that answer was lost on its way", async () => {
    const { api, storeOf } = world({ forbids: (_, id) => id === "r2" });
    const device = new Device("d", 0);
    for (const id of ["r1", "r2", "r3"]) make(device, id);
    let isCut = true;
    const push: SyncApi["push"] = async (body) => {
      const answer = await api.push(body);
      if (isCut && body.from === 2) throw new Error("the line is cut");
      return { ...answer, ahead: true };
    };
    const round = () => syncRound(storeOf(device), { ...api, push }, { limits: oneByOne });
    await expect(round()).rejects.toThrow("the line is cut");
    isCut = false;
    await round();
    expect(device.rejected).toMatchObject([{ why: "forbidden", mutation: { id: "r2" } }]);
    expect(shown(device)).toEqual(["r1=1", "r3=1"]);
  });
});
