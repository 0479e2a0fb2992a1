/** A mailbox as a service keeps it: mails as they travelled, in folders, with ids of the service's own. */
export type Stored = {
  id: string;
  threadId: string;
  folder: "sent" | "inbox";
  raw: string;
  at: number;
  headers: Map<string, string>;
};

/** How the next call goes wrong: refused before anything is done, or done and then not answered. */
export type Fault = {
  when: "before" | "after";
  status: number;
  body?: unknown;
  retryAfter?: number;
};

export class FakeMailbox {
  readonly mails: Stored[] = [];
  readonly faults: Fault[] = [];
  private made = 0;

  constructor(
    readonly address: string,
    readonly now: () => number,
  ) {}

  /** Takes a mail to be sent; the service may have its own mind about the Message-ID. */
  send(raw: string, threadId?: string, rewrite?: (raw: string) => string): Stored {
    return this.put("sent", rewrite ? rewrite(raw) : raw, threadId);
  }

  receive(raw: string, threadId?: string): Stored {
    return this.put("inbox", raw, threadId);
  }

  get sent(): Stored[] {
    return this.mails.filter(({ folder }) => folder === "sent");
  }

  private put(folder: Stored["folder"], raw: string, threadId?: string): Stored {
    const id = `m${++this.made}`;
    const one = {
      id,
      threadId: threadId ?? `t${this.made}`,
      folder,
      raw,
      at: this.now(),
      headers: headersOf(raw),
    };
    this.mails.push(one);
    return one;
  }
}

export function headersOf(raw: string): Map<string, string> {
  const head = (raw.split(/\r?\n\r?\n/u)[0] ?? "").replaceAll(/\r?\n[ \t]+/gu, " ");
  return new Map(
    head.split(/\r?\n/u).map((line) => {
      const cut = line.indexOf(":");
      return [line.slice(0, cut).toLowerCase(), line.slice(cut + 1).trim()];
    }),
  );
}
