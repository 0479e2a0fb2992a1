import type * as z from "zod";
import { openPersonal, type RapportDb } from "@/lib/data/db";
import { AppError } from "@/lib/platform/app-error";
import { monthStart, spentAtMost, worstCase, type Call } from "./budget";
import { createMask, inside, type Mask } from "./mask";
import { partialJson } from "./partial-json";
import { PATIENCE, waitFor, type Patience } from "./patience";
import { costOf, priceOf, type Price } from "./prices";
import { providersById, type Providers } from "./providers/list";
import type { Connection, Provider, Question, Reply, Usage } from "./provider";
import { chooseProvider, leavesDevice } from "./choice";
import { pause, retrying, type Wait } from "./retry";
import * as store from "./store";
import { readAnswer, wireSchema } from "./structured";
import { systemOf, turnOf, type Task } from "./task";

type Ports = {
  notebook: RapportDb;
  ai: store.AiDb;
  providers: Providers;
  fetch: typeof fetch;
  now: () => Date;
  patience: Patience;
  wait: Wait;
};

/** A question ready to go: what `question` holds is what will be sent, to the letter. */
export type Prepared<Answer> = {
  task: string;
  provider: Provider;
  address: string;
  question: Question;
  /** How many private things stand hidden in it. */
  hidden: number;
  /** True where the user has to look at it first. */
  mustAgree: boolean;
  mask: Mask;
  answer: z.ZodType<Answer>;
};

export type Answered<Answer> = { answer: Answer; model: string; usage?: Usage; cost?: number };

export type Sending = {
  signal?: AbortSignal;
  /** The answer as far as it has come, read as JSON; whole answers are checked, this one is not. */
  onPartial?: (partial: unknown) => void;
};

export type Gateway = ReturnType<typeof createGateway>;

