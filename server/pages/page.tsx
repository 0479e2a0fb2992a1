/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppEnv } from "../app-env";
import { style } from "./style";
import { languageOf, sayIn, type Say } from "./words";

type PageOptions = { title: string; status?: ContentfulStatusCode; wide?: true };

/** A whole page around its content, in the language the browser asks for. */
export function showPage(
  c: Context<AppEnv>,
  { title, status = 200, wide }: PageOptions,
  content: Child,
): Response | Promise<Response> {
  const language = languageOf(c);
  const say = sayIn(language);
  c.header("cache-control", "no-store");
  c.header("vary", "accept-language");
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Rapport`}</title>
        <style nonce={c.get("secureHeadersNonce")}>{raw(style)}</style>
      </head>
      <body>
        <a class="skip" href="#content">
          {say("skip")}
        </a>
        <main id="content" class={wide && "wide"}>
          <p class="brand">Rapport</p>
          {content}
        </main>
      </body>
    </html>
  );
  return c.html(
    <>
      {raw("<!doctype html>")}
      {page}
    </>,
    status,
  );
}

export function sayFor(c: Context): Say {
  return sayIn(languageOf(c));
}

export function Problem({ children }: { children?: Child }) {
  return children ? (
    <p class="problem" role="alert">
      {children}
    </p>
  ) : null;
}
