import * as z from "zod";
import { callService } from "./failure";
import {
  HEADINGS_LOOKED_AT,
  headerMap,
  MARKER_HEADER,
  type Heading,
  type Mailbox,
} from "./mailbox";

/** https://learn.microsoft.com/graph/api/user-sendmail; MIME, since JSON knows no List-Unsubscribe. */

const headers = z
  .array(z.object({ name: z.string(), value: z.string() }))
  .nullish()
  .transform((list) => list ?? []);
const message = z.object({
  id: z.string(),
  conversationId: z.string().nullish(),
  internetMessageId: z.string().nullish(),
  receivedDateTime: z.string(),
  internetMessageHeaders: headers,
});
const page = z.object({ value: z.array(message), "@odata.nextLink": z.string().optional() });

const SELECT = "id,conversationId,internetMessageId,receivedDateTime,internetMessageHeaders";

type Plain = { method?: string; headers?: Record<string, string>; body?: string };

export function outlook(
  token: () => Promise<string>,
  base: string,
  fetch: typeof globalThis.fetch,
): Mailbox {
  const root = `${base}/v1.0/me`;
  const ask = async (url: string, init: Plain = {}): Promise<Response> =>
    callService(fetch, url, {
      ...init,
      headers: {
        // Ids that stay when a mail is moved to another folder.
        prefer: 'IdType="ImmutableId"',
        ...init.headers,
        authorization: `Bearer ${await token()}`,
      },
    });
  const search = async (folder: string, since: number, most: number): Promise<Heading[]> => {
    const query = new URLSearchParams({
      $filter: `receivedDateTime ge ${new Date(since).toISOString()}`,
      $orderby: "receivedDateTime",
      $select: SELECT,
      $top: "50",
    });
    const found: Heading[] = [];
    let next: string | undefined = `${root}${folder}/messages?${query}`;
    while (next !== undefined && found.length < most) {
      // Where the next page is, is said by the service: it is asked nowhere else.
      if (!next.startsWith(`${base}/`)) break;
      const read: z.infer<typeof page> = page.parse(await (await ask(next)).json());
      found.push(...read.value.map(headingOf));
      next = read["@odata.nextLink"];
    }
    return found.slice(0, most);
  };

  return {
    async send({ raw }) {
      await ask(`${root}/sendMail`, {
        method: "POST",
        headers: { "content-type": "text/plain" },
        body: btoa(raw),
      });
      return {};
    },
    async findSent({ marker, since }) {
      const found = await search("/mailFolders/sentitems", since - 60_000, 100);
      const one = found.find((each) => each.headers.get(MARKER_HEADER.toLowerCase()) === marker);
      const rfcId = one?.headers.get("message-id");
      return (
        one && {
          providerId: one.id,
          ...(one.threadId && { threadId: one.threadId }),
          ...(rfcId && { rfcId }),
        }
      );
    },
    headings: (since) => search("/mailFolders/inbox", since, HEADINGS_LOOKED_AT),
    async read(id) {
      const answer = await ask(`${root}/messages/${encodeURIComponent(id)}/$value`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

function headingOf(one: z.infer<typeof message>): Heading {
  const map = headerMap(one.internetMessageHeaders);
  if (one.internetMessageId && !map.has("message-id")) {
    map.set("message-id", one.internetMessageId);
  }
  return {
    id: one.id,
    ...(one.conversationId && { threadId: one.conversationId }),
    headers: map,
    at: Date.parse(one.receivedDateTime),
  };
}
