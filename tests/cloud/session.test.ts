import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createSession, DEFAULT_SERVER, serverAddress } from "@/lib/cloud/session";
import { AppError } from "@/lib/platform/app-error";
import { openGround, type Ground } from "./ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());
afterEach(() => {
  ground.proxy.mood = () => "through";
  ground.clock.ahead = 0;
});

const codeOf = async (promise: Promise<unknown>) => {
  const error = await promise.catch((reason: unknown) => reason);
  return error instanceof AppError ? error.code : error;
};

describe("connecting a device", () => {
  it("shows a code, waits, and is connected once the person approves", async () => {
    const { session } = ground.newNotebook();
    const pairing = await session.startPairing("Firefox on a laptop");
    expect(pairing.url).toBe(`${ground.server.url}/pair?code=${pairing.userCode}`);
    expect(await session.pollPairing(pairing)).toEqual({ state: "waiting", pairing });
    await ground.decide("ada@example.org", pairing.userCode, "approve");
    const polled = await session.pollPairing(pairing);
    expect(polled).toMatchObject({
      state: "connected",
      session: { user: { email: "ada@example.org" }, server: ground.proxy.url },
    });
    expect(await session.currentSession()).toMatchObject({ user: { email: "ada@example.org" } });
    expect(await session.pendingPairing()).toBeUndefined();
    expect(await session.devices()).toMatchObject([{ name: "Firefox on a laptop", current: true }]);
  });

  it("can be gone on with by another screen, and given up", async () => {
    const { session } = ground.newNotebook();
    const pairing = await session.startPairing("Browser");
    expect(await session.pendingPairing()).toEqual(pairing);
    await session.cancelPairing();
    expect(await session.pendingPairing()).toBeUndefined();
  });

  it("polls more slowly when told to", async () => {
    const { session } = ground.newNotebook();
    const pairing = await session.startPairing("Browser");
    await session.pollPairing(pairing);
    const hurried = await session.pollPairing(pairing);
    expect(hurried).toMatchObject({ state: "waiting", pairing: { interval: 7000 } });
    expect(await session.pendingPairing()).toMatchObject({ interval: 7000 });
  });

  it("ends with a code of its own when refused or too late, and nothing is kept", async () => {
    const { session, kept } = ground.newNotebook();
    const refused = await session.startPairing("Browser");
    await ground.decide("bo@example.org", refused.userCode, "deny");
    expect(await codeOf(session.pollPairing(refused))).toBe("pairing-denied");
    const late = await session.startPairing("Browser");
    ground.clock.ahead = 600_000;
    expect(await codeOf(session.pollPairing(late))).toBe("pairing-expired");
    expect([...kept.keys()]).toEqual([]);
  });

  it("knows by its own clock that a code is over", async () => {
    const { session } = ground.newNotebook();
    const pairing = await session.startPairing("Browser");
    ground.proxy.seen.length = 0;
    const over = { ...pairing, expiresAt: Date.now() - 1 };
    expect(await codeOf(session.pollPairing(over))).toBe("pairing-expired");
    expect(ground.proxy.seen).toEqual([]);
  });

  it.each([
    ["html", "server-unreadable"],
    ["json", "server-unreadable"],
    ["drop", "offline"],
    [{ status: 500 }, "server-error"],
    [{ status: 429 }, "rate-limited"],
    [{ status: 400, body: "<p>no</p>" }, "server-unreadable"],
  ] as const)("through %j says %s, when starting and when polling", async (mood, code) => {
    const { session } = ground.newNotebook();
    const pairing = await session.startPairing("Browser");
    ground.proxy.mood = () => mood;
    expect(await codeOf(session.startPairing("Browser"))).toBe(code);
    expect(await codeOf(session.pollPairing(pairing))).toBe(code);
    expect(await session.pendingPairing()).toEqual(pairing);
  });
});

describe("signing out", () => {
  it("makes the server forget the device, and works without the server", async () => {
    const device = await ground.newDevice("cleo@example.org");
    const other = await ground.newDevice("cleo@example.org");
    await device.session.signOut();
    expect(await device.session.currentSession()).toBeUndefined();
    expect(await other.session.devices()).toHaveLength(1);
    ground.proxy.mood = () => "drop";
    await other.session.signOut();
    expect(await other.session.currentSession()).toBeUndefined();
    expect(await codeOf(other.session.devices())).toBe("not-signed-in");
  });

  it("names and lets go of devices", async () => {
    const device = await ground.newDevice("dora@example.org");
    const [mine] = await device.session.devices();
    await device.session.renameDevice(mine!.id, "Old laptop");
    expect((await device.session.devices())[0]!.name).toBe("Old laptop");
    await device.session.revokeDevice(mine!.id);
    expect(await device.session.currentSession()).toBeUndefined();
  });
});

describe("the server's address", () => {
  it.each([
    ["notes.example.org", "https://notes.example.org"],
    [" https://notes.example.org/some/page ", "https://notes.example.org"],
    ["localhost:8787", "http://localhost:8787"],
    ["127.0.0.1:9000/", "http://127.0.0.1:9000"],
    ["http://localhost", "http://localhost"],
  ])("%s is read as %s", (typed, url) => {
    expect(serverAddress(typed)).toBe(url);
  });

  it.each([
    "",
    "not an address",
    "http://notes.example.org",
    "ftp://x",
    "http://localhost.example.org",
  ])("%j is refused: a token travels only where nobody listens in", (typed) => {
    expect(() => serverAddress(typed)).toThrow(AppError);
  });

  it("is this computer's own until another is set, and a spoiled memory is no memory", async () => {
    const kept = new Map<string, unknown>([["cloud.session", { token: 7 }]]);
    const session = createSession({
      storage: {
        read: async (key) => kept.get(key),
        write: async (key, value) => void kept.set(key, value),
        remove: async (key) => void kept.delete(key),
      },
    });
    expect(await session.server()).toBe(DEFAULT_SERVER);
    await session.setServer("notes.example.org");
    expect(await session.server()).toBe("https://notes.example.org");
    expect(await session.currentSession()).toBeUndefined();
  });
});
