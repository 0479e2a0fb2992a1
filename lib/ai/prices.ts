import type { ProviderId, Usage } from "./provider";

/** US dollars for a million tokens. */
export type Rates = {
  input: number;
  output: number;
  /** For input the provider had kept; absent where it is not known. */
  cachedInput?: number;
};

export type Price = Rates & {
  provider: ProviderId;
  model: string;
  /** From which day it holds, `YYYY-MM-DD`. */
  from: string;
  /** Other rates for a whole call whose input is longer than this. */
  above?: Rates & { tokens: number };
};

/** The day the table below was last compared with what the providers publish. */
export const PRICES_CHECKED = "2026-11-06";

const twice = (tokens: number, { input, output, cachedInput }: Rates) => ({
  tokens,
  input: input * 2,
  output: output * 1.5,
  ...(cachedInput !== undefined && { cachedInput: cachedInput * 2 }),
});
const openai = (model: string, from: string, rates: Rates): Price => ({
  provider: "openai",
  model,
  from,
  ...rates,
  above: twice(272_000, rates),
});
const anthropic = (model: string, from: string, rates: Rates, above?: Price["above"]): Price => ({
  provider: "anthropic",
  model,
  from,
  ...rates,
  ...(above && { above }),
});
const gemini = (model: string, from: string, rates: Rates, above?: Price["above"]): Price => ({
  provider: "gemini",
  model,
  from,
  ...rates,
  ...(above && { above }),
});

/**
 * Standard rates as published: developers.openai.com/api/docs/pricing, platform.claude.com/docs (models),
 * ai.google.dev/gemini-api/docs/pricing, docs.mistral.ai/inference/pricing. A model that is not here has no
 * known price; the user may enter one.
 */
export const PRICES: readonly Price[] = [
  openai("gpt-6-luna", "2026-09-22", { input: 0.1, output: 0.5, cachedInput: 0.01 }),
  openai("gpt-6.1-terra", "2026-10-26", { input: 1, output: 5, cachedInput: 0.05 }),
  openai("gpt-6.1-sol", "2026-09-30", { input: 2, output: 10, cachedInput: 0.1 }),
  openai("gpt-6-sol", "2026-09-22", { input: 2, output: 10, cachedInput: 0.2 }),
  openai("gpt-6-astra", "2026-09-03", { input: 10, output: 50, cachedInput: 1 }),
  openai("gpt-5.6-luna", "2026-07-30", { input: 0.2, output: 1.2, cachedInput: 0.02 }),
  openai("gpt-5.6-terra", "2026-07-30", { input: 2, output: 12, cachedInput: 0.2 }),
  anthropic(
    "claude-haiku-5-5",
    "2026-10-07",
    { input: 0.1, output: 0.5, cachedInput: 0.01 },
    { tokens: 100_000, input: 0.5, output: 2.5 },
  ),
  anthropic("claude-sonnet-5-5", "2026-10-07", { input: 2, output: 10, cachedInput: 0.1 }),
  anthropic("claude-opus-5-5", "2026-09-22", { input: 4, output: 20, cachedInput: 0.2 }),
  anthropic("claude-fable-5-1", "2026-09-22", { input: 10, output: 50 }),
  anthropic("claude-haiku-4-5", "2025-10-15", { input: 1, output: 5, cachedInput: 0.1 }),
  anthropic("claude-sonnet-4-6", "2026-02-17", { input: 3, output: 15, cachedInput: 0.3 }),
  gemini("gemini-3.8-flash", "2026-09-01", { input: 0.75, output: 3.75, cachedInput: 0.075 }),
  gemini("gemini-3.8-flash", "2027-01-01", { input: 1.5, output: 7.5 }),
  gemini("gemini-3.5-flash-lite", "2026-07-21", { input: 0.3, output: 2.5, cachedInput: 0.03 }),
  gemini("gemini-3.1-flash-lite", "2026-05-07", { input: 0.25, output: 1.5, cachedInput: 0.025 }),
  gemini(
    "gemini-3.1-pro-preview",
    "2026-02-19",
    { input: 2, output: 12, cachedInput: 0.2 },
    { tokens: 200_000, input: 4, output: 18 },
  ),
  {
    provider: "mistral",
    model: "mistral-medium-latest",
    from: "2026-05-22",
    input: 1.5,
    output: 7.5,
  },
  { provider: "mistral", model: "mistral-medium-3-5", from: "2026-04-28", input: 1.5, output: 7.5 },
];

/** What a call of that day costs, the user's own prices first; nothing where nobody knows. */
export function priceOf(
  provider: ProviderId,
  model: string,
  day: string,
  own: readonly Price[] = [],
): Price | undefined {
  const names = new Set([model, model.replace(/-(?:\d{8}|\d{4}-\d{2}-\d{2})$/u, "")]);
  for (const list of [own, PRICES]) {
    const [latest] = list
      .filter((price) => price.provider === provider && names.has(price.model))
      .filter(({ from }) => from <= day)
      .toSorted((a, b) => (a.from < b.from ? 1 : -1));
    if (latest) return latest;
  }
  return undefined;
}

/** US dollars, or nothing where a rate it needs is not known. */
export function costOf(usage: Usage, price: Price): number | undefined {
  const rates = price.above && usage.input > price.above.tokens ? price.above : price;
  const cached = usage.cachedInput ?? 0;
  if (cached > 0 && rates.cachedInput === undefined) return undefined;
  const input = (usage.input - cached) * rates.input + cached * (rates.cachedInput ?? 0);
  return (input + usage.output * rates.output) / 1_000_000;
}
