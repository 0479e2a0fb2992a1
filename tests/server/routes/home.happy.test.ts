import { expect, it } from "vitest";
import { openGround } from "../ground";

it("says what stands here and leads on, in the reader's language", async () => {
  const ground = await openGround();
  const english = await (await ground.ask("/")).text();
  expect(english).toContain("where your devices meet");
  expect(english).toContain('href="/docs"');
  const answer = await ground.ask("/", { headers: { "accept-language": "fr" } });
  expect(answer.headers.get("vary")).toContain("accept-language");
  const french = await answer.text();
  expect(french).toContain('<html lang="fr">');
  expect(french).toContain('href="/pair"');
  await ground.close();
});
