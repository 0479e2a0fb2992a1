import { describe, expect, it, vi } from "vitest";
import { afterCapture, type AfterPorts } from "@/lib/capture/after-capture";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { takeSnapshot } from "@/lib/capture/snapshot/take";
import { parseUncorrected } from "@/scripts/capture-file";
import { fixture } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");
const { html, expected } = fixture("sdui-profile");
const { url } = expected;

const captureOf = (text: string) => read(url, parseUncorrected(text), allReaders, NOW, "whole");
const snapshotOf = (text: string, at = url) => takeSnapshot(at, parseUncorrected(text), NOW);

function ports(snapshot?: ReturnType<typeof snapshotOf>) {
  return {
    takeSnapshot: vi.fn(async () => snapshot),
    keepSnapshot: vi.fn(async () => "kept" as const),
    noteAfter: vi.fn<AfterPorts["noteAfter"]>(async () => {}),
    noteList: vi.fn(async () => {}),
    noteRefusal: vi.fn(async () => {}),
  } satisfies AfterPorts;
}

const stored = {
  status: "stored",
  url,
  stored: {
    table: "people",
    id: "1",
    outcome: "created",
    changes: [],
    sections: {},
    undo: [],
    at: "now",
  },
} as const satisfies CaptureOutcome;
const refused = (code: "still-loading" | "not-linkedin" | "identity-mismatch") =>
  ({ status: "refused", url, problem: { code } }) as const;

describe("after a capture has been shown", () => {
  it("dates in a language nobody knows are told of: their years are kept, their months are not", async () => {
    const polish = html.replace(/[A-Z][a-z]{2} (\d{4}) - Present/g, "wrz $1 - obecnie");
    const effects = ports(snapshotOf(polish));
    await afterCapture(stored, captureOf(polish), effects);
    expect(effects.noteAfter).toHaveBeenCalledWith(
      "people/1",
      "now",
      expect.objectContaining({ unreadMonths: expect.any(Number) }),
    );
    const known = ports(snapshotOf(html));
    await afterCapture(stored, captureOf(html), known);
    expect(known.noteAfter.mock.lastCall?.[2]).not.toHaveProperty("unreadMonths");
  });

  it("the page is kept, and looked through for what was not read", async () => {
    const effects = ports(snapshotOf(html));
    expect(await afterCapture(stored, captureOf(html), effects)).toBeUndefined();
    expect(effects.keepSnapshot).toHaveBeenCalledWith("people/1", expect.anything());
    expect(effects.noteAfter).toHaveBeenCalledWith("people/1", "now", {
      snapshot: "kept",
      drifted: [],
    });
  });

  it("a page that has moved on meanwhile is not kept as the one that was read", async () => {
    for (const snapshot of [
      undefined,
      snapshotOf(html, "https://www.linkedin.com/in/another-face/"),
    ]) {
      const effects = ports(snapshot);
      await afterCapture(stored, captureOf(html), effects);
      expect(effects.keepSnapshot).not.toHaveBeenCalled();
      expect(effects.noteAfter).toHaveBeenCalledWith("people/1", "now", { snapshot: "moved" });
    }
  });

  it("a refused page is looked at again only where the refusal may be a new form of page", async () => {
    const sure = ports(snapshotOf(html));
    for (const code of ["not-linkedin", "identity-mismatch"] as const)
      expect(await afterCapture(refused(code), undefined, sure, NOW)).toBeUndefined();
    expect(sure.takeSnapshot).not.toHaveBeenCalled();
    expect(sure.noteRefusal).toHaveBeenCalledTimes(2);

    const renamed = html.replaceAll("com.linkedin.sdui.profile.card.ref", "com.linkedin.next.card");
    const drifted = await afterCapture(
      refused("still-loading"),
      undefined,
      ports(snapshotOf(renamed)),
      NOW,
    );
    expect(drifted).toMatchObject({ status: "refused", problem: { code: "drift" } });

    const loading = fixture("no-page--still-loading").html;
    const effects = ports(snapshotOf(loading));
    expect(await afterCapture(refused("still-loading"), undefined, effects, NOW)).toBeUndefined();
    expect(effects.noteRefusal).toHaveBeenCalledWith(url, {
      at: NOW.toISOString(),
      url,
      code: "still-loading",
    });
  });
});
