import type { Provider } from "../provider";
import { openAiWire } from "./openai-wire";

/** Models of the same list that draw, listen, speak or compare. */
const NOT_TEXT =
  /embedding|tts|whisper|dall-e|image|audio|realtime|moderation|transcribe|sora|codex|search|computer-use|research|instruct|davinci|babbage/u;

/** https://developers.openai.com/api/docs (2026-11) */
export const openai: Provider = {
  id: "openai",
  name: "OpenAI",
  address: "https://api.openai.com/v1",
  keyPage: "https://platform.openai.com/api-keys",
  defaultModel: "gpt-6-luna",
  can: {
    shape: "enforced",
    tellsUsage: true,
    key: "needed",
    ownAddress: false,
    leavesDevice: true,
  },
  ...openAiWire({
    limit: "max_completion_tokens",
    asksUsage: true,
    effort: (model) => (/^gpt-(?:5\.[1-9]|6)/u.test(model) ? "none" : undefined),
    models: (ids) => ids.filter((id) => /^(?:gpt|o\d|chatgpt)/u.test(id) && !NOT_TEXT.test(id)),
  }),
};
