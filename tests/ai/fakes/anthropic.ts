import type { ServerResponse } from "node:http";
import { answerJson, listen, stream, type Listening, type Seen } from "./listen";
import { FakeModel, type Behaviour, type FakeOptions } from "./model";

const MODELS = ["claude-haiku-5-5", "claude-sonnet-5-5", "claude-haiku-4-5"];

/** Keywords its structured output does not take. */
const BOUNDS = /"(?:minLength|maxLength|maxItems|minimum|maximum|pattern)"/u;

export type FakeAnthropic = Listening & { model: FakeModel };

/** A server that speaks Anthropic's Messages API. */
export async function startAnthropic(options: FakeOptions = {}): Promise<FakeAnthropic> {
  const model = new FakeModel(options, MODELS);
  const server = await listen((request, response) => {
    const key = request.headers.authorization?.replace("Bearer ", "") ?? "";
    if (!request.headers["anthropic-version"])
      return fail(response, 400, "invalid_request_error", "no version");
    if (!model.accounts.has(key))
      return fail(response, 401, "authentication_error", "invalid x-api-key");
    if (request.path.startsWith("/v1/models")) {
      const data = model.models.map((id) => ({
        id,
        type: "model",
        display_name: id,
        created_at: "",
      }));
      return answerJson(response, 200, { data, has_more: false, first_id: null, last_id: null });
    }
    return converse(model, request, response, key);
  });
  return { ...server, model };
}

function fail(
  response: ServerResponse,
  status: number,
  type: string,
  message: string,
  headers = {},
) {
  return answerJson(response, status, { type: "error", error: { type, message } }, headers);
}

type Body = {
  model: string;
  system: string;
  messages: { role: string; content: string }[];
  output_config?: { effort?: string; format?: unknown };
};

async function converse(model: FakeModel, request: Seen, response: ServerResponse, key: string) {
  const body = request.body as unknown as Body;
  const fault = faultIn(model, body);
  if (fault) return fail(response, fault.status, fault.type, fault.message);

  const input = model.tokens(
    [body.system, ...body.messages.map(({ content }) => content)].join("\n"),
  );
  if (input > model.context) {
    const message = `prompt is too long: ${input} tokens > ${model.context} maximum`;
    return fail(response, 400, "invalid_request_error", message);
  }
  const account = model.accounts.get(key);
  if (account && account.credit < input) {
    const message = "Your credit balance is too low to access the Anthropic API.";
    return fail(response, 400, "invalid_request_error", message);
  }
  const turns = body.messages.map(({ content }) => content).join("\n");
  const next = model.next.shift() ?? { do: "say" as const, text: model.answer(body.system, turns) };
  if (next.do === "hang") return undefined;
  if (next.do === "hangUp") return void response.destroy();
  if (next.do === "fail") {
    const headers = next.retryAfter ? { "retry-after": String(next.retryAfter) } : {};
    return fail(response, next.status, next.code ?? "api_error", next.message ?? "no", headers);
  }
  const text = "text" in next ? next.text : "";
  if (account) account.credit -= input + model.tokens(text);
  await stream(response, events(next, body.model, input, model.tokens(text)));
  if (next.do !== "stall") response.end();
  return undefined;
}

function bad(message: string) {
  return { status: 400, type: "invalid_request_error", message };
}

function faultIn(model: FakeModel, body: Body) {
  if ("tools" in body) return bad("This house has no tools.");
  if ("temperature" in body) return bad("temperature is not supported with this model.");
  if (!model.models.includes(body.model))
    return { status: 404, type: "not_found_error", message: `model: ${body.model}` };
  if (body.messages.at(-1)?.role !== "user") return bad("This model does not take a begun answer.");
  if (body.output_config?.effort && body.model.includes("haiku-4"))
    return bad("This model does not support the effort parameter.");
  if (body.output_config?.format && model.shapeless.has(body.model))
    return bad("output_config.format: structured outputs are not supported by this model.");
  if (BOUNDS.test(JSON.stringify(body.output_config ?? {})))
    return bad("output_config.format: unsupported keyword.");
  return undefined;
}

function event(data: { type: string; [field: string]: unknown }): string {
  return `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
}

function* events(next: Behaviour, model: string, input: number, output: number): Generator<string> {
  const text = "text" in next ? next.text : "";
  const usage = {
    input_tokens: input,
    output_tokens: 1,
    cache_read_input_tokens: 0,
    cache_creation_input_tokens: 0,
  };
  const message = {
    id: "msg_fake",
    type: "message",
    role: "assistant",
    model,
    content: [],
    stop_reason: null,
    usage,
  };
  yield event({ type: "message_start", message });
  yield event({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } });
  yield event({ type: "ping" });
  for (const piece of text.match(/[\s\S]{1,7}/gu) ?? [])
    yield event({
      type: "content_block_delta",
      index: 0,
      delta: { type: "text_delta", text: piece },
    });
  if (next.do === "stall") return;
  if (next.do === "failMidway") {
    yield event({ type: "error", error: { type: next.code, message: "Overloaded" } });
    return;
  }
  yield event({ type: "content_block_stop", index: 0 });
  const reason =
    { refuse: "refusal", cutOff: "max_tokens" }[next.do as "refuse" | "cutOff"] ?? "end_turn";
  yield event({
    type: "message_delta",
    delta: { stop_reason: reason, stop_sequence: null },
    usage: { output_tokens: output },
  });
  yield event({ type: "message_stop" });
}
