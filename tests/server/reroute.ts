export type Reroutes = Record<string, string>;

/** Where a call goes that was meant for an outside service. */
export function rerouted(reroutes: Reroutes, input: RequestInfo | URL): RequestInfo | URL {
  const url = input instanceof Request ? input.url : String(input);
  const from = Object.keys(reroutes).find((start) => url.startsWith(start));
  if (from === undefined) return input;
  const to = url.replace(from, reroutes[from] ?? "");
  return input instanceof Request ? new Request(to, input) : to;
}
