import type { Provider } from "../provider";
import { openAiWire } from "./openai-wire";

/** Any address that speaks OpenAI's chat completions: Ollama, LM Studio, vLLM, a company's own gateway. */
export const compatible: Provider = {
  id: "compatible",
  name: "OpenAI-compatible",
  address: "http://localhost:11434/v1",
  can: {
    shape: "enforced",
    tellsUsage: true,
    key: "optional",
    ownAddress: true,
    leavesDevice: true,
  },
  ...openAiWire({ limit: "max_tokens", asksUsage: true }),
};
