import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/platform/app-error";
import { createBuiltin } from "@/lib/ai/providers/builtin";
import { connectProvider } from "@/lib/ai/set-up";
import { draftMessage, type DraftMessageInput } from "@/lib/ai/tasks/draft-message";
import { writtenSoFar } from "@/lib/ai/tasks/written";
import { FakeLanguageModel } from "./fakes/language-model";
import { fakeOf, GOOD_KEY, makeHouse, readyHouse, type FakeServer } from "./fakes/house";

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
const good = JSON.stringify({ variants: [{ subject: null, text: "Hello Maëlle" }] });

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  return (error as AppError).code;
}

describe("before anything leaves", () => {
  it("there must be somebody to ask", async () => {
    const { gateway } = makeHouse([]);
    expect(await codeOf(gateway.prepare(draftMessage, input))).toBe("ai-no-provider");
  });

  it("the user agrees to it, once for a provider and its address", async () => {
    const { server, provider } = await fakeOf("openai");
    open.push(server);
    const { gateway, ai } = makeHouse([provider]);
    await connectProvider({ provider, key: GOOD_KEY }, { ai });
    const prepared = await gateway.prepare(draftMessage, input);
    expect(prepared.mustAgree).toBe(true);
    expect(await codeOf(gateway.send(prepared))).toBe("ai-not-agreed");
    expect(server.seen.filter(({ method }) => method === "POST")).toEqual([]);

    await gateway.agree(prepared);
    expect((await gateway.prepare(draftMessage, input)).mustAgree).toBe(false);
    const elsewhere = { ...prepared, address: "https://elsewhere.example/v1" };
    expect(await codeOf(gateway.send(elsewhere))).toBe("ai-not-agreed");
  });

  it("what was shown is what is sent, to the letter", async () => {
    const { gateway, server } = await ready();
    const prepared = await gateway.prepare(draftMessage, input);
    await gateway.send(prepared);
    const sent = server.seen.at(-1)!.body as { messages: { role: string; content: string }[] };
    expect(sent.messages).toEqual([
      { role: "system", content: prepared.question.system },
      { role: "user", content: prepared.question.turns[0]!.text },
    ]);
  });

  it("the browser's own model needs no agreement: nothing leaves", async () => {
    const fake = new FakeLanguageModel();
    const provider = createBuiltin(() => fake);
    const { gateway, ai } = makeHouse([provider]);
    await connectProvider({ provider }, { ai });
    const prepared = await gateway.prepare(draftMessage, input);
    expect(prepared.mustAgree).toBe(false);
    const { answer, cost } = await gateway.send(prepared);
    expect(answer.variants[0]?.text).toBe("Hello, say hello");
    expect(cost).toBeUndefined();
  });
});

describe("an answer", () => {
  it("shows as it comes, and whole at the end", async () => {
    const { gateway, server } = await ready();
    server.model.next.push({ do: "say", text: good });
    const shown: string[] = [];
    const prepared = await gateway.prepare(draftMessage, input);
    const { answer } = await gateway.send(prepared, {
      onPartial: (partial) => shown.push(writtenSoFar(partial)[0]?.text ?? ""),
    });
    expect(answer.variants).toEqual([{ subject: null, text: "Hello Maëlle" }]);
    expect(shown.length).toBeGreaterThan(2);
    for (const text of shown) expect("Hello Maëlle".startsWith(text)).toBe(true);
    expect(shown.at(-1)).toBe("Hello Maëlle");
  });

  it("in a fence or with chatter around it is read all the same", async () => {
    const { gateway, server } = await ready();
    server.model.next.push({ do: "say", text: `Sure! Here {it} is:\n\`\`\`json\n${good}\n\`\`\`` });
    const { answer } = await gateway.send(await gateway.prepare(draftMessage, input));
    expect(answer.variants).toHaveLength(1);
  });

  it("that is malformed is asked for once more, with what was wrong, and no more than once", async () => {
    const { gateway, server } = await ready();
    server.model.next.push({ do: "say", text: '{"variants": []}' }, { do: "say", text: good });
    const prepared = await gateway.prepare(draftMessage, input);
    expect((await gateway.send(prepared)).answer.variants).toHaveLength(1);
    const repair = server.seen.at(-1)!.body as { messages: { content: string }[] };
    expect(repair.messages.at(-2)?.content).toBe('{"variants": []}');
    expect(repair.messages.at(-1)?.content).toContain("variants");

    const before = server.seen.length;
    server.model.next.push({ do: "say", text: "no" }, { do: "say", text: "never" });
    expect(await codeOf(gateway.send(prepared))).toBe("ai-malformed");
    expect(server.seen.length).toBe(before + 2);
  });

  it("from a model that cannot be held to a shape is asked for in words", async () => {
    const { gateway, server } = await ready("anthropic", { shapeless: ["claude-haiku-5-5"] });
    const { answer } = await gateway.send(await gateway.prepare(draftMessage, input));
    expect(answer.variants[0]?.text).toContain("say hello");
    expect(server.seen.at(-1)!.text).not.toContain("json_schema");
  });

  it("refused or cut off is said to be so", async () => {
    const { gateway, server } = await ready();
    server.model.next.push({ do: "refuse" }, { do: "cutOff", text: good.slice(0, -4) });
    const prepared = await gateway.prepare(draftMessage, input);
    expect(await codeOf(gateway.send(prepared))).toBe("ai-refused");
    expect(await codeOf(gateway.send(prepared))).toBe("ai-cut-off");
  });
});

describe("what may pass by itself", () => {
  it("is tried three times, waiting as long as the provider asks", async () => {
    const { gateway, server, waits } = await ready();
    server.model.next.push(
      { do: "fail", status: 429, retryAfter: 3 },
      { do: "fail", status: 503 },
      { do: "say", text: good },
    );
    await gateway.send(await gateway.prepare(draftMessage, input));
    expect(waits).toEqual([3_000, 2_000]);

    server.model.next.push(...Array.from({ length: 3 }, () => ({ do: "hangUp" as const })));
    expect(await codeOf(gateway.send(await gateway.prepare(draftMessage, input)))).toBe(
      "ai-unreachable",
    );
    expect(server.model.next).toEqual([]);
  });

  it("is not tried again once words have come, nor where waiting would take long", async () => {
    const { gateway, server, waits } = await ready();
    server.model.next.push({ do: "failMidway", code: "server_error" });
    const prepared = await gateway.prepare(draftMessage, input);
    expect(await codeOf(gateway.send(prepared))).toBe("ai-down");
    server.model.next.push({ do: "fail", status: 429, retryAfter: 60 });
    expect(await codeOf(gateway.send(prepared))).toBe("ai-rate-limited");
    expect(waits).toEqual([]);
  });

  it("ends when nothing is heard for too long", async () => {
    const { gateway, server } = await ready("openai", {}, { firstMs: 30, idleMs: 30 });
    server.model.next.push({ do: "hang" }, { do: "stall", text: "Hello" });
    const prepared = await gateway.prepare(draftMessage, input);
    expect(await codeOf(gateway.send(prepared))).toBe("ai-slow");
    expect(await codeOf(gateway.send(prepared))).toBe("ai-slow");
  });

  it("shows what has come while the rest is still to come, and ends when the person stops it", async () => {
    const { gateway, server } = await ready();
    server.model.next.push({ do: "stall", text: good.slice(0, 30) });
    const stop = new AbortController();
    const sending = gateway.send(await gateway.prepare(draftMessage, input), {
      signal: stop.signal,
      onPartial: () => stop.abort(),
    });
    expect(await codeOf(sending)).toBe("ai-stopped");
  });
});
