import { request } from "node:https";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPractice, type PracticeNetwork } from "@/scripts/practice/network";

let network: PracticeNetwork;
beforeAll(async () => {
  network = await startPractice();
});
afterAll(() => network.stop());

function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage & { text: string }> {
  return new Promise((resolve, reject) => {
    const { port } = network;
    // The certificate is made for this run; the browser is told of it by its fingerprint.
    const options = { host: "127.0.0.1", port, path, headers, rejectUnauthorized: false };
    request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve(Object.assign(response, { text: Buffer.concat(chunks).toString("utf8") })),
      );
    })
      .on("error", reject)
      .end();
  });
}

test("pages come under a policy as strict as the site's: one script, and no text turned into HTML", async () => {
  const page = await ask("/in/ilse-vantoren/");
  const policy = String(page.headers["content-security-policy"]);
  const nonce = /script-src 'nonce-([\w-]+)'/.exec(policy)?.[1];

  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(nonce).toBeDefined();
  expect(page.text.match(/<script[^>]*>/g)?.every((tag) => tag.includes(nonce!))).toBe(true);
  expect((await ask("/in/ilse-vantoren/")).headers["content-security-policy"]).not.toBe(policy);
});

test("a visitor who chose a family sees the same address in it, and comes back to where they were", async () => {
  const chosen = await ask("/practice/family/ember", {
    referer: "https://www.linkedin.com/in/ilse-vantoren/?a=1",
  });
  expect(chosen.statusCode).toBe(302);
  expect(chosen.headers.location).toBe("/in/ilse-vantoren/?a=1");
  const cookie = chosen.headers["set-cookie"]![0]!.split(";")[0]!;

  expect((await ask("/in/ilse-vantoren/", { cookie })).text).toContain("ember-view");
  expect((await ask("/in/ilse-vantoren/")).text).not.toContain("ember-view");
});

test("nobody is sent away from the practice network", async () => {
  const chosen = await ask("/practice/family/guest", { referer: "https://elsewhere.example/x" });
  expect(chosen.headers.location).toBe("/feed/");
  expect((await ask("/practice/family/other")).statusCode).toBe(404);
});

test("every page says what it is, and an address that nothing stands under is not found", async () => {
  for (const path of ["/feed/", "/jobs/search/", "/company/halvorre-systems/", "/login"]) {
    const page = await ask(path);
    expect(page.statusCode).toBe(200);
    expect(page.text).toContain("Practice network: invented people.");
  }
  expect((await ask("/in/nobody-at-all/")).statusCode).toBe(404);
});

test("a port that is taken is not taken twice", async () => {
  await expect(startPractice({ port: network.port })).rejects.toThrow(/EADDRINUSE/);
});
