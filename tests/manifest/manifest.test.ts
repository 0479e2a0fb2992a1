import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "wxt";

const browsers = ["chrome", "edge", "firefox"] as const;
type Manifest = Record<string, unknown> & { version: string };

/** `npm test` has built all three when it comes here; alone, this test builds them, to a folder of its own. */
const isBuilt = process.env["RAPPORT_BUILT"] !== undefined;
const out = isBuilt ? ".output" : mkdtempSync(join(tmpdir(), "rapport-manifest-"));
const manifests = new Map<string, Manifest>();

beforeAll(async () => {
  for (const browser of browsers) {
    if (!isBuilt) await build({ browser, manifestVersion: 3, outDir: out, mode: "production" });
    const file = join(out, `${browser}-mv3`, "manifest.json");
    manifests.set(browser, JSON.parse(readFileSync(file, "utf8")) as Manifest);
  }
}, 180_000);

afterAll(() => {
  if (!isBuilt) rmSync(out, { recursive: true, force: true });
});

describe.each(browsers)("the manifest for %s", (browser) => {
  test("is the one that was agreed on", async () => {
    const { version, ...rest } = manifests.get(browser)!;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot(`${browser}.snap`);
  });

  test("asks for no more than the product does, and shows nothing of itself to a page", () => {
    const manifest = manifests.get(browser)!;
    expect(manifest["permissions"]).not.toContain("tabs");
    expect(manifest["host_permissions"]).toEqual(["https://*.linkedin.com/*"]);
    for (const key of ["content_scripts", "web_accessible_resources", "externally_connectable"]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });
});

test("Firefox has a fixed id and says which data it collects", () => {
  expect(manifests.get("firefox")).toMatchObject({
    browser_specific_settings: {
      gecko: { id: expect.stringContaining("@"), data_collection_permissions: expect.anything() },
    },
  });
});
