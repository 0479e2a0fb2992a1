/** What the providers' own libraries add about this machine. It is nobody's business, and some addresses refuse it. */
const TELLTALE = /^(?:x-stainless-|user-agent$|openai-(?:organization|project)$)/iu;

/** A fetch that sends what the call needs and nothing of the device: no cookies, no referrer, no description of the machine. */
export function quietFetch(fetchHere: typeof fetch): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    const telltale = [...headers.keys()].filter((name) => TELLTALE.test(name));
    for (const name of telltale) headers.delete(name);
    return fetchHere(input, {
      ...init,
      headers,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
  };
}
