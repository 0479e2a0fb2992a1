import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { onConsentTaken, requestDataConsent } from "@/lib/platform/data-consent";

type Removed = { data_collection?: string[]; permissions?: string[] };
const permissions = vi.hoisted(() => ({
  asked: [] as unknown[],
  answer: true,
  listeners: [] as ((removed: Removed) => void)[],
  request(what: unknown) {
    permissions.asked.push(what);
    return Promise.resolve(permissions.answer);
  },
  onRemoved: {
    addListener: (listener: (removed: Removed) => void) => permissions.listeners.push(listener),
  },
}));
vi.mock("@/lib/platform/browser", () => ({ browser: { permissions } }));

beforeEach(() => {
  permissions.asked = [];
  permissions.listeners = [];
  permissions.answer = true;
});

test("Firefox is asked for what its manifest announces, and its answer counts", async () => {
  const manifest = JSON.parse(readFileSync("tests/manifest/firefox.snap", "utf8")) as {
    browser_specific_settings: {
      gecko: { data_collection_permissions: { required: string[]; optional: string[] } };
    };
  };
  const { required, optional } =
    manifest.browser_specific_settings.gecko.data_collection_permissions;
  expect(required).toEqual(["none"]);
  expect(await requestDataConsent(true)).toBe(true);
  expect(permissions.asked).toEqual([{ data_collection: optional }]);
  permissions.answer = false;
  expect(await requestDataConsent(true)).toBe(false);
});

test("browsers without that question are not asked", async () => {
  expect(await requestDataConsent(false)).toBe(true);
  expect(permissions.asked).toEqual([]);
});

test("consent taken back is heard; another permission that goes is not", () => {
  const then = vi.fn<() => void>();
  onConsentTaken(then);
  for (const tell of permissions.listeners) tell({ permissions: ["alarms"] });
  expect(then).not.toHaveBeenCalled();
  for (const tell of permissions.listeners) tell({ data_collection: ["websiteContent"] });
  expect(then).toHaveBeenCalledOnce();
});
