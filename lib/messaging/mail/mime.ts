import type { Mail } from "./mail";

export type MailFile = { name: string; type: string; /** Base64. */ data: string };

/**
 * A mail as it travels (RFC 5322, MIME). Bodies and files go in base64, so that no line is too long and no letter
 * is lost. Whatever is put in, a value cannot begin another header: line ends in it become spaces.
 */
export function mimeOf(
  mail: Mail,
  {
    now,
    boundary,
    headers = {},
    files = [],
  }: {
    now: Date;
    boundary: string;
    headers?: Record<string, string>;
    files?: readonly MailFile[];
  },
): string {
  const { from, to, subject } = mail;
  const head = [
    ...(from ? [`From: ${mailbox(from)}`] : []),
    ...(to ? [`To: ${mailbox(to)}`] : []),
    `Subject: ${words(subject, "Subject: ".length)}`,
    `Date: ${now.toUTCString().replace("GMT", "+0000")}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${oneLine(value)}`),
    "MIME-Version: 1.0",
  ];
  const body = bodies(mail, files.length > 0 ? `${boundary}-text` : boundary);
  if (files.length === 0) return [...head, ...body].join("\r\n");
  return [
    ...head,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    ...body,
    ...files.flatMap((file) => [`--${boundary}`, ...attachment(file)]),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

function bodies({ text, html }: Mail, boundary: string): string[] {
  if (html === undefined) return part("text/plain", text);
  return [
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    ...part("text/plain", text),
    `--${boundary}`,
    ...part("text/html", html),
    `--${boundary}--`,
    "",
  ];
}

function part(type: string, body: string): string[] {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    ...lines(base64(body.replaceAll(/\r?\n/gu, "\r\n"))),
  ];
}

/** The name in two ways: RFC 2231 for any letter, and plain letters for programs that know only those. */
function attachment({ name, type, data }: MailFile): string[] {
  const plain = name.replaceAll(/[^\w. -]/gu, "_");
  const any = encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const kind = /^[\w.+-]+\/[\w.+-]+$/u.test(type) ? type : "application/octet-stream";
  return [
    `Content-Type: ${kind}`,
    `Content-Disposition: attachment; filename="${plain}";\r\n filename*=utf-8''${any}`,
    "Content-Transfer-Encoding: base64",
    "",
    ...lines(data),
  ];
}

function lines(text: string): string[] {
  return text.match(/.{1,76}/gu) ?? [""];
}

/** A line end in a header would begin another header. */
function oneLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it takes out
  return value.replaceAll(/[\u0000-\u001f\u007f]+/gu, " ").trim();
}

function mailbox({ address, name }: { address: string; name?: string }): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it takes out
  const clean = address.replaceAll(/[\s<>"(),:;[\]\\\u0000-\u001f\u007f]/gu, "");
  return name ? `${words(name, 4)} <${clean}>` : clean;
}

/** Encoded words (RFC 2047): at most 75 characters each, never through the middle of a letter, folded. */
function words(text: string, indent: number): string {
  const line = oneLine(text);
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
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
