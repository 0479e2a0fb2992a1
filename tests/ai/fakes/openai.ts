import type { ServerResponse } from "node:http";
import { answerJson, listen, stream, type Listening, type Seen } from "./listen";
import { FakeModel, type Behaviour, type FakeOptions } from "./model";

export type Dialect = "openai" | "gemini" | "mistral" | "ollama";

/** Fields each takes; Mistral refuses others, OpenAI refuses the old limit. */
const MISTRAL_FIELDS = new Set(["model", "messages", "stream", "max_tokens", "response_format"]);

const MODELS: Record<Dialect, string[]> = {
  openai: ["gpt-6-luna", "gpt-6.1-sol", "text-embedding-3-small", "gpt-image-2", "whisper-1"],
  gemini: ["models/gemini-3.5-flash-lite", "models/gemini-3.8-flash", "models/embedding-001"],
  mistral: ["mistral-medium-latest", "mistral-embed"],
  ollama: ["llama-of-the-house"],
};

export type FakeOpenAi = Listening & { model: FakeModel };

/** A server that speaks OpenAI's chat completions, in the accent of one of those who copy it. */
export async function startOpenAi(
  dialect: Dialect,
  options: FakeOptions = {},
): Promise<FakeOpenAi> {
  const model = new FakeModel(options, MODELS[dialect]);
  const server = await listen((request, response) => {
    const key = request.headers.authorization?.replace("Bearer ", "") ?? "";
    if (dialect !== "ollama" && !model.accounts.has(key)) return refuseKey(dialect, response);
    if (request.path.endsWith("/models")) {
      const data = model.models.map((id) => ({ id, object: "model" }));
      return answerJson(response, 200, { object: "list", data });
    }
    return complete({ dialect, model, request, response, key });
  });
  return { ...server, model };
}

function refuseKey(dialect: Dialect, response: ServerResponse) {
  if (dialect === "gemini") {
    const message = "API key not valid. Please pass a valid API key.";
    return answerJson(response, 400, { error: { code: 400, message, status: "INVALID_ARGUMENT" } });
  }
  return answerJson(response, 401, {
    error: {
      message: "Incorrect API key provided.",
      type: "invalid_request_error",
      code: "invalid_api_key",
    },
  });
}

type Completing = {
  dialect: Dialect;
  model: FakeModel;
  request: Seen;
  response: ServerResponse;
  key: string;
};

type Body = {
  model: string;
  messages: { role: string; content: string }[];
  max_tokens?: number;
  max_completion_tokens?: number;
  stream_options?: { include_usage?: boolean };
  response_format?: unknown;
};

async function complete({ dialect, model, request, response, key }: Completing): Promise<void> {
  const body = request.body as unknown as Body;
  const fault = faultIn(dialect, model, body);
  if (fault) return answerJson(response, fault.status, { error: fault });

  const prompt = body.messages.map(({ content }) => content).join("\n");
  const input = model.tokens(prompt);
  if (input > model.context)
    return answerJson(response, 400, {
      error: {
        message: `This model's maximum context length is ${model.context} tokens.`,
        code: "context_length_exceeded",
        type: "invalid_request_error",
      },
    });
  const account = model.accounts.get(key);
  if (account && account.credit < input)
    return answerJson(response, 429, {
      error: {
        message: "You exceeded your current quota.",
        code: "insufficient_quota",
        type: "insufficient_quota",
      },
    });

  const next = model.next.shift() ?? usual(model, body);
  if (next.do === "hang") return;
  if (next.do === "hangUp") return void response.destroy();
  if (next.do === "fail") {
    const headers = next.retryAfter ? { "retry-after": String(next.retryAfter) } : {};
    const error = {
      message: next.message ?? "no",
      code: next.code ?? null,
      type: next.code ?? "error",
    };
    return answerJson(response, next.status, { error }, headers);
  }
  if (next.do === "say") await next.after;
  const { text, reason } = spoken(next);
  const output = model.tokens(text);
  if (account) account.credit -= input + output;
  const wantsUsage = dialect === "mistral" || body.stream_options?.include_usage;
  const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
  await stream(
    response,
    chunks({ model: body.model, text, reason, next, usage: wantsUsage ? usage : undefined }),
  );
  if (next.do !== "stall") response.end();
}

function usual(model: FakeModel, { messages }: Body): Behaviour {
  const [system, ...turns] = messages.map(({ content }) => content);
  return { do: "say", text: model.answer(system ?? "", turns.join("\n")) };
}

function spoken(next: Behaviour): { text: string; reason: string | null } {
  if (next.do === "refuse") return { text: "", reason: "stop" };
  if (next.do === "cutOff") return { text: next.text, reason: "length" };
  if (next.do === "say") return { text: next.text, reason: "stop" };
  return { text: "text" in next ? next.text : '{"half', reason: null };
}

function bad(message: string, code = "invalid_request_error", status = 400) {
  return { message, code, status };
}

function faultIn(dialect: Dialect, model: FakeModel, body: Body) {
  if ("tools" in body) return bad("This house has no tools.");
  const known = model.models.map((id) => id.replace("models/", ""));
  if (!known.includes(body.model)) return bad("The model does not exist.", "model_not_found", 404);
  if (dialect === "openai" && body.max_tokens !== undefined)
    return bad("Unsupported parameter: 'max_tokens' is not supported with this model.");
  if (dialect !== "openai" && body.max_completion_tokens !== undefined)
    return bad("Unknown field max_completion_tokens.");
  const extra = Object.keys(body).find((field) => !MISTRAL_FIELDS.has(field));
  if (dialect === "mistral" && extra)
    return bad(`Extra inputs are not permitted: ${extra}`, "3051", 422);
  if (body.response_format && model.shapeless.has(body.model))
    return bad(
      "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
    );
  return undefined;
}

type Saying = {
  model: string;
  text: string;
  reason: string | null;
  next: Behaviour;
  usage: object | undefined;
};

function event(body: object): string {
  return `data: ${JSON.stringify(body)}\n\n`;
}

function* chunks({ model, text, reason, next, usage }: Saying): Generator<string> {
  const base = { id: "chatcmpl-fake", object: "chat.completion.chunk", created: 1, model };
  const choice = (delta: object, finish: string | null = null) =>
    event({ ...base, choices: [{ index: 0, delta, finish_reason: finish }] });
  yield choice({ role: "assistant", content: "" });
  if (next.do === "refuse") yield choice({ refusal: "I cannot help with that." });
  for (const piece of text.match(/[\s\S]{1,7}/gu) ?? []) yield choice({ content: piece });
  if (next.do === "stall") return;
  if (next.do === "failMidway") {
    yield event({
      error: { message: "The server had an error.", type: next.code, code: next.code },
    });
    return;
  }
  yield choice({}, reason);
  if (usage) yield event({ ...base, choices: [], usage });
  yield "data: [DONE]\n\n";
}
