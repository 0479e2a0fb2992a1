import { expect, it } from "vitest";
import { keepForGood, roomOnDisk } from "@/lib/data/persist";

function disk(state: { persisted: boolean; grants: boolean; usage?: number; quota?: number }) {
  let asked = 0;
  return {
    asked: () => asked,
    persisted: async () => state.persisted,
    persist: async () => {
      asked += 1;
      return state.grants;
    },
    estimate: async () => ({ usage: state.usage, quota: state.quota }),
  };
}

it("asks to be kept only when it is not kept yet, and takes no for an answer", async () => {
  const kept = disk({ persisted: true, grants: false });
  expect(await keepForGood(kept)).toBe(true);
  expect(kept.asked()).toBe(0);
  expect(await keepForGood(disk({ persisted: false, grants: false }))).toBe(false);
  expect(await keepForGood(disk({ persisted: false, grants: true }))).toBe(true);
});

it("knows the room taken where the browser says it", async () => {
  const { estimate, persist, persisted } = disk({
    persisted: true,
    grants: true,
    usage: 5,
    quota: 9,
  });
  expect(await roomOnDisk({ estimate, persist, persisted })).toEqual({
    usedBytes: 5,
    quotaBytes: 9,
  });
  expect(await roomOnDisk(disk({ persisted: true, grants: true }))).toBeUndefined();
});
