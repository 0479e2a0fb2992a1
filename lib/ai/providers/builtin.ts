import { AppError } from "@/lib/platform/app-error";
import { failureOf } from "../failure";
import type { JsonSchema, Listening, Provider, Question, Reply } from "../provider";

/** The part of the browser's Prompt API that is used here: https://webmachinelearning.github.io/prompt-api/ (2026-11). */
type Prompted = { role: "system" | "user" | "assistant"; content: string };
type Session = {
  promptStreaming: (
    input: Prompted[],
    options: { signal: AbortSignal; responseConstraint?: JsonSchema },
  ) => ReadableStream<string>;
  destroy: () => void;
};
export type LanguageModelApi = {
  availability: () => Promise<"unavailable" | "downloadable" | "downloading" | "available">;
  create: (options: { initialPrompts: Prompted[]; signal: AbortSignal }) => Promise<Session>;
};

function present(): LanguageModelApi | undefined {
  return (globalThis as { LanguageModel?: LanguageModelApi }).LanguageModel;
}

/** The model that ships with the browser. Nothing leaves the device; the first use may fetch the model itself. */
export const builtin: Provider = createBuiltin(present);

export function createBuiltin(find: () => LanguageModelApi | undefined): Provider {
  return {
    id: "builtin",
    name: "Browser",
    address: "",
    defaultModel: "built-in",
    can: {
      shape: "enforced",
      tellsUsage: false,
      key: "none",
      ownAddress: false,
      leavesDevice: false,
    },
    async check() {
      const availability = (await find()?.availability()) ?? "unavailable";
      if (availability === "unavailable") throw new AppError("ai-builtin-unavailable");
      return ["built-in"];
    },
    async ask(_connection, question, listening) {
      const model = find();
      if (!model) throw new AppError("ai-builtin-unavailable");
      try {
        return await prompt(model, question, listening);
      } catch (error) {
        throw builtinFailure(error, listening.signal);
      }
    },
  };
}

async function prompt(
  model: LanguageModelApi,
  { system, turns, shape }: Question,
  { signal, onText }: Listening,
): Promise<Reply> {
  const session = await model.create({
    initialPrompts: [{ role: "system", content: system }],
    signal,
  });
  try {
    const input = turns.map(({ role, text }): Prompted => ({ role, content: text }));
    const stream = session.promptStreaming(input, {
      signal,
      ...(shape && { responseConstraint: shape.schema }),
    });
    let text = "";
    for await (const delta of stream) {
      text += delta;
      onText(delta);
    }
    return { text, stop: "end" };
  } finally {
    session.destroy();
  }
}

/** The Prompt API speaks in names of DOMException. */
function builtinFailure(error: unknown, signal: AbortSignal): AppError {
  const name = error instanceof Error ? error.name : "";
  if (signal.aborted) return failureOf(error, signal);
  if (name === "QuotaExceededError") return new AppError("ai-too-long", {}, { cause: error });
  if (name === "NotReadableError") return new AppError("ai-refused", {}, { cause: error });
  return new AppError("ai-builtin-unavailable", {}, { cause: error });
}
