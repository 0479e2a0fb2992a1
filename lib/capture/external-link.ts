import { all } from "./dom";

/** Addresses of LinkedIn's own that lead elsewhere: the real one stands in `url`. */
const REDIRECT = /^https:\/\/(?:www\.)?linkedin\.com\/(?:redir\/redirect|safety\/go)/;

/** The first link of an entry that leads out of LinkedIn, as it is meant: https or http, and nothing else. */
export function externalLink(
  root: Element,
  isWanted: (link: Element) => boolean,
): string | undefined {
  for (const link of all(root, "a[href]")) {
    const url = isWanted(link) ? externalUrl(link.getAttribute("href")) : undefined;
    if (url) return url;
  }
  return undefined;
}

export function externalUrl(href: string | null): string | undefined {
  if (!href || !URL.canParse(href)) return undefined;
  const target = REDIRECT.test(href) ? new URL(href).searchParams.get("url") : href;
  if (!target || !URL.canParse(target)) return undefined;
  const { protocol, hostname, href: url } = new URL(target);
  const isOwn = /(^|\.)(linkedin\.com|licdn\.com|lnkd\.in)$/i.test(hostname);
  return /^https?:$/.test(protocol) && !isOwn ? url : undefined;
}
