import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { connectProvider } from "@/lib/ai/set-up";
import * as store from "@/lib/ai/store";
import { newVaultKey, seal, unseal } from "@/lib/ai/vault";
import { fakeOf, GOOD_KEY, makeHouse, type FakeServer } from "./fakes/house";

const open: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function house() {
  const { server, provider } = await fakeOf("openai");
  open.push(server);
  return { server, provider, ...makeHouse([provider]) };
}

/** Every byte a database holds, as text. */
async function dump(db: { tables: { toArray: () => Promise<unknown[]> }[] }): Promise<string> {
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  return JSON.stringify(rows, (_name, value: unknown) => {
    if (value instanceof ArrayBuffer) return Buffer.from(value).toString("latin1");
    return ArrayBuffer.isView(value) ? Buffer.from(value.buffer).toString("latin1") : value;
  });
}

describe("a key", () => {
  it("is checked by a call that costs nothing, and known by its last four characters", async () => {
    const { provider, ai, server } = await house();
    const models = await connectProvider({ provider, key: ` ${GOOD_KEY}\n` }, { ai });
    expect(models).toEqual(["gpt-6-luna", "gpt-6.1-sol"]);
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /v1/models"]);
    const reach = await store.readReach("openai", ai);
    expect(reach).toMatchObject({ last4: "0001", models });
    expect(await store.readKey("openai", ai)).toBe(GOOD_KEY);
  });

  it("that the provider refuses is not kept, and the one before stays", async () => {
    const { provider, ai } = await house();
    const wrong = connectProvider({ provider, key: "sk-wrong" }, { ai });
    await expect(wrong).rejects.toMatchObject({ code: "ai-key-refused" });
    expect(await store.readKey("openai", ai)).toBeUndefined();
    await connectProvider({ provider, key: GOOD_KEY }, { ai });
    await expect(connectProvider({ provider, key: "sk-wrong" }, { ai })).rejects.toMatchObject({
      code: "ai-key-refused",
    });
    expect(await store.readKey("openai", ai)).toBe(GOOD_KEY);
  });

  it("lies nowhere in the clear, and not at all in the notebook that syncs and is backed up", async () => {
    const { provider, ai, notebook } = await house();
    await connectProvider({ provider, key: GOOD_KEY }, { ai });
    await store.saveWish({ provider: "openai", model: "gpt-6-luna" }, notebook);
    expect(await dump(ai)).not.toContain(GOOD_KEY.slice(0, -4));
    const kept = await dump(notebook);
    expect(kept).toContain("gpt-6-luna");
    expect(kept).not.toMatch(/sk-|last4|sealed/u);
  });

  it("is sealed under a key that nothing can read out", async () => {
    const { provider, ai } = await house();
    await connectProvider({ provider, key: GOOD_KEY }, { ai });
    const [vault] = await ai.aiVault.toArray();
    expect(vault?.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", vault!.key)).rejects.toMatchObject({
      name: "InvalidAccessError",
    });
  });

  it("goes when it is removed, and the agreement with it", async () => {
    const { provider, ai, gateway } = await house();
    await connectProvider({ provider, key: GOOD_KEY }, { ai });
    await gateway.agree({ provider, address: provider.address });
    await store.removeReach("openai", ai);
    expect(await store.readKey("openai", ai)).toBeUndefined();
    expect(await store.hasAgreed("openai", provider.address, ai)).toBe(false);
  });

  it("too short to show the end of shows none", async () => {
    const { ai } = makeHouse([]);
    await store.saveKey("mistral", "short", {}, ai);
    expect((await store.readReach("mistral", ai))?.last4).toBe("");
  });
});

describe("an address of one's own", () => {
  it("is kept with what it offers; another one needs another agreement", async () => {
    const { server, provider } = await fakeOf("compatible");
    open.push(server);
    const { ai, gateway } = makeHouse([provider]);
    await connectProvider({ provider, address: `${server.url}/v1/` }, { ai });
    expect(await store.readReach("compatible", ai)).toMatchObject({
      address: `${server.url}/v1`,
      models: ["llama-of-the-house"],
    });
    await gateway.agree({ provider, address: `${server.url}/v1` });
    await store.saveReach("compatible", { address: "https://elsewhere.example/v1" }, ai);
    expect(await store.hasAgreed("compatible", `${server.url}/v1`, ai)).toBe(false);
  });

  it("that is none is refused before anything is asked", async () => {
    const { provider } = await fakeOf("compatible").then((one) => (open.push(one.server), one));
    const { ai } = makeHouse([provider]);
    for (const address of ["ftp://x.example", "not an address"])
      await expect(connectProvider({ provider, address }, { ai })).rejects.toMatchObject({
        code: "ai-unreachable",
      });
  });
});

describe("the vault", () => {
  it("opens only what it sealed, for what it sealed it", async () => {
    const key = await newVaultKey();
    const sealed = await seal(key, "secret", "openai");
    expect(await unseal(key, sealed, "openai")).toBe("secret");
    const closed = { name: "OperationError" };
    await expect(unseal(key, sealed, "mistral")).rejects.toMatchObject(closed);
    await expect(unseal(await newVaultKey(), sealed, "openai")).rejects.toMatchObject(closed);
    expect((await seal(key, "secret", "openai")).iv).not.toEqual(sealed.iv);
  });
});

describe("erasing", () => {
  it("takes keys, agreements, prices and the books", async () => {
    const { provider, ai, gateway } = await house();
    await connectProvider({ provider, key: GOOD_KEY }, { ai });
    await gateway.agree({ provider, address: provider.address });
    await store.saveLimit(5, ai);
    await store.eraseAi(ai);
    expect(await dump(ai)).toBe("[[],[],[],[],[],[]]");
  });
});
