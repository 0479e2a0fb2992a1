import * as z from "zod";
import type { Env } from "../env";

/** Where outside services answer; a test or a proxy puts its own address in the place of one. */
const serviceUrls = z.object({
  googleAuth: z.url().default("https://accounts.google.com/o/oauth2/v2/auth"),
  googleToken: z.url().default("https://oauth2.googleapis.com/token"),
  googleRevoke: z.url().default("https://oauth2.googleapis.com/revoke"),
  gmail: z.url().default("https://gmail.googleapis.com"),
  microsoftAuth: z.url().default("https://login.microsoftonline.com/common/oauth2/v2.0/authorize"),
  microsoftToken: z.url().default("https://login.microsoftonline.com/common/oauth2/v2.0/token"),
  graph: z.url().default("https://graph.microsoft.com"),
  resend: z.url().default("https://api.resend.com"),
  dns: z.url().default("https://cloudflare-dns.com/dns-query"),
});
export type ServiceUrls = z.infer<typeof serviceUrls>;

export function servicesOf({ SERVICE_URLS }: Pick<Env, "SERVICE_URLS">): ServiceUrls {
  return serviceUrls.parse(SERVICE_URLS ? JSON.parse(SERVICE_URLS) : {});
}
