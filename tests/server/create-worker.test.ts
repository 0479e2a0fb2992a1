import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createWorker, type Bindings } from "@/server/create-worker";
import { EVERY_MINUTE, EVERY_SIX_HOURS } from "@/server/crons";
import { codeOf, ORIGIN } from "./ground";
import { SECRET } from "./origin";

const context = { waitUntil: () => undefined, passThroughOnException: () => undefined };

it.each([
  [{}, "Set AUTH_SECRET"],
  [{ AUTH_SECRET: SECRET }, "Set DATABASE_URL"],
  [{ DATABASE_URL: "turso" }, "DATABASE_URL"],
  [{ DATABASE_URL: "http://127.0.0.1:2", AUTH_SECRET: "short" }, "AUTH_SECRET"],
  [{ DATABASE_URL: "http://127.0.0.1:2", AUTH_SECRET: SECRET }, "cannot start"],
])("told %j says to its owner what is missing, and nothing of it to others", async (told, said) => {
  const lines: string[] = [];
  const worker = createWorker((line) => void lines.push(line));
  const bindings = told as unknown as Bindings;
  const answer = await worker.fetch(new Request(`${ORIGIN}/health`), bindings, context);
  expect(answer.status).toBe(500);
  expect(await answer.clone().text()).not.toMatch(/DATABASE|SECRET|127/);
  expect(await codeOf(answer)).toBe("server-error");
  expect(lines.join()).toContain(said);
});

it("knows the crons it is woken by", () => {
  const config = readFileSync("wrangler.jsonc", "utf8");
  expect(config).toContain(
    `"crons": ${JSON.stringify([EVERY_MINUTE, EVERY_SIX_HOURS]).replace(",", ", ")}`,
  );
});