/** The one way to an AI: it decides whom to ask, shows what would leave, counts what it costs, and checks what comes. */
export function createGateway(given: Partial<Ports> = {}) {
  const ports: Ports = {
    notebook: given.notebook ?? openPersonal(),
    ai: given.ai ?? store.openAiDb(),
    providers: given.providers ?? providersById,
    fetch: given.fetch ?? ((input, init) => fetch(input, init)),
    now: given.now ?? (() => new Date()),
    patience: given.patience ?? PATIENCE,
    wait: given.wait ?? pause,
  };

  /** @throws AppError("ai-no-provider") */
  async function prepare<Input, Answer>(
    task: Task<Input, Answer>,
    input: Input,
    secrets: readonly string[] = [],
  ): Promise<Prepared<Answer>> {
    const { provider, model, address } = await chooseProvider(ports);
    const mask = createMask(secrets);
    const prompt = inside(task.prompt(input), mask.hide);
    return {
      task: task.name,
      provider,
      address,
      question: {
        model,
        system: systemOf(prompt),
        turns: [{ role: "user", text: turnOf(prompt) }],
        maxTokens: task.budget,
        shape: { name: task.name, schema: wireSchema(task.answer) },
      },
      hidden: mask.count(),
      mustAgree:
        leavesDevice(provider, address) && !(await store.hasAgreed(provider.id, address, ports.ai)),
      mask,
      answer: task.answer,
    };
  }

  /** The user has seen what leaves, and where it goes. */
  function agree({ provider, address }: Pick<Prepared<unknown>, "provider" | "address">) {
    return store.agree({ provider: provider.id, address, at: ports.now().toISOString() }, ports.ai);
  }

  /** @throws AppError with an `ai-…` code; whatever the user had written is untouched. */
  async function send<Answer>(
    prepared: Prepared<Answer>,
    { signal = new AbortController().signal, onPartial }: Sending = {},
  ): Promise<Answered<Answer>> {
    const { provider, address, mask } = prepared;
    if (leavesDevice(provider, address) && !(await store.hasAgreed(provider.id, address, ports.ai)))
      throw new AppError("ai-not-agreed");
    const connection = await connect(provider, address);
    const onText = (text: string) => {
      const partial = onPartial && partialJson(text);
      if (partial !== undefined) onPartial?.(inside(partial, mask.restore));
    };

    let { question } = prepared;
    let reply = await call({ ...prepared, question }, connection, signal, onText).catch(
      (error: unknown) => {
        // Not every model can be held to a shape; the prompt asks for it too.
        if (!(error instanceof AppError) || error.detail["part"] !== "shape") throw error;
        const { shape: _shape, ...unshaped } = question;
        question = unshaped;
        return call({ ...prepared, question }, connection, signal, onText);
      },
    );
    let read = readAnswer(reply.text, prepared.answer);
    if (!read.ok) {
      const turns = [...question.turns, { role: "assistant" as const, text: reply.text }];
      const repair = `That answer could not be used. ${read.why} Answer again with the JSON object alone.`;
      const again = { ...question, turns: [...turns, { role: "user" as const, text: repair }] };
      reply = await call({ ...prepared, question: again }, connection, signal, onText);
      read = readAnswer(reply.text, prepared.answer);
    }
    if (!read.ok) throw new AppError("ai-malformed", { why: read.why });
    return {
      answer: inside(read.answer, mask.restore),
      model: question.model,
      ...(reply.usage && { usage: reply.usage }),
      ...(reply.cost !== undefined && { cost: reply.cost }),
    };
  }

  async function connect(provider: Provider, address: string): Promise<Connection> {
    const key = await store.readKey(provider.id, ports.ai);
    if (provider.can.key === "needed" && !key) throw new AppError("ai-no-key");
    return { address, fetch: ports.fetch, ...(key && { key }) };
  }

  /** One call, tried again where that helps, and booked whatever came of it. */
  async function call(
    { task, provider, address, question }: Prepared<unknown>,
    connection: Connection,
    signal: AbortSignal,
    onText: (text: string) => void,
  ): Promise<Reply & { cost?: number }> {
    const price = await affordable(provider, address, question);
    let text = "";
    const book = (ok: boolean, usage?: Usage) => {
      const cost = usage && price ? costOf(usage, price) : undefined;
      const entry: Call = {
        at: ports.now().toISOString(),
        provider: provider.id,
        model: question.model,
        task,
        ok,
        ...(usage && { usage }),
        ...(cost !== undefined && { cost }),
        ...(cost === undefined && price && { atMost: worstCase(question, price) }),
      };
      return store.recordCall(entry, ports.ai).then(() => cost);
    };
    try {
      const reply = await retrying(() => listen(provider, question, connection), {
        hasBegun: () => text !== "",
        signal,
        wait: ports.wait,
      });
      const cost = await book(reply.stop === "end", reply.usage);
      if (reply.stop === "refused") throw new AppError("ai-refused");
      if (reply.stop === "cutOff") throw new AppError("ai-cut-off");
      return { ...reply, ...(cost !== undefined && { cost }) };
    } catch (error) {
      const code = error instanceof AppError ? error.code : undefined;
      const isBooked = code === "ai-refused" || code === "ai-cut-off";
      // Words arrived, or the model was at work when it was left: the provider counts that, and tells nothing of how much.
      const isCounted = text !== "" || code === "ai-stopped" || code === "ai-slow";
      if (isCounted && !isBooked) await book(false);
      throw error;
    }

    async function listen(to: Provider, asked: Question, by: Connection): Promise<Reply> {
      const waiting = waitFor(signal, ports.patience);
      const onDelta = (delta: string) => {
        waiting.heard();
        text += delta;
        onText(text);
      };
      try {
        return await to.ask(by, asked, { signal: waiting.signal, onText: onDelta });
      } finally {
        waiting.done();
      }
    }
  }

  /** The price of the call, when there is one. @throws AppError("ai-budget" | "ai-price-unknown") */
  async function affordable(
    provider: Provider,
    address: string,
    question: Question,
  ): Promise<Price | undefined> {
    const now = ports.now();
    const own = await store.ownPrices(ports.ai);
    const day = now.toISOString().slice(0, 10);
    const free = { provider: provider.id, model: question.model, from: day, input: 0, output: 0 };
    const price = leavesDevice(provider, address)
      ? priceOf(provider.id, question.model, day, own)
      : { ...free, cachedInput: 0 };
    const limit = await store.readLimit(ports.ai);
    if (limit === undefined) return price;
    if (!price) throw new AppError("ai-price-unknown", { model: question.model });
    const calls = await store.callsSince(monthStart(now), ports.ai);
    if (spentAtMost(calls) + worstCase(question, price) > limit) throw new AppError("ai-budget");
    return price;
  }

  return { prepare, agree, send };
}
