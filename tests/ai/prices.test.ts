import { describe, expect, it } from "vitest";
import { monthStart, spending, worstCase, type Call } from "@/lib/ai/budget";
import { costOf, priceOf, PRICES, PRICES_CHECKED } from "@/lib/ai/prices";
import { providersById } from "@/lib/ai/providers/list";

describe("the price table", () => {
  it("is dated, names only providers there are, and holds each price once", () => {
    expect(PRICES_CHECKED).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    const keys = PRICES.map(({ provider, model, from }) => `${provider} ${model} ${from}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { provider, input, output } of PRICES) {
      expect(providersById.has(provider)).toBe(true);
      expect(output).toBeGreaterThanOrEqual(input);
    }
  });

  it("knows every model that is asked unless one picks another", () => {
    for (const { id, defaultModel, can } of providersById.values())
      if (defaultModel && can.leavesDevice)
        expect(priceOf(id, defaultModel, PRICES_CHECKED), defaultModel).toBeDefined();
  });

  it("gives the price of the day, of the dated name too, and none for what it does not know", () => {
    expect(priceOf("gemini", "gemini-3.8-flash", "2026-12-31")?.input).toBe(0.75);
    expect(priceOf("gemini", "gemini-3.8-flash", "2027-01-01")?.input).toBe(1.5);
    expect(priceOf("openai", "gpt-6-luna-2026-09-22", "2026-11-20")?.input).toBe(0.1);
    expect(priceOf("openai", "gpt-6-luna", "2026-01-01")).toBeUndefined();
    expect(priceOf("openai", "gpt-of-tomorrow", "2026-11-20")).toBeUndefined();
    expect(priceOf("mistral", "gpt-6-luna", "2026-11-20")).toBeUndefined();
  });
});

describe("the cost of a call", () => {
  const price = priceOf("anthropic", "claude-haiku-5-5", "2026-11-20")!;

  it("counts what was kept at its own rate, and long calls at theirs", () => {
    expect(costOf({ input: 1e5, output: 1e6 }, price)).toBeCloseTo(0.01 + 0.5, 9);
    expect(costOf({ input: 1e5, output: 0, cachedInput: 1e5 }, price)).toBeCloseTo(0.001, 9);
    expect(costOf({ input: 2e5, output: 1e6 }, price)).toBeCloseTo(0.1 + 2.5, 9);
  });

  it("is not known where a rate is not", () => {
    expect(costOf({ input: 2e5, output: 0, cachedInput: 1 }, price)).toBeUndefined();
  });

  it("has an upper bound before it is made", () => {
    const question = {
      model: "m",
      system: "x".repeat(1_000),
      turns: [{ role: "user" as const, text: "é".repeat(1_000) }],
      maxTokens: 500,
    };
    expect(worstCase(question, price)).toBeCloseTo((2_000 * 0.1 + 500 * 0.5) / 1e6, 12);
  });
});

function call(more: Partial<Call>): Call {
  return {
    at: "2026-11-20T00:00:00Z",
    provider: "openai",
    model: "a",
    task: "shorten",
    ok: true,
    ...more,
  };
}

describe("the month's books", () => {
  it("begin with the month on this device's calendar", () => {
    const start = new Date(monthStart(new Date(2026, 10, 20, 13, 5)));
    expect([start.getFullYear(), start.getMonth(), start.getDate(), start.getHours()]).toEqual([
      2026, 10, 1, 0,
    ]);
  });

  it("sum up by provider, model and task, and keep the unknown apart", () => {
    const rows = spending([
      call({ usage: { input: 10, output: 5 }, cost: 1 }),
      call({ usage: { input: 1, output: 1 } }),
      call({ model: "b", cost: 3 }),
      call({ task: "warmer", atMost: 9, ok: false }),
    ]);
    expect(rows).toEqual([
      { provider: "openai", model: "b", task: "shorten", calls: 1, unknown: 0, cost: 3 },
      {
        provider: "openai",
        model: "a",
        task: "shorten",
        calls: 2,
        unknown: 1,
        cost: 1,
        usage: { input: 11, output: 6 },
      },
      { provider: "openai", model: "a", task: "warmer", calls: 1, unknown: 1 },
    ]);
  });
});
