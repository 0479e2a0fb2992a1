import type { Template } from "@/lib/model/template";

/** What a text is sent as. */
export type MessageForm = NonNullable<Template["form"]>;

/** All of them, for a screen that shall not wait for the schemas. */
export const messageForms = Object.keys({
  note: true,
  message: true,
  inMail: true,
  email: true,
} satisfies Record<MessageForm, true>) as MessageForm[];

export type Limits = { body: number; subject?: number };

/**
 * Characters a platform takes, in UTF-16 units as its own counters show them.
 * Notes: 200 on a free account, 300 on a paid one. InMail: 200 in the subject, 1,900 in the body
 * (LinkedIn Help, "Character limits", seen 2026-02). A mail's subject is cut near 78 (RFC 5322 §2.1.1).
 */
export function limitsOf(form: MessageForm, account: "free" | "premium"): Limits {
  if (form === "note") return { body: account === "premium" ? 300 : 200 };
  if (form === "message") return { body: 8_000 };
  if (form === "inMail") return { body: 1_900, subject: 200 };
  return { body: 100_000, subject: 78 };
}

export type Length = { used: number; limit: number; over: number };

export function measure(text: string, limit: number): Length {
  return { used: text.length, limit, over: Math.max(0, text.length - limit) };
}
