import { expect, it } from "vitest";
import { openGround } from "../ground";

it("runs no script, loads nothing and cannot be framed", async () => {
  const ground = await openGround();
  for (const path of ["/", "/sign-in", "/docs"]) {
    const answer = await ground.ask(path);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    const text = await answer.text();
    expect(text).toContain(`<style nonce="${nonce}">`);
    expect(text).not.toMatch(/<script|style=|<link|<img/);
  }
  await ground.close();
});
