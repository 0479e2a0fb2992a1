import type { Provider } from "../provider";
import { openAiWire } from "./openai-wire";

const NOT_TEXT = /embedding|image|tts|audio|live|veo|imagen|lyria|computer-use|robotics|aqa/u;

/** https://ai.google.dev/gemini-api/docs/openai (2026-11) */
export const gemini: Provider = {
  id: "gemini",
  name: "Google Gemini",
  address: "https://generativelanguage.googleapis.com/v1beta/openai",
  keyPage: "https://aistudio.google.com/apikey",
  defaultModel: "gemini-3.5-flash-lite",
  can: {
    shape: "enforced",
    tellsUsage: true,
    key: "needed",
    ownAddress: false,
    leavesDevice: true,
  },
  ...openAiWire({
    limit: "max_tokens",
    asksUsage: true,
    // Those that think cannot be told not to, and what they think counts against the answer's length.
    effort: (model) => (/^gemini-3(?!.*lite)/u.test(model) ? "low" : undefined),
    models: (ids) =>
      ids
        .map((id) => id.replace(/^models\//u, ""))
        .filter((id) => /^(?:gemini|gemma)/u.test(id) && !NOT_TEXT.test(id)),
  }),
};
