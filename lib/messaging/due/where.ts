import { jobUrl, profileUrl } from "@/lib/capture/url";
import type { MessageForm } from "../limits";
import type { Job } from "@/lib/model/job";
import type { Message } from "@/lib/model/message";
import type { Person } from "@/lib/model/person";

/** A conversation's address is made of its own id and nothing else; what does not look like one is not used. */
const THREAD = /^[\w-]+={0,2}$/u;

/** Where a text is pasted: the conversation where there is one, else the profile. A mail needs no page. */
export function whereToSend({
  form,
  person,
  last,
}: {
  form: MessageForm;
  person: Person;
  last?: Message | undefined;
}): string | undefined {
  if (form === "email") return undefined;
  const thread = last?.channel === "email" ? undefined : last?.threadId;
  if (form !== "note" && thread !== undefined && THREAD.test(thread))
    return `https://www.linkedin.com/messaging/thread/${thread}/`;
  return whereIs(person);
}

export function whereIs({ publicId, profileUrl: url }: Person): string | undefined {
  if (publicId) return profileUrl(publicId);
  return url !== undefined && isThere(url) ? url : undefined;
}

export function whereJobIs({ externalId, url }: Job): string | undefined {
  if (externalId) return jobUrl(externalId);
  return url !== undefined && /^https:\/\//iu.test(url) ? url : undefined;
}

/** An address that came with an import may be anything. */
function isThere(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && /(?:^|\.)linkedin\.com$/iu.test(hostname);
}
