import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/platform/app-error";
import type { Provider, Question } from "@/lib/ai/provider";
import { createBuiltin } from "@/lib/ai/providers/builtin";
import { FakeLanguageModel } from "./fakes/language-model";
import type { Behaviour } from "./fakes/model";
import { fakeOf, GOOD_KEY, NETWORKED, type FakeServer } from "./fakes/house";

const open: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(id: (typeof NETWORKED)[number], options = {}) {
  const started = await fakeOf(id, options);
  open.push(started.server);
  return started;
}

const MODELS: Record<(typeof NETWORKED)[number], string> = {
  openai: "gpt-6-luna",
  anthropic: "claude-haiku-5-5",
  gemini: "gemini-3.5-flash-lite",
  mistral: "mistral-medium-latest",
  compatible: "llama-of-the-house",
};

function question(more: Partial<Question> = {}): Question {
  return {
    model: "",
    system: "Answer in one word.",
    turns: [{ role: "user", text: "Well?" }],
    maxTokens: 100,
    ...more,
  };
}

async function put(provider: Provider, asked: Question, key = GOOD_KEY, signal?: AbortSignal) {
  const deltas: string[] = [];
  const listening = {
    signal: signal ?? new AbortController().signal,
    onText: (delta: string) => void deltas.push(delta),
  };
  const reply = await provider.ask({ address: provider.address, key, fetch }, asked, listening);
  return { reply, deltas };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  return (error as AppError).code;
}

