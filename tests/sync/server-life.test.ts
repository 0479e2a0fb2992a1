import { describe, expect, it } from "vitest";
import { Device } from "./simulator/device";
import { make, set, shown, world } from "./small-world";

describe("another life", () => {
  it("EPO-1 EPO-2 of the server gets back what it lost", async () => {
    const { sync, server } = world();
    const [one, two] = [new Device("a", 0), new Device("b", 0)];
    make(one, "r1");
    await sync(one);
    server.keepBackup();
    make(one, "r2");
    await sync(one);
    await sync(two);
    set(two, "r1", { a: 9 });
    await sync(two);
    server.restore();
    expect([...server.kept.rows.keys()]).toEqual(["t/r1"]);
    for (const device of [one, two, one]) await sync(device);
    for (const device of [one, two]) expect(shown(device)).toEqual(["r1=9", "r2=1"]);
    expect(one.meta.cid).not.toBe("a0");
  });

  it("EPO-3 of a device the server has forgotten goes on under a new id", async () => {
    const { sync, server } = world();
    const device = new Device("d", 0);
    make(device, "r1");
    await sync(device);
    server.kept.clients.clear();
    set(device, "r1", { a: 2 });
    await sync(device);
    expect(server.kept.rows.get("t/r1")?.data).toEqual({ a: 2 });
    expect(device.meta.cid).not.toBe("d0");
  });

  it("EPO-4 DEL-4 of a device that was put back to what it was goes on under a new id", async () => {
    const { sync, server } = world();
    const device = new Device("d", 0);
    make(device, "r1");
    await sync(device);
    make(device, "r2");
    const copy = new Device("c", 0);
    copy.meta = { ...device.meta };
    copy.outbox = [...device.outbox];
    copy.held = new Map(device.held);
    make(device, "r3");
    make(device, "r4");
    await sync(device);
    make(copy, "r5");
    for (const one of [copy, device, copy]) await sync(one);
    expect(shown(copy)).toEqual(["r1=1", "r2=1", "r3=1", "r4=1", "r5=1"]);
    expect(shown(device)).toEqual(shown(copy));
    expect(copy.meta.cid).not.toBe(device.meta.cid);
    expect(server.kept.clients.size).toBe(2);
  });

  it("DEL-2 a repeated push brings nothing back that was deleted and forgotten", async () => {
    const { sync, storeOf, api, server } = world();
    const [maker, other] = [new Device("m", 0), new Device("o", 0)];
    make(maker, "r1");
    const body = (await storeOf(maker).nextPush()) ?? expect.fail();
    await api.push(body);
    await sync(other);
    set(other, "r1", { _del: true });
    await sync(other);
    server.collect();
    await api.push(body);
    await sync(maker);
    expect([...server.kept.rows.keys(), ...shown(maker)]).toEqual([]);
  });
});
