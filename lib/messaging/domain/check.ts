import { checkDkim, type SELECTORS } from "./dkim";
import { checkDmarc } from "./dmarc";
import type { AskDns, DomainReport, Part } from "./report";
import { checkSpf } from "./spf";

/** What a sender's own mail service asks to be named in SPF. */
const SENDER_INCLUDES = {
  gmail: "_spf.google.com",
  outlook: "spf.protection.outlook.com",
  // Resend sends under a name of its own below the domain; the domain's record need not name it.
  resend: undefined,
} as const;

/** A look at a domain as a receiver of its mail would take it. */
export async function checkDomain(
  domain: string,
  ask: AskDns,
  {
    selector,
    sender,
  }: { selector?: string | undefined; sender?: keyof typeof SELECTORS | undefined } = {},
): Promise<DomainReport> {
  const [spf, dkim] = await Promise.all([
    checkSpf(domain, ask, sender && SENDER_INCLUDES[sender]),
    checkDkim(domain, ask, { selector, sender }),
  ]);
  // With Resend the envelope is of another name, so that DKIM alone can be in line.
  const isAligned = works(dkim) || (sender !== "resend" && works(spf));
  return { domain, spf, dkim, dmarc: await checkDmarc(domain, ask, isAligned) };
}

function works({ record, findings }: Part): boolean {
  return record !== undefined && findings.every(({ level }) => level !== "bad");
}
