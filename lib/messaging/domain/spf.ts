import type { AskDns, Finding, Part } from "./report";

/** RFC 7208, as far as a record can be judged without a mail: its form, its cost and how it ends. */

/** §4.6.4: a receiver stops at the eleventh, and the record counts for nothing. */
const MOST_LOOKUPS = 10;
const MOST_VOID = 2;

const MECHANISM =
  /^([+\-~?])?(all|include|a|mx|ptr|ip4|ip6|exists)(?::([^/\s]+(?:\/.*)?)|(\/.+))?$/iu;
const MODIFIER = /^([a-z][a-z0-9_.-]*)=(\S*)$/iu;

type Walk = {
  ask: AskDns;
  lookups: number;
  voids: number;
  includes: Set<string>;
  findings: Finding[];
};

export async function checkSpf(
  domain: string,
  ask: AskDns,
  /** What the sender's own record must name, such as `_spf.google.com`. */
  senderInclude?: string,
): Promise<Part> {
  const records = await recordsOf(domain, ask);
  if (records === undefined) return { findings: [{ code: "dns-failed", level: "poor" }] };
  const [record] = records;
  if (record === undefined) return { findings: [{ code: "spf-missing", level: "bad" }] };
  if (records.length > 1) {
    const about = String(records.length);
    return { record, findings: [{ code: "spf-many", level: "bad", about }] };
  }
  const walk: Walk = { ask, lookups: 0, voids: 0, includes: new Set([domain]), findings: [] };
  await follow(record, domain, walk);
  const { findings } = walk;
  if (walk.lookups > MOST_LOOKUPS) {
    findings.push({ code: "spf-lookups", level: "bad", about: String(walk.lookups) });
  }
  if (walk.voids > MOST_VOID) {
    findings.push({ code: "spf-void", level: "bad", about: String(walk.voids) });
  }
  findings.push(...ending(record));
  if (senderInclude !== undefined && !walk.includes.has(senderInclude)) {
    findings.push({ code: "spf-sender", level: "poor", about: senderInclude });
  }
  if (findings.length === 0) findings.push({ code: "spf-fine", level: "good" });
  return { record, findings };
}

async function recordsOf(domain: string, ask: AskDns): Promise<string[] | undefined> {
  const { found, failed } = await ask(domain, "TXT");
  if (failed) return undefined;
  return found.filter((text) => /^v=spf1(?:\s|$)/iu.test(text.trim())).map((text) => text.trim());
}

async function follow(record: string, domain: string, walk: Walk): Promise<void> {
  for (const term of record.split(/\s+/u).slice(1)) {
    // A receiver would have stopped; a hostile chain of records is not walked to its end either.
    if (walk.lookups > MOST_LOOKUPS * 2) return;
    await followTerm(term, domain, walk);
  }
}

async function followTerm(term: string, domain: string, walk: Walk): Promise<void> {
  const mechanism = MECHANISM.exec(term);
  const modifier = mechanism ? null : MODIFIER.exec(term);
  if (!mechanism && !modifier) {
    walk.findings.push({ code: "spf-syntax", level: "bad", about: term });
    return;
  }
  const name = (mechanism?.[2] ?? modifier?.[1] ?? "").toLowerCase();
  const target = mechanism?.[3] ?? modifier?.[2];
  if (name === "include" || name === "redirect") return enter(name, target, walk);
  if (name === "a" || name === "mx") {
    walk.lookups += 1;
    await count(target?.split("/")[0] ?? domain, name === "a" ? "A" : "MX", walk);
  }
  if (name === "exists") walk.lookups += 1;
  if (name === "ptr") {
    walk.lookups += 1;
    walk.findings.push({ code: "spf-ptr", level: "poor" });
  }
}

async function enter(name: string, target: string | undefined, walk: Walk): Promise<void> {
  walk.lookups += 1;
  if (!target) {
    walk.findings.push({ code: "spf-syntax", level: "bad", about: name });
    return;
  }
  const domain = target.toLowerCase();
  // What depends on the mail itself cannot be followed without one.
  if (domain.includes("%")) return;
  if (walk.includes.has(domain)) {
    walk.findings.push({ code: "spf-loop", level: "bad", about: domain });
    return;
  }
  walk.includes.add(domain);
  const [record] = (await recordsOf(domain, walk.ask)) ?? [];
  if (record !== undefined) return follow(record, domain, walk);
  walk.voids += 1;
  // §5.2: an include without a record there makes the whole record an error.
  walk.findings.push({ code: "spf-syntax", level: "bad", about: `${name}:${domain}` });
}

async function count(name: string, type: "A" | "MX", walk: Walk): Promise<void> {
  if (name.includes("%")) return;
  const { found } = await walk.ask(name, type);
  if (found.length === 0) walk.voids += 1;
}

/** What happens to a mail from elsewhere. */
function ending(record: string): Finding[] {
  const terms = record.toLowerCase().split(/\s+/u);
  const all = terms.find((term) => /^[+\-~?]?all$/u.test(term));
  if (all === "+all" || all === "all") return [{ code: "spf-pass-all", level: "bad" }];
  if (all === "?all") return [{ code: "spf-neutral-all", level: "poor" }];
  if (all === undefined && !terms.some((term) => term.startsWith("redirect="))) {
    return [{ code: "spf-no-all", level: "poor" }];
  }
  return [];
}
