import { expect, it, vi } from "vitest";
import { openThere } from "@/lib/platform/open-there";

vi.mock("@/lib/platform/browser", () => ({ browser: {} }));

const HERE = "https://www.linkedin.com/in/ada/";

function tabs(url: string | undefined) {
  return {
    get: vi.fn().mockResolvedValue({ id: 7, ...(url && { url }) }),
    update: vi.fn().mockResolvedValue({}),
    create: vi.fn().mockResolvedValue({ id: 8 }),
  };
}

it("without a person's press nothing is opened and no tab is led anywhere", async () => {
  const fake = tabs("https://www.linkedin.com/feed/");
  expect(await openThere(HERE, 7, { isActive: false }, fake)).toBeUndefined();
  expect(fake.update).not.toHaveBeenCalled();
  expect(fake.create).not.toHaveBeenCalled();
});

it("leads the tab that is there already, and loses nothing else one has open", async () => {
  const there = tabs("https://www.linkedin.com/feed/");
  expect(await openThere(HERE, 7, { isActive: true }, there)).toBe(7);
  expect(there.update).toHaveBeenCalledWith(7, { active: true, url: HERE });

  const same = tabs(HERE);
  await openThere(HERE, 7, { isActive: true }, same);
  expect(same.update).toHaveBeenCalledWith(7, { active: true });

  for (const url of ["https://example.org/form", undefined]) {
    const other = tabs(url);
    expect(await openThere(HERE, 7, { isActive: true }, other)).toBe(8);
    expect(other.update).not.toHaveBeenCalled();
  }
  const gone = tabs(HERE);
  gone.get.mockRejectedValue(new Error("No tab with id"));
  expect(await openThere(HERE, 7, { isActive: true }, gone)).toBe(8);
});
