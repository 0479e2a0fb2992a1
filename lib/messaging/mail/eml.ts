import type { Mail } from "./mail";

/**
 * A mail as a file that mail programs open as a draft (RFC 5322, MIME; `X-Unsent` is what Outlook asks for).
 * Both bodies go in base64, so that no line is too long and no letter is lost.
 */
export function emlOf(mail: Mail, { now, boundary }: { now: Date; boundary: string }): string {
  const { from, to, subject, text, html } = mail;
  const head = [
    ...(from ? [`From: ${mailbox(from)}`] : []),
    ...(to ? [`To: ${mailbox(to)}`] : []),
    `Subject: ${words(subject, "Subject: ".length)}`,
    `Date: ${now.toUTCString().replace("GMT", "+0000")}`,
    "X-Unsent: 1",
    "MIME-Version: 1.0",
  ];
  if (html === undefined) return [...head, ...part("text/plain", text)].join("\r\n");
  return [
    ...head,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    ...part("text/plain", text),
    `--${boundary}`,
    ...part("text/html", html),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

function part(type: string, body: string): string[] {
  const lines = base64(body.replaceAll(/\r?\n/gu, "\r\n")).match(/.{1,76}/gu) ?? [""];
  return [
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    ...lines,
  ];
}

function mailbox({ address, name }: { address: string; name?: string }): string {
  // A line end in a header would begin another header.
  const clean = address.replaceAll(/[\s<>"(),:;[\]\\]/gu, "");
  return name ? `${words(name, 4)} <${clean}>` : clean;
}

/** Encoded words (RFC 2047): at most 75 characters each, never through the middle of a letter, folded. */
function words(text: string, indent: number): string {
  const line = text.replaceAll(/[\r\n\t]+/gu, " ").trim();
  if (/^[\w !#$%&'*+/?^`{|}~.-]*$/u.test(line) && !line.includes("=?") && line.length + indent < 76)
    return line;
  const encoded: string[] = [];
  let run = "";
  for (const letter of line) {
    if (base64(run + letter).length > 40) {
      encoded.push(run);
      run = "";
    }
    run += letter;
  }
  if (run || encoded.length === 0) encoded.push(run);
  return encoded.map((one) => `=?utf-8?B?${base64(one)}?=`).join("\r\n ");
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
