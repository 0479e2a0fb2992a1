import type { Provider } from "../provider";
import { openAiWire } from "./openai-wire";

const NOT_TEXT = /embed|moderation|ocr|voxtral|transcribe/u;

/** https://docs.mistral.ai/api: its stream counts tokens unasked, and fields it does not know are errors (2026-11). */
export const mistral: Provider = {
  id: "mistral",
  name: "Mistral",
  address: "https://api.mistral.ai/v1",
  keyPage: "https://console.mistral.ai/api-keys",
  defaultModel: "mistral-medium-latest",
  can: {
    shape: "enforced",
    tellsUsage: true,
    key: "needed",
    ownAddress: false,
    leavesDevice: true,
  },
  ...openAiWire({
    limit: "max_tokens",
    asksUsage: false,
    models: (ids) => [...new Set(ids)].filter((id) => !NOT_TEXT.test(id)),
  }),
};
