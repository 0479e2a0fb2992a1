import { describe, expect, it } from "vitest";
import { syncLine } from "@/lib/account/sync-line";
import type { SyncStatus } from "@/lib/cloud/status";

const status = (more: Partial<SyncStatus>): SyncStatus => ({ phase: "idle", waiting: 0, ...more });

describe("the one thing said about the sync", () => {
  it.each<[string, SyncStatus, number, ReturnType<typeof syncLine>]>([
    ["nobody signed in", status({ phase: "signed-out", waiting: 3 }), 0, { is: "signed-out" }],
    [
      "signed out from elsewhere",
      status({ phase: "signed-out", error: "device-revoked" }),
      2,
      { is: "attention", code: "device-revoked" },
    ],
    [
      "something a person must see to",
      status({ phase: "attention", error: "too-old", waiting: 2 }),
      1,
      { is: "attention", code: "too-old" },
    ],
    ["refused changes", status({ waiting: 4 }), 2, { is: "rejected", count: 2 }],
    ["no network", status({ phase: "offline", waiting: 12 }), 0, { is: "offline", waiting: 12 }],
    [
      "changes on their way",
      status({ phase: "syncing", waiting: 1 }),
      0,
      { is: "waiting", waiting: 1 },
    ],
    ["a pull under way", status({ phase: "syncing" }), 0, { is: "waiting", waiting: 0 }],
    [
      "all in step",
      status({ lastPullAt: "2026-05-01T10:00:00.000Z" }),
      0,
      { is: "in-step", at: "2026-05-01T10:00:00.000Z" },
    ],
  ])("%s", (_, now, rejected, line) => expect(syncLine(now, rejected)).toEqual(line));
});
