import { beforeEach, expect, it, vi } from "vitest";
import { openThere } from "@/lib/platform/open-there";

const tabs = vi.hoisted(() => ({ get: vi.fn(), update: vi.fn(), create: vi.fn() }));
vi.mock("@/lib/platform/browser", () => ({ browser: { tabs } }));

const HERE = "https://www.linkedin.com/in/ada/";
const PRESSED = { isActive: true };

beforeEach(() => {
  vi.resetAllMocks();
  tabs.create.mockResolvedValue({ id: 8 });
});

it("without a person's press nothing is opened and no tab is led anywhere", async () => {
  tabs.get.mockResolvedValue({ id: 7, url: "https://www.linkedin.com/feed/" });
  expect(await openThere(HERE, 7, { isActive: false })).toBeUndefined();
  expect(tabs.update).not.toHaveBeenCalled();
  expect(tabs.create).not.toHaveBeenCalled();
});

it("leads the tab that is there already", async () => {
  tabs.get.mockResolvedValue({ id: 7, url: "https://www.linkedin.com/feed/" });
  expect(await openThere(HERE, 7, PRESSED)).toBe(7);
  expect(tabs.update).toHaveBeenCalledWith(7, { active: true, url: HERE });

  tabs.get.mockResolvedValue({ id: 7, url: HERE });
  await openThere(HERE, 7, PRESSED);
  expect(tabs.update).toHaveBeenLastCalledWith(7, { active: true });
});

it.each([{ id: 7, url: "https://example.org/form" }, { id: 7 }, undefined])(
  "loses nothing else one has open: %j",
  async (tab) => {
    if (tab) tabs.get.mockResolvedValue(tab);
    else tabs.get.mockRejectedValue(new Error("No tab with id"));
    expect(await openThere(HERE, 7, PRESSED)).toBe(8);
    expect(tabs.update).not.toHaveBeenCalled();
  },
);
