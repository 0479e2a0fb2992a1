import { afterAll, beforeAll, expect, it } from "vitest";
import { access } from "@/server/access";
import { openGround, ORIGIN, type Ground } from "./ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

type Operation = { summary?: string; responses: Record<string, { content?: object }> };
type Spec = { servers: { url: string }[]; paths: Record<string, Record<string, Operation>> };

it("describes every route a device uses, with its answer", async () => {
  const spec = (await (await ground.ask("/openapi.json")).json()) as Spec;
  expect(spec.servers).toEqual([{ url: ORIGIN }]);
  const described = Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  const wanted = Object.keys(access)
    .filter((route) => route.includes(" /v1/") || route === "GET /health")
    .map((route) => route.replaceAll(/:(\w+)/g, "{$1}"));
  expect(described.sort()).toEqual(wanted.sort());
  for (const item of Object.values(spec.paths)) {
    for (const { summary, responses } of Object.values(item)) {
      expect(summary).toMatch(/\.$/);
      expect(responses["200"]?.content).toBeDefined();
    }
  }
  const push = spec.paths["/v1/w/{workspace}/push"]!.post as Operation & { requestBody: object };
  expect(JSON.stringify(push.requestBody)).toContain('"muts"');
});

it("is read without a script and without anything from elsewhere", async () => {
  const answer = await ground.ask("/docs");
  const text = await answer.text();
  expect(text).toContain("/v1/w/{workspace}/push");
  expect(text).not.toMatch(/<script|<link|src=|https?:\/\/(?!rapport\.example)/);
});

it("has a front door that leads to it", async () => {
  const text = await (await ground.ask("/", { headers: { "accept-language": "fr" } })).text();
  expect(text).toContain('href="/docs"');
  expect(text).toContain("Connecter un appareil");
});
