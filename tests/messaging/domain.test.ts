import { generateKeyPairSync } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDomain } from "@/lib/messaging/domain/check";
import type { AskDns } from "@/lib/messaging/domain/report";

type Zone = Record<string, string[]>;
const asker =
  (zone: Zone): AskDns =>
  async (name, type) => ({ found: zone[`${name} ${type}`] ?? [], failed: false });

const D = "norling.example";
const key = (bits: number) =>
  generateKeyPairSync("rsa", { modulusLength: bits })
    .publicKey.export({ type: "spki", format: "der" })
    .toString("base64");
const GOOD = key(2048);
const dkim = (p = GOOD, more = "") => ({
  [`google._domainkey.${D} TXT`]: [`v=DKIM1; k=rsa; ${more}p=${p}`],
});
const dmarc = (text: string) => ({ [`_dmarc.${D} TXT`]: [text] });
const spf = (...texts: string[]) => ({ [`${D} TXT`]: texts });
const codes = async (zone: Zone, part: "spf" | "dkim" | "dmarc", sender?: "gmail" | "resend") =>
  (await checkDomain(D, asker(zone), sender && { sender }))[part].findings.map(({ code }) => code);
const chain = (length: number): Zone =>
  Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `s${at}.example TXT`,
      [`v=spf1 ${at + 1 < length ? `include:s${at + 1}.example ` : "ip4:192.0.2.1 "}~all`],
    ]),
  );

describe("SPF", () => {
  it.each([
    [{}, ["spf-missing"]],
    [spf("v=spf1 ip4:192.0.2.0/24 -all"), ["spf-fine"]],
    [spf("some other text", "v=spf1 -all"), ["spf-fine"]],
    [spf("v=spf1 -all", "v=spf1 ~all"), ["spf-many"]],
    [spf("v=spf1 +all"), ["spf-pass-all"]],
    [spf("v=spf1 all"), ["spf-pass-all"]],
    [spf("v=spf1 ?all"), ["spf-neutral-all"]],
    [spf("v=spf1 ip4:192.0.2.1"), ["spf-no-all"]],
    [spf("v=spf1 ptr -all"), ["spf-ptr"]],
    [spf("v=spf1 ip5:1 -all"), ["spf-syntax"]],
    [spf("v=spf1 include: -all"), ["spf-syntax"]],
    [spf(`v=spf1 include:${D} -all`), ["spf-loop"]],
    [spf("v=spf1 include:nowhere.example -all"), ["spf-syntax"]],
    [spf("v=spf1 exists:%{i}.x.example -all"), ["spf-fine"]],
    [spf("v=spf1 a mx a:x.example -all"), ["spf-void"]],
  ])("%j: %j", async (zone, wanted) => {
    expect(await codes(zone, "spf")).toEqual(wanted);
  });

  it("follows a redirect, and takes its ending for the record's own", async () => {
    const zone = { ...spf("v=spf1 redirect=other.example"), "other.example TXT": ["v=spf1 -all"] };
    expect(await codes(zone, "spf")).toEqual(["spf-fine"]);
  });

  it("counts ten lookups as enough and eleven as too many", async () => {
    expect(await codes({ ...spf("v=spf1 include:s0.example ~all"), ...chain(10) }, "spf")).toEqual([
      "spf-fine",
    ]);
    expect(await codes({ ...spf("v=spf1 include:s0.example ~all"), ...chain(11) }, "spf")).toEqual([
      "spf-lookups",
    ]);
  });

  it("does not walk a hostile chain to its end", async () => {
    let asked = 0;
    const ask: AskDns = async (name) => {
      asked += 1;
      const next = Number(/\d+/u.exec(name)?.[0] ?? 0) + 1;
      return {
        found: [`v=spf1 include:s${next}.example include:t${next}.example ~all`],
        failed: false,
      };
    };
    const report = await checkDomain(D, ask);
    expect(report.spf.findings.map(({ code }) => code)).toContain("spf-lookups");
    expect(asked).toBeLessThan(100);
  });

  it("asks for the sender's own service", async () => {
    expect(await codes(spf("v=spf1 -all"), "spf", "gmail")).toEqual(["spf-sender"]);
    expect(await codes(spf("v=spf1 -all"), "spf", "resend")).toEqual(["spf-fine"]);
  });
});

