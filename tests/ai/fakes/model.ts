/** What a fake provider does with its next question, instead of answering it. */
export type Behaviour =
  /** Thinks until `after` has come, if there is one. */
  | { do: "say"; text: string; after?: Promise<unknown> }
  | { do: "refuse" }
  | { do: "cutOff"; text: string }
  | { do: "fail"; status: number; code?: string; message?: string; retryAfter?: number }
  | { do: "failMidway"; code: string }
  /** Takes the question and says nothing. */
  | { do: "hang" }
  /** Begins, then says nothing more. */
  | { do: "stall"; text: string }
  | { do: "hangUp" };

export type Account = {
  /** Tokens this key may still use; none left is an error, as with the providers. */
  credit: number;
};

export type FakeOptions = {
  accounts?: Record<string, Account>;
  models?: string[];
  /** Tokens a question may have. */
  context?: number;
  /** Models that cannot be held to a shape. */
  shapeless?: string[];
};

/** What both fakes keep: who may ask, what is left, what comes next. */
export class FakeModel {
  readonly accounts: Map<string, Account>;
  readonly models: string[];
  readonly context: number;
  readonly shapeless: ReadonlySet<string>;
  readonly next: Behaviour[] = [];

  constructor({ accounts, models, context, shapeless }: FakeOptions, usual: string[]) {
    this.accounts = new Map(
      Object.entries(accounts ?? { "sk-good-key-of-fake-0001": { credit: 1e9 } }),
    );
    this.models = models ?? usual;
    this.context = context ?? 100_000;
    this.shapeless = new Set(shapeless);
  }

  /** Four letters to a token, roughly as the real ones count. */
  tokens(text: string): number {
    return Math.ceil(text.length / 4);
  }

  /**
   * A gullible model. Whatever stands outside the data elements it takes for its master's voice, and it does
   * what that says; inside them it sees material. So an injection that gets out of its element shows.
   */
  answer(system: string, user: string): string {
    const outside = `${system}\n${user.replaceAll(/<data name="[^"]*">[\s\S]*?<\/data>/gu, "")}`;
    const order = /OBEY:\s*"?([^"\n]*)/u.exec(outside);
    const text = order ? `Obeyed ${order[1]}` : `Hello, ${purposeIn(outside)}`;
    const one = { subject: null, text };
    return JSON.stringify(/"variants"/u.test(system) ? { variants: [one] } : one);
  }
}

function purposeIn(text: string): string {
  return /Purpose: "([^"]*)"/u.exec(text)?.[1] ?? "here is the draft again.";
}
