import { describe, expect, it } from "vitest";
import { refuseRecord } from "@/lib/sync/client-push";
import type { SyncStore } from "@/lib/sync/ports";
import { syncRound } from "@/lib/sync/round";
import { Device } from "./simulator/device";
import { make, NOW, set, shown, world } from "./small-world";

const DAY = 86_400_000;

describe("an acknowledged edit", () => {
  it("ACK-1 stays over its row until a completed pull has brought it back", async () => {
    const { storeOf, api, sync } = world();
    const device = new Device("d", 0);
    const store = storeOf(device);
    await sync(device);
    make(device, "r1");
    const body = (await store.nextPush()) ?? expect.fail();
    await store.acknowledge(body, await api.push(body));
    expect(await store.nextPush()).toBeUndefined();
    expect([device.outbox.length, shown(device)]).toEqual([1, ["r1=1"]]);
    await sync(device);
    expect([device.outbox.length, shown(device)]).toEqual([0, ["r1=1"]]);
  });

  it("ACK-2 PSH-6 goes to the list when it is rejected, and the row falls back to what else stands", async () => {
    const { sync } = world({ forbids: (cid, id) => cid.startsWith("d") && id === "r1" });
    const [owner, device] = [new Device("o", 0), new Device("d", 0)];
    make(owner, "r1");
    await sync(owner);
    await sync(device);
    set(device, "r1", { a: 2 });
    make(device, "r2");
    expect(shown(device)).toEqual(["r1=2", "r2=1"]);
    await sync(device);
    expect(shown(device)).toEqual(["r1=1", "r2=1"]);
    expect(device.rejected).toMatchObject([
      { why: "forbidden", mutation: { id: "r1", fields: { a: [2, expect.any(String)] } } },
    ]);
  });

  it("ACK-3 is not moved by an answer to another id, or to an older push", async () => {
    const { storeOf, api } = world();
    const device = new Device("d", 0);
    const store = storeOf(device);
    make(device, "r1");
    const body = (await store.nextPush()) ?? expect.fail();
    const answer = await api.push(body);
    expect(await store.acknowledge({ ...body, cid: "other" }, answer)).toBe("stale");
    expect(device.meta.acked).toBe(0);
    expect(await store.acknowledge(body, answer)).toBe("done");
    expect(await store.acknowledge(body, answer)).toBe("stale");
    expect(device.meta.acks).toEqual([{ n: 1, seq: 1 }]);
  });

  it("ACK-4 OUT-3 is sent empty when the server cannot take it", async () => {
    const { sync, server } = world();
    const device = new Device("d", 0);
    make(device, "r1");
    make(device, "r2");
    await refuseRecord(device, 1, "body-too-large");
    expect(shown(device)).toEqual(["r2=1"]);
    await sync(device);
    expect([...server.kept.rows.keys()]).toEqual(["t/r2"]);
    expect(device.rejected).toMatchObject([{ n: 1, why: "body-too-large" }]);
    await refuseRecord(device, 1, "again");
    expect(device.rejected).toHaveLength(1);
  });
});

