import type {
  ChatCompletionChunk,
  ChatCompletionCreateParamsStreaming,
} from "openai/resources/chat/completions";
import type { ReasoningEffort } from "openai/resources/shared";
import { failureOf } from "../failure";
import type { Connection, Listening, Provider, Question, Reply, Usage } from "../provider";
import { quietFetch } from "../quiet-fetch";

/** In what the addresses that speak OpenAI's chat completions differ. */
export type Dialect = {
  /** The field that limits the answer. */
  limit: "max_tokens" | "max_completion_tokens";
  /** Whether the count of tokens must be asked for; elsewhere it comes by itself, and the question is an error. */
  asksUsage: boolean;
  /** How hard this model should think over a short text; nothing where it does not know the word. */
  effort?: (model: string) => ReasoningEffort | undefined;
  /** Ids of models that write text, as one would type them. */
  models?: (ids: string[]) => string[];
};

export function openAiWire(dialect: Dialect): Pick<Provider, "check" | "ask"> {
  return {
    async check(connection, signal) {
      try {
        const client = await connect(connection);
        const page = await client.models.list({ signal });
        const ids = (page.data ?? []).map(({ id }) => id);
        return (dialect.models?.(ids) ?? ids).toSorted();
      } catch (error) {
        throw failureOf(error, signal);
      }
    },
    async ask(connection, question, listening) {
      try {
        const client = await connect(connection);
        const stream = await client.chat.completions.create(bodyOf(question, dialect), {
          signal: listening.signal,
        });
        return await listen(stream, listening);
      } catch (error) {
        throw failureOf(error, listening.signal);
      }
    },
  };
}

async function connect({ address, key, fetch }: Connection) {
  const { OpenAI } = await import("openai");
  return new OpenAI({
    // A local server asks for none, the library does.
    apiKey: key ?? "none",
    baseURL: address,
    organization: null,
    project: null,
    fetch: quietFetch(fetch),
    // Trying again and giving up are decided in the gateway.
    maxRetries: 0,
    timeout: 600_000,
    logLevel: "off",
    dangerouslyAllowBrowser: true,
  });
}

function bodyOf(question: Question, dialect: Dialect): ChatCompletionCreateParamsStreaming {
  const { model, system, turns, maxTokens, shape } = question;
  const effort = dialect.effort?.(model);
  return {
    model,
    messages: [
      { role: "system", content: system },
      ...turns.map(({ role, text }) => ({ role, content: text })),
    ],
    stream: true,
    [dialect.limit]: maxTokens,
    ...(dialect.asksUsage && { stream_options: { include_usage: true } }),
    ...(effort && { reasoning_effort: effort }),
    ...(shape && {
      response_format: {
        type: "json_schema" as const,
        json_schema: { name: shape.name, schema: { ...shape.schema }, strict: true },
      },
    }),
  };
}

async function listen(
  stream: AsyncIterable<ChatCompletionChunk>,
  { signal, onText }: Listening,
): Promise<Reply> {
  let text = "";
  let stop: Reply["stop"] = "cutOff";
  let usage: Usage | undefined;
  for await (const chunk of stream) {
    const [choice] = chunk.choices ?? [];
    if (choice?.delta?.refusal) stop = "refused";
    if (choice?.delta?.content) {
      text += choice.delta.content;
      onText(choice.delta.content);
    }
    if (choice?.finish_reason && stop !== "refused") stop = stopOf(choice.finish_reason);
    if (chunk.usage) usage = usageOf(chunk.usage);
  }
  // A stream that is stopped from here ends without a word.
  signal.throwIfAborted();
  return { text, stop, ...(usage && { usage }) };
}

function stopOf(reason: string): Reply["stop"] {
  if (reason === "content_filter") return "refused";
  return reason === "stop" ? "end" : "cutOff";
}

function usageOf(told: NonNullable<ChatCompletionChunk["usage"]>): Usage {
  const cachedInput = told.prompt_tokens_details?.cached_tokens;
  return {
    input: told.prompt_tokens,
    output: told.completion_tokens,
    ...(cachedInput && { cachedInput }),
  };
}
