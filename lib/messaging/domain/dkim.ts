import type { AskDns, Finding, Part } from "./report";
import { tagsOf } from "./tags";

/** RFC 6376 and 8301: the keys under the names that mail services use, since nobody can list them. */

export const SELECTORS = {
  gmail: ["google"],
  outlook: ["selector1", "selector2"],
  resend: ["resend"],
} as const;

const COMMON = [
  "google",
  "selector1",
  "selector2",
  "resend",
  "default",
  "mail",
  "dkim",
  "k1",
  "s1",
];
const SHORT_BITS = 2048;

export async function checkDkim(
  domain: string,
  ask: AskDns,
  {
    selector,
    sender,
  }: { selector?: string | undefined; sender?: keyof typeof SELECTORS | undefined },
): Promise<Part> {
  const usual = sender ? SELECTORS[sender] : COMMON;
  const wanted = selector ? [selector] : usual;
  const keys = await Promise.all(
    wanted.map(async (name) => {
      const { found, failed } = await ask(`${name}._domainkey.${domain}`, "TXT");
      const record = found.find((text) => /(?:^|;)\s*p\s*=/iu.test(text));
      return { name, record, failed };
    }),
  );
  const there = keys.filter((key) => key.record !== undefined);
  if (there.length === 0) {
    const isSilent = keys.some(({ failed }) => failed);
    return {
      findings: [
        isSilent
          ? { code: "dns-failed", level: "poor" }
          : { code: "dkim-missing", level: "bad", about: wanted.join(", ") },
      ],
    };
  }
  const findings = (
    await Promise.all(there.map(({ name, record }) => judge(name, record!)))
  ).flat();
  if (findings.length === 0) {
    findings.push({
      code: "dkim-fine",
      level: "good",
      about: there.map(({ name }) => name).join(", "),
    });
  }
  const { name, record } = there[0]!;
  return { record: `${name}: ${record}`, findings };
}

async function judge(name: string, record: string): Promise<Finding[]> {
  const tags = tagsOf(record);
  const version = tags?.get("v");
  if (!tags || (version !== undefined && version !== "DKIM1")) {
    return [{ code: "dkim-syntax", level: "bad", about: name }];
  }
  const key = (tags.get("p") ?? "").replaceAll(/\s+/gu, "");
  if (key === "") return [{ code: "dkim-revoked", level: "bad", about: name }];
  const findings: Finding[] = [];
  if ((tags.get("k") ?? "rsa").toLowerCase() === "rsa") {
    const bits = await rsaBits(key);
    if (bits === undefined) return [{ code: "dkim-syntax", level: "bad", about: name }];
    if (bits < SHORT_BITS) {
      const level = bits < 1024 ? "bad" : "poor";
      findings.push({ code: "dkim-short", level, about: `${name}: ${bits}` });
    }
  }
  if (tags.get("t")?.split(":").includes("y")) {
    findings.push({ code: "dkim-testing", level: "poor", about: name });
  }
  return findings;
}

/** The length of a public RSA key (SubjectPublicKeyInfo, or the bare key RFC 6376 writes of). */
async function rsaBits(base64: string): Promise<number | undefined> {
  try {
    const der = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("spki", der, algorithm, true, ["verify"]);
    return (key.algorithm as RsaHashedKeyAlgorithm).modulusLength;
  } catch {
    return undefined;
  }
}
