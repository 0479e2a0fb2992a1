import type { AskDns, Finding, Part } from "./report";
import { tagsOf } from "./tags";

/** RFC 7489: what receivers are asked to do with mails that only seem to come from here. */

export async function checkDmarc(
  domain: string,
  ask: AskDns,
  /** Whether a way is there by which a mail can be in line with its sender. */
  isAligned: boolean,
): Promise<Part> {
  const places = [domain, ...parents(domain)];
  for (const place of places) {
    const { found, failed } = await ask(`_dmarc.${place}`, "TXT");
    if (failed) return { findings: [{ code: "dns-failed", level: "poor" }] };
    const records = found
      .map((text) => text.trim())
      .filter((text) => /^v\s*=\s*DMARC1\b/iu.test(text));
    const [record] = records;
    if (record === undefined) continue;
    if (records.length > 1) {
      return {
        record,
        findings: [{ code: "dmarc-many", level: "bad", about: String(records.length) }],
      };
    }
    return { record, findings: judge(record, place !== domain, isAligned) };
  }
  return { findings: [{ code: "dmarc-missing", level: "bad" }] };
}

function judge(record: string, isInherited: boolean, isAligned: boolean): Finding[] {
  const tags = tagsOf(record);
  const policy = (
    isInherited ? (tags?.get("sp") ?? tags?.get("p")) : tags?.get("p")
  )?.toLowerCase();
  if (!tags || !policy || !["none", "quarantine", "reject"].includes(policy)) {
    return [{ code: "dmarc-syntax", level: "bad" }];
  }
  const findings: Finding[] = [];
  if (!isAligned) findings.push({ code: "dmarc-unaligned", level: "bad" });
  if (policy === "none") findings.push({ code: "dmarc-none", level: "poor" });
  const share = tags.get("pct");
  if (policy !== "none" && share !== undefined && share !== "100") {
    findings.push({ code: "dmarc-partial", level: "poor", about: share });
  }
  if (!tags.get("rua")) findings.push({ code: "dmarc-no-reports", level: "poor" });
  if (findings.length === 0) findings.push({ code: "dmarc-fine", level: "good", about: policy });
  return findings;
}

/** The domains above, down to the last two names: where the organisation's own record stands. */
function parents(domain: string): string[] {
  const names = domain.split(".");
  return names.slice(1, -1).map((_, at) => names.slice(at + 1).join("."));
}
