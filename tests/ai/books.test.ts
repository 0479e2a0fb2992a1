import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { spending } from "@/lib/ai/budget";
import { AppError } from "@/lib/platform/app-error";
import * as store from "@/lib/ai/store";
import { draftMessage, type DraftMessageInput } from "@/lib/ai/tasks/draft-message";
import { GOOD_KEY, readyHouse, type FakeServer } from "./fakes/house";

const open: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function ready(...given: Parameters<typeof readyHouse>) {
  const house = await readyHouse(...given);
  open.push(house.server);
  return house;
}

const input: DraftMessageInput = {
  form: "note",
  purpose: "say hello",
  language: "en",
  limits: { body: 200 },
  variants: 2,
  facts: { recipient: { firstName: "Maëlle", company: "Quillmark Archives" } },
};

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  return (error as AppError).code;
}

describe("the books", () => {
  it("hold each call with the provider's own count, and its price of that day", async () => {
    const { gateway, ai, server } = await ready();
    const { usage, cost } = await gateway.send(await gateway.prepare(draftMessage, input));
    const [call] = await store.callsSince("2026-11-01T00:00:00Z", ai);
    expect(call).toMatchObject({ provider: "openai", model: "gpt-6-luna", task: "draftMessage" });
    expect(call?.usage).toEqual(usage);
    expect(cost).toBeCloseTo((usage!.input * 0.1 + usage!.output * 0.5) / 1e6, 12);
    expect(server.model.accounts.get(GOOD_KEY)!.credit).toBe(1e9 - usage!.input - usage!.output);
  });

  it("hold a call that was left before its first word: the model was at work, and it may cost", async () => {
    const { gateway, ai, server } = await ready("openai", {}, { firstMs: 30, idleMs: 30 });
    server.model.next.push({ do: "hang" }, { do: "fail", status: 401 });
    const prepared = await gateway.prepare(draftMessage, input);
    expect(await codeOf(gateway.send(prepared))).toBe("ai-slow");
    expect(await codeOf(gateway.send(prepared))).toBe("ai-key-refused");
    const calls = await store.callsSince("2026-11-01T00:00:00Z", ai);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.cost).toBeUndefined();
    expect(calls[0]?.atMost).toBeGreaterThan(0);
  });

  it("say unknown where usage or price is not known, never a guess", async () => {
    const { gateway, ai, server, notebook } = await ready("openai", {
      models: ["gpt-6-luna", "gpt-of-tomorrow"],
    });
    server.model.next.push({ do: "stall", text: "Hello" });
    const stop = new AbortController();
    const prepared = await gateway.prepare(draftMessage, input);
    const stopped = gateway.send({ ...prepared }, { signal: stop.signal, onPartial: () => {} });
    await expect.poll(() => server.model.next.length).toBe(0);
    stop.abort();
    await codeOf(stopped);

    await store.saveWish({ provider: "openai", model: "gpt-of-tomorrow" }, notebook);
    expect((await gateway.send(await gateway.prepare(draftMessage, input))).cost).toBeUndefined();
    const rows = spending(await store.callsSince("2026-11-01T00:00:00Z", ai));
    const tomorrow = rows.find(({ model }) => model === "gpt-of-tomorrow");
    expect(tomorrow).toMatchObject({ calls: 1, unknown: 1 });
    expect(tomorrow?.cost).toBeUndefined();
    expect(tomorrow?.usage?.input).toBeGreaterThan(0);
  });

  it("take the user's own price before the table's", async () => {
    const { gateway, ai } = await ready();
    const own = {
      provider: "openai" as const,
      model: "gpt-6-luna",
      from: "2026-01-01",
      input: 1e6,
      output: 0,
    };
    await store.savePrice(own, ai);
    const { cost, usage } = await gateway.send(await gateway.prepare(draftMessage, input));
    expect(cost).toBe(usage!.input);
  });

  it("stop at the month's budget before sending, and begin anew with the month", async () => {
    const { gateway, ai, server, now } = await ready();
    const prepared = await gateway.prepare(draftMessage, input);
    await store.saveLimit(0.004, ai);
    await gateway.send(prepared);
    await store.recordCall(
      {
        at: now.is.toISOString(),
        provider: "openai",
        model: "gpt-6-luna",
        task: "x",
        ok: true,
        cost: 0.0035,
      },
      ai,
    );
    const before = server.seen.length;
    expect(await codeOf(gateway.send(prepared))).toBe("ai-budget");
    expect(server.seen.length).toBe(before);
    now.is = new Date("2026-12-02T10:00:00Z");
    await gateway.send(prepared);
  });

  it("let no call with an unknown price pass under a budget", async () => {
    const { gateway, ai, notebook } = await ready("openai", { models: ["gpt-of-tomorrow"] });
    await store.saveWish({ provider: "openai", model: "gpt-of-tomorrow" }, notebook);
    await store.saveLimit(50, ai);
    expect(await codeOf(gateway.send(await gateway.prepare(draftMessage, input)))).toBe(
      "ai-price-unknown",
    );
  });

  it("count an address on this machine as free", async () => {
    const { gateway, ai } = await ready("compatible");
    await store.saveLimit(0, ai);
    const { cost } = await gateway.send(await gateway.prepare(draftMessage, input));
    expect(cost).toBe(0);
  });
});
