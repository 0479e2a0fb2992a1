import type {
  MessageCreateParamsStreaming,
  RawMessageStreamEvent,
} from "@anthropic-ai/sdk/resources/messages";
import { failureOf } from "../failure";
import type { Connection, Listening, Provider, Question, Reply, Usage } from "../provider";
import { quietFetch } from "../quiet-fetch";

/** Models that can be told to think little; the others take the word for an error. */
const TAKES_EFFORT = /^claude-(?:fable|mythos|opus-(?:4-[5-9]|5)|sonnet-(?:4-6|5)|haiku-5)/u;

/** https://platform.claude.com/docs/en/api/messages (2026-11): no temperature, no begun answer. */
export const anthropic: Provider = {
  id: "anthropic",
  name: "Anthropic",
  address: "https://api.anthropic.com",
  keyPage: "https://platform.claude.com/settings/keys",
  defaultModel: "claude-haiku-5-5",
  can: {
    shape: "enforced",
    tellsUsage: true,
    key: "needed",
    ownAddress: false,
    leavesDevice: true,
  },
  async check(connection, signal) {
    try {
      const client = await connect(connection);
      const page = await client.models.list({ limit: 1000 }, { signal });
      return page.data.map(({ id }) => id).toSorted();
    } catch (error) {
      throw failureOf(error, signal);
    }
  },
  async ask(connection, question, listening) {
    try {
      const client = await connect(connection);
      const stream = await client.messages.create(bodyOf(question), { signal: listening.signal });
      return await listen(stream, listening);
    } catch (error) {
      throw failureOf(error, listening.signal);
    }
  },
};

async function connect({ address, key, fetch }: Connection) {
  const { Anthropic } = await import("@anthropic-ai/sdk");
  return new Anthropic({
    apiKey: key ?? "none",
    authToken: null,
    baseURL: address,
    fetch: quietFetch(fetch),
    maxRetries: 0,
    timeout: 600_000,
    logLevel: "off",
    dangerouslyAllowBrowser: true,
  });
}

function bodyOf({
  model,
  system,
  turns,
  maxTokens,
  shape,
}: Question): MessageCreateParamsStreaming {
  const effort = TAKES_EFFORT.test(model);
  return {
    model,
    system,
    messages: turns.map(({ role, text }) => ({ role, content: text })),
    max_tokens: maxTokens,
    stream: true,
    ...((effort || shape) && {
      output_config: {
        ...(effort && { effort: "low" as const }),
        ...(shape && { format: { type: "json_schema" as const, schema: { ...shape.schema } } }),
      },
    }),
  };
}

async function listen(
  stream: AsyncIterable<RawMessageStreamEvent>,
  { signal, onText }: Listening,
): Promise<Reply> {
  let text = "";
  let stop: Reply["stop"] = "cutOff";
  let usage: Usage | undefined;
  for await (const event of stream) {
    if (event.type === "message_start") usage = usageOf(event.message.usage, usage);
    if (event.type === "content_block_delta" && event.delta.type === "text_delta") {
      text += event.delta.text;
      onText(event.delta.text);
    }
    if (event.type === "message_delta") {
      usage = usageOf(event.usage, usage);
      stop = stopOf(event.delta.stop_reason);
    }
  }
  // A stream that is stopped from here ends without a word.
  signal.throwIfAborted();
  return { text, stop, ...(usage && { usage }) };
}

function stopOf(reason: string | null): Reply["stop"] {
  if (reason === "refusal") return "refused";
  return reason === "end_turn" || reason === "stop_sequence" ? "end" : "cutOff";
}

type Told = {
  input_tokens: number | null;
  output_tokens: number;
  cache_read_input_tokens: number | null;
  cache_creation_input_tokens: number | null;
};

/** The counts are cumulative; the last event may leave out the input it told first. */
function usageOf(told: Told, before: Usage | undefined): Usage {
  const cachedInput = told.cache_read_input_tokens ?? before?.cachedInput ?? 0;
  const fresh = told.input_tokens;
  const input =
    fresh === null || fresh === undefined
      ? (before?.input ?? 0)
      : fresh + cachedInput + (told.cache_creation_input_tokens ?? 0);
  return { input, output: told.output_tokens, ...(cachedInput > 0 && { cachedInput }) };
}
