import type { VoiceFacts } from "@/lib/ai/tasks/voice";
import { greetingOf, signOffOf } from "../voice";

/** Puts a person's own greeting and sign-off in the place of the draft's: what can be done for a voice without an AI. */
export function inOwnVoice(text: string, voice: VoiceFacts, firstName: string | undefined): string {
  return withSignOff(withGreeting(text, voice.greeting, firstName), voice.signOff);
}

function withGreeting(text: string, greeting: string | undefined, firstName = ""): string {
  if (!greeting || !greetingOf(text)) return text;
  const own = greeting.replace(" {firstName}", firstName && ` ${firstName}`);
  const [line = "", ...rest] = text.split("\n");
  const after = line.indexOf(",");
  const isAlone = after < 0 || after === line.length - 1;
  if (isAlone && rest.length > 0) return [own, ...rest].join("\n");
  if (after < 0) return text;
  // "Hi Ada, your talk …": the greeting ends at its comma, the sentence goes on.
  return `${own.replace(/[,!]$/u, "")},${line.slice(after + 1)}${rest.map((one) => `\n${one}`).join("")}`;
}

function withSignOff(text: string, signOff: string | undefined): string {
  if (!signOff || text.endsWith(signOff)) return text;
  const standing = signOffOf(text);
  if (!standing) return `${text.trimEnd()}\n\n${signOff}`;
  return `${text.trimEnd().slice(0, -standing.length).trimEnd()}\n\n${signOff}`;
}
