import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { readTree, text } from "./tree";

/** Text files: pictures and archives hold no path anybody wrote. */
const files = readTree().filter((file) => !/\.(png|jpg|webp|ico|woff2|zip|db|gz)$/.test(file));

/** Where this repository lies, and the host its packages come from here: the reader's are others. */
function traces(): string[] {
  const registry = execFileSync("npm", ["config", "get", "registry"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
  const host = URL.canParse(registry) ? new URL(registry).host : "";
  return [process.cwd(), host].filter(
    (trace) => trace.length > 4 && trace !== "registry.npmjs.org",
  );
}

describe("what is committed", () => {
  it("names no folder of a machine and no registry of one", () => {
    const own = traces();
    const found = files.filter((file) => {
      const source = text(file);
      // A test may invent a home; elsewhere a home is somebody's.
      const somebodys = !file.startsWith("tests/") && /\/(?:home|Users)\/[a-z]\w+\//.test(source);
      return somebodys || own.some((trace) => source.includes(trace));
    });
    expect(found).toEqual([]);
  });

  it("locks packages by what they are, not by where they were fetched", () => {
    const lock = text("package-lock.json");
    expect(lock).toContain('"integrity"');
    expect(lock).not.toContain('"resolved": "http');
  });
});
