/** Those who may be asked. `compatible` is any address that speaks OpenAI's language, such as a local Ollama; `builtin` is the browser's own model. */
export type ProviderId = "openai" | "anthropic" | "gemini" | "mistral" | "compatible" | "builtin";

export type JsonSchema = { readonly [key: string]: unknown };
export type Turn = { role: "user" | "assistant"; text: string };

/** One question, whole: what it holds is all that is sent. There are no tools in it, and no way to add one. */
export type Question = {
  model: string;
  system: string;
  turns: readonly Turn[];
  /** Tokens the answer may take, thinking included. */
  maxTokens: number;
  /** The form the answer must have, where the provider can be held to one. */
  shape?: { name: string; schema: JsonSchema };
};

/** Tokens as the provider counted them. `cachedInput` is the part of `input` it had kept from before. */
export type Usage = { input: number; output: number; cachedInput?: number };

export type Reply = {
  text: string;
  stop: "end" | "cutOff" | "refused";
  /** Absent where the provider told none. */
  usage?: Usage;
};

export type Connection = { address: string; key?: string; fetch: typeof fetch };

export type Capabilities = {
  /** `enforced`: the provider holds the model to the shape. `asked`: the prompt asks, and the answer is checked here. */
  shape: "enforced" | "asked";
  /** Whether it says how many tokens a call took. */
  tellsUsage: boolean;
  key: "needed" | "optional" | "none";
  /** Whether the user gives the address. */
  ownAddress: boolean;
  /** False where nothing leaves this device. */
  leavesDevice: boolean;
};

export type Listening = { signal: AbortSignal; onText: (delta: string) => void };

export type Provider = {
  id: ProviderId;
  /** Its own name, the same in every language. */
  name: string;
  /** Where it is asked, unless the user gives another address. */
  address: string;
  /** The page where one gets a key. */
  keyPage?: string;
  /** What is asked for until the user picks another. */
  defaultModel?: string;
  can: Capabilities;
  /** A call that costs nothing: the models this key may use, or a failure's code. */
  check: (connection: Connection, signal: AbortSignal) => Promise<string[]>;
  ask: (connection: Connection, question: Question, listening: Listening) => Promise<Reply>;
};
