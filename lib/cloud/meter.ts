import type { Fetch } from "./api";

export type Traffic = { up: number; down: number };

/** Counts the bytes of bodies both ways: as they went over the wire where that is told, else unpacked. */
export function createMeter(fetch: Fetch = globalThis.fetch): { fetch: Fetch; traffic: Traffic } {
  const traffic: Traffic = { up: 0, down: 0 };
  return {
    traffic,
    async fetch(input, init) {
      traffic.up += bytesOf(init?.body);
      const response = await fetch(input, init);
      const length = response.headers.get("content-length");
      if (length !== null) {
        traffic.down += Number(length) || 0;
        return response;
      }
      const body = await response.arrayBuffer();
      traffic.down += body.byteLength;
      const { status, headers } = response;
      return new Response(body.byteLength > 0 ? body : null, { status, headers });
    },
  };
}

/** Also tells when it is first asked for something. */
export function untilAsked(ask: Fetch): { fetch: Fetch; isAsking: Promise<void> } {
  let tell: (() => void) | undefined;
  const isAsking = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const fetch: Fetch = (input, init) => {
    tell?.();
    return ask(input, init);
  };
  return { fetch, isAsking };
}

/** `createApi` sends text or what it packed. */
function bytesOf(body: BodyInit | null | undefined): number {
  if (typeof body === "string") return body.length;
  return body instanceof ArrayBuffer ? body.byteLength : 0;
}
