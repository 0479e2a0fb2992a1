/** A header by its lower-case name; the first one of several. */
export type HeaderLookup = (name: string) => string | undefined;

/**
 * Whether a machine wrote it: RFC 3834's own header first, then what programs sent before and beside it.
 * Such a mail is kept and shown, and is no answer.
 */
export function isAutoReply(header: HeaderLookup): boolean {
  const submitted = header("auto-submitted")?.split(";")[0]?.trim().toLowerCase();
  if (submitted !== undefined) return submitted !== "no";
  if (header("x-autoreply") !== undefined || header("x-autorespond") !== undefined) return true;
  const precedence = header("precedence")?.trim().toLowerCase();
  if (precedence === "auto_reply" || precedence === "bulk" || precedence === "junk") return true;
  const type = header("content-type")?.toLowerCase() ?? "";
  return type.startsWith("multipart/report");
}
