import * as z from "zod";

/** What a look at a domain's records found. The screen has a sentence of advice for each code. */
export const findingCode = z.enum([
  "spf-fine",
  "spf-missing",
  "spf-many",
  "spf-syntax",
  "spf-lookups",
  "spf-void",
  "spf-loop",
  "spf-pass-all",
  "spf-neutral-all",
  "spf-no-all",
  "spf-ptr",
  "spf-sender",
  "dkim-fine",
  "dkim-missing",
  "dkim-revoked",
  "dkim-short",
  "dkim-testing",
  "dkim-syntax",
  "dmarc-fine",
  "dmarc-missing",
  "dmarc-many",
  "dmarc-syntax",
  "dmarc-none",
  "dmarc-partial",
  "dmarc-no-reports",
  "dmarc-unaligned",
  "dns-failed",
]);

export const finding = z.object({
  code: findingCode,
  /** bad: mails are lost. poor: they may be. good: nothing to do. */
  level: z.enum(["good", "poor", "bad"]),
  /** What the sentence speaks of: a name, a number, a part of the record. */
  about: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;

const part = z.object({
  /** The record as it stands, where there is one. */
  record: z.string().optional(),
  findings: z.array(finding),
});
export type Part = z.infer<typeof part>;

export const domainReport = z.object({ domain: z.string(), spf: part, dkim: part, dmarc: part });
export type DomainReport = z.infer<typeof domainReport>;

/** One question to the DNS. @throws when no server answers */
export type AskDns = (name: string, type: "TXT" | "MX" | "A" | "AAAA") => Promise<DnsAnswer>;
export type DnsAnswer = { found: string[]; failed: boolean };
