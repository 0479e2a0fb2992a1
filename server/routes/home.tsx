/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { AppEnv } from "../app-env";
import { sayFor, showPage } from "../pages/page";

export const home = new Hono<AppEnv>().get("/", (c) => {
  const say = sayFor(c);
  return showPage(
    c,
    { title: say("home") },
    <section class="card">
      <h1>{say("home")}</h1>
      <p>{say("homeText")}</p>
      <a class="button" href="/pair">
        {say("codeAsk")}
      </a>
      <p>
        <a href="/docs">{say("homeDocs")}</a>
      </p>
    </section>,
  );
});
