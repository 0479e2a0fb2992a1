import * as fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { addressesIn, isAddress } from "@/lib/messaging/mail/address";
import { isAutoReply } from "@/lib/messaging/mail/auto-reply";
import { bouncesIn } from "@/lib/messaging/mail/bounce";
import { composeMail } from "@/lib/messaging/mail/mail";
import { mimeOf } from "@/lib/messaging/mail/mime";
import { withoutQuotes } from "@/lib/messaging/mail/quoted";

const now = new Date("2026-11-20T10:00:00Z");
const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        "\r\n",
        "\n",
        "\r",
        "\u0000",
        "\u2028",
        "Bcc: x@y.example",
        "é",
        "🦊",
        '"',
        "\\",
        "<",
        ">",
        "=?utf-8?B?eA==?=",
        " ",
        "a",
        ";",
        ":",
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join("")),
);

describe("a mail on the wire", () => {
  it("has the headers it was given and no other, whatever is in them", async () => {
    await fc.assert(
      fc.asyncProperty(
        nasty,
        nasty,
        nasty,
        nasty,
        nasty,
        async (subject, name, address, header, file) => {
          const mail = {
            from: { address: "ida@norling.example", name },
            to: { address: `bo${address}@lind.example`, name },
            subject,
            text: subject,
            html: `<p>${name}</p>`,
          };
          const raw = mimeOf(mail, {
            now,
            boundary: "b",
            headers: { "In-Reply-To": header, "X-Entity-Ref-ID": "1" },
            files: [{ name: file || "x", type: header || "text/plain", data: "aGk=" }],
          });
          const { headers, attachments } = await PostalMime.parse(raw);
          expect(headers.map(({ key }) => key)).toEqual([
            "from",
            "to",
            "subject",
            "date",
            "in-reply-to",
            "x-entity-ref-id",
            "mime-version",
            "content-type",
          ]);
          expect(attachments).toHaveLength(1);
          // Every line is one a server takes (RFC 5321: 998 letters), and none but CRLF ends one.
          for (const line of raw.split("\r\n")) {
            expect(line.length).toBeLessThan(998);
            expect(line).not.toMatch(/[\r\n]/u);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("says what was written, to the letter", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 300 }), async (written) => {
        const subject = written
          .replaceAll(/\p{Cc}+/gu, " ")
          .replaceAll(/\s+/gu, " ")
          .trim();
        const raw = mimeOf(
          { subject, text: "x", to: { address: "a@b.example" } },
          { now, boundary: "b" },
        );
        expect((await PostalMime.parse(raw)).subject ?? "").toBe(subject);
      }),
      { numRuns: 200 },
    );
  });

  it("takes what a person wrote as words, never as markup", () => {
    fc.assert(
      fc.property(nasty, (written) => {
        const { html } = composeMail({
          subject: "s",
          body: `<script>${written}</script>`,
          format: "text",
        });
        expect(html).not.toMatch(/<(?!\/?p>|br>)/u);
      }),
    );
  });
});

describe("a delivery report", () => {
  it.each([
    ["5.1.1", "hard"],
    ["5.2.1", "hard"],
    ["5.0.0", "hard"],
    ["5.2.2", "soft"],
    ["5.7.1", "soft"],
    ["4.4.7", "soft"],
  ] as const)("%s is %s", (status, kind) => {
    const report = `Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; <bo@lind.example>\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp;\r\n 550 no\r\n such user`;
    expect(bouncesIn(report)).toEqual([
      { address: "bo@lind.example", status, kind, reason: "550 no such user" },
    ]);
  });

  it("of a mere delay, of a success, or of nothing, is no bounce", () => {
    for (const action of ["delayed", "delivered", "relayed", "expanded"]) {
      expect(
        bouncesIn(`a: b\n\nFinal-Recipient: rfc822; a@b.example\nAction: ${action}\nStatus: 4.0.0`),
      ).toEqual([]);
    }
    fc.assert(fc.property(fc.string(), (text) => void bouncesIn(text)));
  });
});

describe("a machine's answer", () => {
  it.each([
    [{ "auto-submitted": "auto-replied" }, true],
    [{ "auto-submitted": "auto-generated; x=y" }, true],
    [{ "auto-submitted": "no" }, false],
    [{ "x-autoreply": "yes" }, true],
    [{ precedence: "bulk" }, true],
    [{ precedence: "first-class" }, false],
    [{ "content-type": "multipart/report; report-type=delivery-status" }, true],
    [{}, false],
  ])("%j: %s", (headers, wanted) => {
    expect(isAutoReply((name) => (headers as Record<string, string>)[name])).toBe(wanted);
  });
});

describe("what somebody wrote themselves", () => {
  it.each([
    ["Yes.\n\nOn Tue, 1 Sep 2026 at 10:00, Ida <i@x.example> wrote:\n> Lunch?", "Yes."],
    ["Oui.\n\nLe mar. 1 sept. 2026 à 10:00, Ida <i@x.example>\na écrit :\n> Déjeuner ?", "Oui."],
    ["Fine\n-- \nBo", "Fine"],
    ["Fine\n-----Original Message-----\nFrom: Ida", "Fine"],
    ["> only a quote", "> only a quote"],
    ["On reflection, I wrote: no.", "On reflection, I wrote: no."],
  ])("%j", (text, wanted) => {
    expect(withoutQuotes(text)).toBe(wanted);
  });
});

describe("addresses", () => {
  it("are found in a list or a CSV file, each once", () => {
    expect(
      addressesIn('Name,Mail\n"Bo","Bo@Lind.example"\nCy <cy@x.example>; bo@lind.example'),
    ).toEqual(["bo@lind.example", "cy@x.example"]);
  });
  it.each(["a@b.example", "a.b+c@d-e.example", "ida@bücher.example"])("%s is one", (text) => {
    expect(isAddress(text)).toBe(true);
  });
  it.each([
    "a@b",
    "@b.example",
    "a b@c.example",
    "a@b..",
    "a@-b.example",
    "a@b.example\r\nx",
    `${"a".repeat(65)}@b.example`,
  ])("%j is none", (text) => {
    expect(isAddress(text)).toBe(false);
  });
});
