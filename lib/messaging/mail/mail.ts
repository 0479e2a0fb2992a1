import { escapeHtml, toHtml, toPlainText } from "../language/html";

/** A mail with all its fields, ready for whichever program sends it. */
export type Mail = {
  to?: { address: string; name?: string };
  from?: { address: string; name?: string };
  subject: string;
  text: string;
  html?: string;
};

type Written = {
  to?: Mail["to"] | undefined;
  from?: Mail["from"] | undefined;
  subject: string;
  body: string;
  format: "text" | "html";
  /** A last line, apart from what was written. */
  farewell?: string | undefined;
};

/** Both bodies of a mail from what stands in the draft: markup there, if the draft is HTML, is the writer's own. */
export function composeMail({ to, from, subject, body, format, farewell }: Written): Mail {
  const text = format === "html" ? toPlainText(body) : body;
  const html = format === "html" ? body : toHtml([{ type: "text", text: body }], "text");
  return {
    ...(to && { to }),
    ...(from && { from }),
    subject: subject.replaceAll(/\s+/gu, " ").trim(),
    text: farewell ? `${text}\n\n-- \n${farewell}` : text,
    html: farewell
      ? `${html}\n<p style="color:#666;font-size:12px">${escapeHtml(farewell)}</p>`
      : html,
  };
}

/** A page that shows an HTML mail and does nothing else: no script, no address is asked. For a sandboxed frame. */
export function previewPage(html: string, title: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escapeHtml(title)}</title><style>body{font:14px/1.5 system-ui,sans-serif;color:#222;background:#fff;margin:12px;overflow-wrap:break-word}</style>${html}`;
}
