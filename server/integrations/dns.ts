import * as z from "zod";
import type { AskDns } from "@/lib/messaging/domain/report";
import { callService } from "./failure";

/** DNS over HTTPS, in JSON: https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/ */

const NOERROR = 0;
const NXDOMAIN = 3;
const TYPES = { A: 1, MX: 15, TXT: 16, AAAA: 28 } as const;

const answer = z.object({
  Status: z.int(),
  Answer: z.array(z.object({ type: z.int(), data: z.string() })).default([]),
});

export function askDns(base: string, fetch: typeof globalThis.fetch): AskDns {
  return async (name, type) => {
    const query = new URLSearchParams({ name, type });
    const response = await callService(fetch, `${base}?${query}`, {
      headers: { accept: "application/dns-json" },
    });
    const { Status: status, Answer: list } = answer.parse(await response.json());
    return {
      failed: status !== NOERROR && status !== NXDOMAIN,
      found: list
        .filter((one) => one.type === TYPES[type])
        .map(({ data }) => (type === "TXT" ? joined(data) : data)),
    };
  };
}

/** A long text comes as several quoted strings, which belong together without a space. */
function joined(data: string): string {
  const parts = data.match(/"(?:[^"\\]|\\.)*"/gu);
  if (!parts) return data;
  return parts.map((part) => part.slice(1, -1).replaceAll(/\\(.)/gu, "$1")).join("");
}
