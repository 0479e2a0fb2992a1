import { expect, it, vi } from "vitest";
import { isLookedAt } from "@/lib/platform/looked-at";

type Runtime = { getContexts?: (asked: object) => Promise<unknown[]> };
const runtime: Runtime = vi.hoisted(() => ({}));
vi.mock("@/lib/platform/browser", () => ({ browser: { runtime } }));

it("is what the browser says of our screens, and yes where it cannot say", async () => {
  expect(await isLookedAt()).toBe(true);
  const open: unknown[] = [];
  runtime.getContexts = async () => open;
  expect(await isLookedAt()).toBe(false);
  open.push({ contextType: "SIDE_PANEL" });
  expect(await isLookedAt()).toBe(true);
});