describe.each(NETWORKED)("%s", (id) => {
  const model = MODELS[id];

  it("lists the models that write text, by a call that asks for none", async () => {
    const { provider, server } = await start(id);
    const models = await provider.check(
      { address: provider.address, key: GOOD_KEY, fetch },
      new AbortController().signal,
    );
    expect(models).toContain(model);
    expect(models.join(" ")).not.toMatch(/embed|image|whisper|models\//u);
    expect(server.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("streams an answer, and tells the provider's own count of tokens", async () => {
    const { provider, server } = await start(id);
    server.model.next.push({ do: "say", text: "Grüße aus dem Archiv – 1 200 Karten" });
    const { reply, deltas } = await put(provider, question({ model }));
    expect(reply).toMatchObject({ text: "Grüße aus dem Archiv – 1 200 Karten", stop: "end" });
    expect(deltas.length).toBeGreaterThan(3);
    expect(deltas.join("")).toBe(reply.text);
    expect(reply.usage?.input).toBe(server.model.tokens("Answer in one word.\nWell?"));
    expect(reply.usage?.output).toBe(server.model.tokens(reply.text));
  });

  it("sends no tool, no word of the machine, and nothing but the question", async () => {
    const { provider, server } = await start(id);
    await put(provider, question({ model, shape: { name: "x", schema: { type: "object" } } }));
    const [seen] = server.seen;
    expect(Object.keys(seen!.headers).join(" ")).not.toMatch(/stainless|openai-|cookie|referer/u);
    expect(seen!.headers["user-agent"]).not.toMatch(/openai|anthropic/iu);
    expect(seen!.body).not.toHaveProperty("tools");
    expect(seen!.text).toContain("json_schema");
  });

  it("says which refusal is which", async () => {
    const { provider, server } = await start(id);
    server.model.next.push({ do: "refuse" }, { do: "cutOff", text: "Half a" });
    expect((await put(provider, question({ model }))).reply.stop).toBe("refused");
    expect((await put(provider, question({ model }))).reply.stop).toBe("cutOff");
  });

  const failures: [string, Behaviour, string][] = [
    ["too many calls", { do: "fail", status: 429, code: "rate_limit_error" }, "ai-rate-limited"],
    ["a server's fault", { do: "fail", status: 500 }, "ai-down"],
    ["an overloaded server", { do: "fail", status: 529, code: "overloaded_error" }, "ai-down"],
    ["a bill to pay", { do: "fail", status: 402, code: "billing_error" }, "ai-exhausted"],
    ["a body too large", { do: "fail", status: 413, code: "request_too_large" }, "ai-too-long"],
    ["a line that drops", { do: "hangUp" }, "ai-unreachable"],
    ["a fault midway", { do: "failMidway", code: "overloaded_error" }, "ai-down"],
    ["anything else", { do: "fail", status: 422, message: "odd" }, "ai-request-refused"],
  ];
  it.each(failures)("gives %s its code", async (_name, behaviour, code) => {
    const { provider, server } = await start(id);
    server.model.next.push(behaviour);
    expect(await codeOf(put(provider, question({ model })))).toBe(code);
  });

  it("tells a text too long, an unknown model and an empty account apart", async () => {
    const { provider, server } = await start(id, {
      context: 50,
      accounts: { [GOOD_KEY]: { credit: 1e6 } },
    });
    const turns = [{ role: "user" as const, text: "words ".repeat(100) }];
    expect(await codeOf(put(provider, question({ model, turns })))).toBe("ai-too-long");
    expect(await codeOf(put(provider, question({ model: "gpt-none" })))).toBe("ai-model-unknown");
    if (id === "compatible") return;
    server.model.accounts.set(GOOD_KEY, { credit: 1 });
    expect(await codeOf(put(provider, question({ model })))).toBe("ai-exhausted");
    expect(await codeOf(put(provider, question({ model }), "sk-wrong"))).toBe("ai-key-refused");
  });

  it("stops when told to, and hangs up on the provider", async () => {
    const { provider, server } = await start(id);
    server.model.next.push({ do: "stall", text: "Once upon a time there was" });
    const stop = new AbortController();
    const listening = { signal: stop.signal, onText: () => stop.abort() };
    const asked = provider.ask(
      { address: provider.address, key: GOOD_KEY, fetch },
      question({ model }),
      listening,
    );
    expect(await codeOf(asked)).toBe("ai-stopped");
    await server.hungUp;
  });
});

const refuseAll: typeof fetch = () => Promise.resolve(new Response(null, { status: 403 }));

describe("an address that answers, but not to an extension", () => {
  it("is told as such, as Ollama does by default", async () => {
    const { provider, server } = await start("compatible");
    const connection = { address: `${server.url}/v1`, fetch: refuseAll };
    expect(await codeOf(provider.check(connection, new AbortController().signal))).toBe(
      "ai-origin-refused",
    );
  });
});

function listening() {
  return { signal: new AbortController().signal, onText: () => {} };
}

describe("the browser's own model", () => {
  const nowhere = { address: "", fetch };

  it("answers in the shape asked for, and leaves no session open", async () => {
    const fake = new FakeLanguageModel();
    const provider = createBuiltin(() => fake);
    fake.model.next.push({ do: "say", text: '{"text":"Hello"}' });
    const shape = { name: "x", schema: { type: "object" } };
    const reply = await provider.ask(nowhere, question({ shape }), listening());
    expect(reply).toEqual({ text: '{"text":"Hello"}', stop: "end" });
    expect(fake.asked[0]?.constraint).toEqual(shape.schema);
    expect(fake.open).toBe(0);
  });

  it("is missing in most browsers, and the code says so", async () => {
    const provider = createBuiltin(() => undefined);
    expect(await codeOf(provider.check(nowhere, listening().signal))).toBe(
      "ai-builtin-unavailable",
    );
    expect(await codeOf(provider.ask(nowhere, question(), listening()))).toBe(
      "ai-builtin-unavailable",
    );
  });

  it("has limits of its own", async () => {
    const fake = new FakeLanguageModel();
    const provider = createBuiltin(() => fake);
    fake.model.next.push(
      { do: "fail", status: 0, code: "QuotaExceededError" },
      { do: "fail", status: 0, code: "NotReadableError" },
    );
    expect(await codeOf(provider.ask(nowhere, question(), listening()))).toBe("ai-too-long");
    expect(await codeOf(provider.ask(nowhere, question(), listening()))).toBe("ai-refused");
  });
});
