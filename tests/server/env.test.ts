import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { envSchema, parseEnv } from "@/server/env";

describe("the settings", () => {
  it("have a default each, so that an empty environment starts a server", () => {
    expect(parseEnv({})).toEqual({ WRITE_LANES: 1, SIGN_UP: "open" });
  });

  it("take an empty variable for an absent one", () => {
    expect(parseEnv({ PORT: "", RESEND_API_KEY: "", WRITE_LANES: "", SIGN_UP: "" })).toEqual(
      parseEnv({}),
    );
  });

  it.each([
    [{ PORT: "eighty" }, "PORT"],
    [{ DATABASE_URL: "ftp://x.example" }, "DATABASE_URL"],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET"],
    [{ SIGN_UP: "maybe" }, "SIGN_UP"],
    [{ GOOGLE_CLIENT_ID: "id" }, "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET"],
    [{ RESEND_API_KEY: "key" }, "MAIL_FROM"],
  ])("%j is refused with the variable's name", (source, name) => {
    expect(() => parseEnv(source)).toThrow(name);
  });

  it("never repeat a secret in a complaint", () => {
    expect(() => parseEnv({ AUTH_SECRET: "hunter2" })).toThrow(/^(?!.*hunter2)/);
  });

  it("are all in the guide, in its words", () => {
    const guide = readFileSync("docs/deploy.md", "utf8");
    for (const [name, field] of Object.entries(envSchema.shape)) {
      expect(guide).toContain(`| \`${name}\` | ${field.description} |`);
    }
  });
});
