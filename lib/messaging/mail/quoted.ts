/** What somebody wrote themselves: without what they answered to, and without their signature. */
export function withoutQuotes(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const end = lines.findIndex((line, at) => beginsQuote(line, lines[at + 1] ?? ""));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !/^\s*>/u.test(line));
  const said = own.join("\n").trim();
  return said || text.trim();
}

const STARTS = [
  /^-- ?$/u,
  /^-{2,}\s*(?:original message|forwarded message|message d.origine|message transféré)\s*-{2,}$/iu,
  /^_{20,}$/u,
];
/** “On …, somebody wrote:”, on one line or folded into two. */
const ATTRIBUTION =
  /^(?:on|le|am|el|il|op)\b.{6,200}\b(?:wrote|a écrit|schrieb|escribió|ha scritto|schreef)\s*:\s*$/iu;

function beginsQuote(line: string, next: string): boolean {
  const trimmed = line.trim();
  if (STARTS.some((start) => start.test(trimmed))) return true;
  return ATTRIBUTION.test(trimmed) || ATTRIBUTION.test(`${trimmed} ${next.trim()}`);
}
