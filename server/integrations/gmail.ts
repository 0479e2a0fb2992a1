import * as z from "zod";
import { callService } from "./failure";
import {
  HEADINGS_LOOKED_AT,
  headerMap,
  LOOKED_FOR,
  MARKER_HEADER,
  type Heading,
  type Mailbox,
} from "./mailbox";

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages */

const list = z.object({
  messages: z.array(z.object({ id: z.string() })).default([]),
  nextPageToken: z.string().optional(),
});
const sent = z.object({ id: z.string(), threadId: z.string().optional() });
const metadata = z.object({
  id: z.string(),
  threadId: z.string().optional(),
  internalDate: z.string(),
  payload: z.object({
    headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  }),
});
const raw = z.object({ raw: z.string() });

type Plain = { method?: string; headers?: Record<string, string>; body?: string };

export function gmail(
  token: () => Promise<string>,
  base: string,
  fetch: typeof globalThis.fetch,
): Mailbox {
  const ask = async (path: string, init: Plain = {}): Promise<unknown> => {
    const headers = { ...init.headers, authorization: `Bearer ${await token()}` };
    const answer = await callService(fetch, `${base}/gmail/v1/users/me${path}`, {
      ...init,
      headers,
    });
    return answer.json();
  };
  const headOf = async (id: string): Promise<Heading> => {
    const query = new URLSearchParams({ format: "metadata" });
    for (const name of LOOKED_FOR) query.append("metadataHeaders", name);
    const found = metadata.parse(await ask(`/messages/${id}?${query}`));
    return {
      id,
      ...(found.threadId && { threadId: found.threadId }),
      headers: headerMap(found.payload.headers),
      at: Number(found.internalDate),
    };
  };
  const search = async (q: string, most: number): Promise<Heading[]> => {
    const ids: string[] = [];
    let pageToken: string | undefined;
    do {
      const query = new URLSearchParams({ q, maxResults: "100", ...(pageToken && { pageToken }) });
      const page = list.parse(await ask(`/messages?${query}`));
      ids.push(...page.messages.map(({ id }) => id));
      pageToken = page.nextPageToken;
    } while (pageToken && ids.length < most);
    return Promise.all(ids.slice(0, most).map(headOf));
  };

  return {
    async send(outgoing) {
      const body = JSON.stringify({
        raw: base64Url(outgoing.raw),
        ...(outgoing.threadId && { threadId: outgoing.threadId }),
      });
      const answer = sent.parse(
        await ask("/messages/send", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        }),
      );
      // Gmail may give the mail a Message-ID of its own: answers will name that one.
      const head = await headOf(answer.id).catch(() => undefined);
      const rfcId = head?.headers.get("message-id");
      return {
        providerId: answer.id,
        ...(answer.threadId && { threadId: answer.threadId }),
        ...(rfcId && { rfcId }),
      };
    },
    async findSent({ marker, since, mail }) {
      const after = Math.floor(since / 1000) - 60;
      const found = await search(`in:sent after:${after} to:${mail.to?.address ?? ""}`, 50);
      const one = found.find(({ headers }) => headers.get(MARKER_HEADER.toLowerCase()) === marker);
      const rfcId = one?.headers.get("message-id");
      return (
        one && {
          providerId: one.id,
          ...(one.threadId && { threadId: one.threadId }),
          ...(rfcId && { rfcId }),
        }
      );
    },
    headings: (since) =>
      search(`-in:sent -in:drafts after:${Math.floor(since / 1000)}`, HEADINGS_LOOKED_AT),
    async read(id) {
      return fromBase64Url(raw.parse(await ask(`/messages/${id}?format=raw`)).raw);
    },
  };
}

function base64Url(text: string): string {
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_");
}

function fromBase64Url(text: string): Uint8Array {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
