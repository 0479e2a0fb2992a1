/** @jsxImportSource hono/jsx */
import { Hono, type Env, type Schema } from "hono";
import { generateSpecs } from "hono-openapi";
import type { AppEnv } from "./app-env";
import { DocsPage } from "./pages/docs-page";
import { showPage } from "./pages/page";

/** The routes of `api` as OpenAPI, for machines and for people. */
export function documentation<E extends Env, S extends Schema>(api: Hono<E, S>) {
  const spec = (server: string) =>
    generateSpecs(api, {
      documentation: {
        info: {
          title: "Rapport",
          version: "1",
          description: "Keeps a notebook of professional relations the same on all its devices.",
        },
        servers: [{ url: server }],
        components: { securitySchemes: { device: { type: "http", scheme: "bearer" } } },
        security: [{ device: [] }],
      },
    });
  return new Hono<AppEnv>()
    .get("/openapi.json", async (c) => c.json(await spec(c.var.deps.publicUrl)))
    .get("/docs", async (c) =>
      showPage(
        c,
        { title: "Programming interface", wide: true },
        <DocsPage spec={await spec(c.var.deps.publicUrl)} />,
      ),
    );
}