describe("DKIM", () => {
  it.each([
    [{}, ["dkim-missing"]],
    [dkim(), ["dkim-fine"]],
    [dkim(""), ["dkim-revoked"]],
    [dkim(key(1024)), ["dkim-short"]],
    [dkim("not a key"), ["dkim-syntax"]],
    [dkim(GOOD, "t=y; "), ["dkim-testing"]],
    [dkim(`${GOOD.slice(0, 100)} ${GOOD.slice(100)}`), ["dkim-fine"]],
    [{ [`google._domainkey.${D} TXT`]: ["v=DKIM2; p=x"] }, ["dkim-syntax"]],
    [
      {
        [`google._domainkey.${D} TXT`]: [
          "k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
        ],
      },
      ["dkim-fine"],
    ],
  ])("case %#", async (zone, wanted) => {
    expect(await codes(zone, "dkim")).toEqual(wanted);
  });
});

describe("DMARC", () => {
  const base = dkim();
  it.each([
    [base, ["dmarc-missing"]],
    [{ ...base, ...dmarc("v=DMARC1; p=reject; rua=mailto:a@b.example") }, ["dmarc-fine"]],
    [{ ...base, ...dmarc("v=DMARC1; p=none; rua=mailto:a@b.example") }, ["dmarc-none"]],
    [
      { ...base, ...dmarc("v=DMARC1; p=quarantine; pct=20; rua=mailto:a@b.example") },
      ["dmarc-partial"],
    ],
    [{ ...base, ...dmarc("v=DMARC1; p=reject") }, ["dmarc-no-reports"]],
    [{ ...base, ...dmarc("v=DMARC1; p=maybe") }, ["dmarc-syntax"]],
    [dmarc("v=DMARC1; p=reject; rua=mailto:a@b.example"), ["dmarc-unaligned"]],
  ])("case %#", async (zone, wanted) => {
    expect(await codes(zone, "dmarc")).toEqual(wanted);
  });

  it("two records are as good as none, and a subdomain takes what stands above it", async () => {
    const two = { ...base, [`_dmarc.${D} TXT`]: ["v=DMARC1; p=none", "v=DMARC1; p=reject"] };
    expect(await codes(two, "dmarc")).toEqual(["dmarc-many"]);
    const above = {
      "_dmarc.norling.example TXT": ["v=DMARC1; p=none; sp=reject; rua=mailto:a@b.example"],
    };
    const report = await checkDomain(
      "mail.norling.example",
      asker({ ...above, "mail.norling.example TXT": ["v=spf1 -all"] }),
    );
    expect(report.dmarc.findings).toEqual([{ code: "dmarc-fine", level: "good", about: "reject" }]);
  });
});

it("says something of any record, and never fails", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ maxLength: 200 }), { maxLength: 3 }), async (texts) => {
      const answer = texts.flatMap((text) => [
        text,
        `v=spf1 ${text}`,
        `v=DMARC1;${text}`,
        `v=DKIM1;p=${text}`,
      ]);
      const report = await checkDomain(D, async () => ({ found: answer, failed: false }));
      for (const part of [report.spf, report.dkim, report.dmarc]) {
        expect(part.findings.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});

it("says so when no name server answers", async () => {
  const report = await checkDomain(D, async () => ({ found: [], failed: true }));
  for (const part of [report.spf, report.dkim, report.dmarc]) {
    expect(part.findings).toEqual([{ code: "dns-failed", level: "poor" }]);
  }
});
