import type { Provider, ProviderId } from "../provider";
import { anthropic } from "./anthropic";
import { builtin } from "./builtin";
import { compatible } from "./compatible";
import { gemini } from "./gemini";
import { mistral } from "./mistral";
import { openai } from "./openai";

/** Every provider, in the order the settings show them. A new one is a file here and a line in this list. */
export const providers: readonly Provider[] = [
  openai,
  anthropic,
  gemini,
  mistral,
  compatible,
  builtin,
];

export type Providers = ReadonlyMap<ProviderId, Provider>;

export const providersById: Providers = new Map(providers.map((one) => [one.id, one]));
