// @vitest-environment happy-dom
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emlOf } from "@/lib/messaging/mail/eml";
import { farewellLine, wantsFarewell } from "@/lib/messaging/mail/farewell";
import { composeMail, previewPage, type Mail } from "@/lib/messaging/mail/mail";
import { mailtoOf } from "@/lib/messaging/mail/mailto";

const mail: Mail = {
  to: { address: "maelle@quillmark.example", name: "Maëlle Brightwater" },
  subject: "Où en est votre candidature",
  text: "Bonjour Maëlle,\n\nÀ bientôt & merci",
};
const fixed = { now: new Date("2026-11-20T10:00:00Z"), boundary: "b1" };

/** Headers and bodies as a mail program reads them. */
function readEml(eml: string) {
  const [head = "", ...rest] = eml.split("\r\n\r\n");
  const unfolded = head.replaceAll(/\r\n /gu, "");
  const headers = Object.fromEntries(
    unfolded.split("\r\n").map((line) => {
      const at = line.indexOf(": ");
      return [line.slice(0, at).toLowerCase(), decodeWords(line.slice(at + 2))];
    }),
  );
  return { headers, body: rest.join("\r\n\r\n") };
}
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s*=\?utf-8\?B\?/gu, "?==?utf-8?B?")
    .replaceAll(/(?:=\?utf-8\?B\?[^?]*\?=)+/gu, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?B\?([^?]*)\?=/gu)].map((match) =>
          Buffer.from(match[1]!, "base64"),
        ),
      ).toString("utf8"),
    );
}
function textOf(eml: string): string {
  const { headers, body } = readEml(eml);
  expect(headers["content-transfer-encoding"]).toBe("base64");
  return Buffer.from(body, "base64").toString("utf8");
}

describe("a mail as a link", () => {
  it("fills address, subject and body", () => {
    const url = new URL(mailtoOf(mail));
    expect(url.pathname).toBe("maelle@quillmark.example");
    expect(url.searchParams.get("subject")).toBe(mail.subject);
    expect(url.searchParams.get("body")).toBe(mail.text.replaceAll("\n", "\r\n"));
  });

  it("lets no text add a field of its own", () => {
    const evil = {
      ...mail,
      to: { address: "a@b.example?bcc=x@y.example" },
      subject: "S&cc=z@z.example",
    };
    const url = new URL(mailtoOf(evil));
    expect([...url.searchParams.keys()]).toEqual(["subject", "body"]);
  });
});

describe("a mail as a file", () => {
  it("fills every header and both bodies", () => {
    const html = "<p>Bonjour Maëlle</p>";
    const { headers, body } = readEml(emlOf({ ...mail, html }, fixed));
    expect(headers).toMatchObject({
      to: "Maëlle Brightwater <maelle@quillmark.example>",
      subject: mail.subject,
      date: "Fri, 20 Nov 2026 10:00:00 +0000",
      "x-unsent": "1",
      "content-type": 'multipart/alternative; boundary="b1"',
    });
    const parts = body.split(/--b1(?:--)?\r\n/u).filter(Boolean);
    const types = parts.map((part) => readEml(part).headers["content-type"]);
    expect(types).toEqual(["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
    expect(textOf(parts[1]!)).toBe(html);
  });

  it("keeps every text as it is, in lines no longer than 78, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        (subject, text) => {
          const eml = emlOf({ subject, text: text.replaceAll("\r", "") }, fixed);
          for (const line of eml.split("\r\n")) expect(line.length).toBeLessThanOrEqual(78);
          expect(textOf(eml)).toBe(text.replaceAll("\r", "").replaceAll("\n", "\r\n"));
          const kept = subject.replaceAll(/[\r\n\t]+/gu, " ").trim();
          expect(readEml(eml).headers["subject"]).toBe(kept);
        },
      ),
    );
  });

  it("lets no text begin a header", () => {
    const evil = "S\r\nBcc: x@y.example";
    const eml = emlOf(
      { ...mail, subject: evil, to: { address: `a@b.example\r\nBcc: x@y`, name: evil } },
      fixed,
    );
    expect(eml.split("\r\n\r\n")[0]).not.toMatch(/^bcc:/imu);
  });
});

describe("the two bodies of a mail", () => {
  it("come from one draft", () => {
    const fromText = composeMail({ subject: " A\nB ", body: "x < y\n\nz", format: "text" });
    expect(fromText).toEqual({
      subject: "A B",
      text: "x < y\n\nz",
      html: "<p>x &lt; y</p>\n<p>z</p>",
    });
    const fromHtml = composeMail({
      subject: "S",
      body: "<p>Hi <b>Ada</b></p><p>Bye</p>",
      format: "html",
    });
    expect(fromHtml.text).toBe("Hi Ada\nBye");
    expect(fromHtml.html).toBe("<p>Hi <b>Ada</b></p><p>Bye</p>");
  });

  it("are shown on a page that runs nothing and asks nobody", () => {
    const page = previewPage("<script>x</script><img src=https://x.example/a.png>", "</title><b>");
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("<title>&lt;/title&gt;&lt;b&gt;</title>");
  });
});

describe("the line about writing no more", () => {
  it("begins as the settings and the template say, and is in the mail's own language", () => {
    const selling = { category: "sales" as const };
    expect(wantsFarewell("selling", selling)).toBe(true);
    expect(wantsFarewell("selling", { purpose: "sales" })).toBe(true);
    expect(wantsFarewell("selling", { category: "thanks" })).toBe(false);
    expect(wantsFarewell("selling", undefined)).toBe(false);
    expect(wantsFarewell("always", undefined)).toBe(true);
    expect(wantsFarewell("never", selling)).toBe(false);
    expect(farewellLine("fr-CA", "answer")).toContain("répondez « stop »");
    expect(farewellLine("de", "link")).toContain("say so here");
  });

  it("stands at the end of both bodies, apart from what was written", () => {
    const farewell = "Answer <no> & I stop.";
    const mail = composeMail({ subject: "S", body: "Hello", format: "text", farewell });
    expect(mail.text).toBe(`Hello\n\n-- \n${farewell}`);
    expect(mail.html).toContain("Answer &lt;no&gt; &amp; I stop.</p>");
    expect(mailtoOf(mail)).toContain(encodeURIComponent(farewell));
  });
});