describe("a page", () => {
  it("PUL-2 for another cursor is dropped", async () => {
    const { storeOf, api, sync } = world({ pageRows: 1 });
    const [owner, device] = [new Device("o", 0), new Device("d", 0)];
    make(owner, "r1");
    await sync(owner);
    await sync(device);
    make(owner, "r2");
    await sync(owner);
    const store = storeOf(device);
    const request = await store.nextPull();
    if (request.kind !== "pull") expect.fail();
    const page = await api.pull(request);
    expect(await store.applyPull(request, page)).toBe("done");
    expect(await store.applyPull(request, page)).toBe("stale");
    expect(shown(device)).toEqual(["r1=1", "r2=1"]);
  });

  it("PUL-1 PUL-3 brings a remote field under a pending edit of another", async () => {
    const { sync, storeOf, api, server } = world();
    const [owner, device] = [new Device("o", 0), new Device("d", 0)];
    make(owner, "r1");
    await sync(owner);
    await sync(device);
    set(owner, "r1", { b: 7 });
    await sync(owner);
    set(device, "r1", { a: 5 });
    const store = storeOf(device);
    const request = await store.nextPull();
    if (request.kind !== "pull") expect.fail();
    await store.applyPull(request, await api.pull(request));
    expect(device.held.get("t/r1")?.local?.data).toEqual({ a: 5, b: 7 });
    expect(device.meta.since).toBe(server.kept.seq);
  });

  it("SNP-1 of a snapshot goes on from where it was, newest first, without the deleted", async () => {
    const { storeOf, api, sync } = world({ pageRows: 1 });
    const owner = new Device("o", 0);
    for (const id of ["r1", "r2", "r3"]) make(owner, id);
    set(owner, "r2", { _del: true });
    await sync(owner);
    const device = new Device("d", 0);
    const seen: string[] = [];
    for (;;) {
      const store = storeOf(device);
      const request = await store.nextPull();
      if (request.kind === "pull") break;
      await store.applySnaps(request, [await api.snap(request)]);
      seen.push(shown(device).join(" "));
    }
    expect(seen).toEqual(["r3=1", "r1=1 r3=1"]);
  });

  it("SNP-2 SNP-3 PUL-4 takes away, at the first complete pull, what a snapshot after the floor did not name", async () => {
    const { storeOf, api, sync, server } = world();
    const [owner, device] = [new Device("o", 0), new Device("d", 0)];
    make(owner, "r1");
    make(owner, "r2");
    await sync(owner);
    await sync(device);
    set(owner, "r1", { _del: true });
    await sync(owner);
    server.collect();
    make(device, "mine");
    const store = storeOf(device);
    const stale = await store.nextPull();
    if (stale.kind !== "pull") expect.fail();
    expect(await store.applyPull(stale, await api.pull(stale))).toBe("again");
    const snap = await store.nextPull();
    if (snap.kind !== "snap") expect.fail();
    await store.applySnaps(snap, [await api.snap(snap)]);
    expect(shown(device)).toEqual(["mine=1", "r1=1", "r2=1"]);
    await sync(device);
    expect(shown(device)).toEqual(["mine=1", "r2=1"]);
  });

  it("SNP-4 keeps a deletion made here, so that it can be undone", async () => {
    const { sync } = world();
    const device = new Device("d", 0);
    make(device, "r1");
    set(device, "r1", { _del: true });
    await sync(device);
    expect(shown(device)).toEqual([]);
    set(device, "r1", { _del: false });
    await sync(device);
    expect(shown(device)).toEqual(["r1=1"]);
  });

  it("SNP-5 looks again at a row whose making was acknowledged after the snapshot", async () => {
    const { storeOf, api, sync } = world();
    const [maker, other] = [new Device("m", 0), new Device("o", 0)];
    make(maker, "r1");
    const body = (await storeOf(maker).nextPush()) ?? expect.fail();
    const late = await api.push(body);
    await sync(other);
    set(other, "r1", { _del: true });
    await sync(other);
    const pullOnly: SyncStore = { ...storeOf(maker), nextPush: async () => undefined };
    await syncRound(pullOnly, api);
    expect(shown(maker)).toEqual(["r1=1"]);
    await storeOf(maker).acknowledge(body, late);
    await sync(maker);
    expect(shown(maker)).toEqual([]);
  });
});

describe("a wrong clock", () => {
  it("CLK-4 CLK-6 CLK-7 a day ahead loses no edit and poisons no one", async () => {
    const { sync } = world();
    const [ahead, right] = [new Device("a", DAY), new Device("r", 0)];
    make(ahead, "r1");
    await sync(ahead);
    await sync(right);
    set(right, "r1", { a: 2 });
    await sync(right);
    await sync(ahead);
    expect(shown(ahead)).toEqual(["r1=2"]);
    set(ahead, "r1", { a: 3 });
    await sync(ahead);
    await sync(right);
    expect([shown(ahead), shown(right)]).toEqual([["r1=3"], ["r1=3"]]);
    for (const { meta } of [ahead, right]) expect(meta.clock.ms).toBeLessThan(NOW + 6 * 60_000);
  });

  it("CLK-4 a day behind still wins over what it has read", async () => {
    const { sync } = world();
    const [behind, right] = [new Device("b", -DAY), new Device("r", 0)];
    make(right, "r1");
    await sync(right);
    await sync(behind);
    set(behind, "r1", { a: 2 });
    await sync(behind);
    await sync(right);
    expect(shown(right)).toEqual(["r1=2"]);
  });
});
