import { describe, expect, it, vi } from "vitest";
import type { Capture } from "@/lib/capture/capture";
import { captureTab } from "@/lib/capture/capture-tab";
import type { Stored } from "@/lib/capture/store";
import type { StoredList } from "@/lib/capture/store/list";
import { AppError } from "@/lib/platform/app-error";

const URL = "https://www.linkedin.com/in/ada-invented/";

const capture: Capture = {
  kind: "profile",
  family: "sdui",
  url: URL,
  capturedAt: "2026-01-02T03:04:05.000Z",
  record: { fullName: "Ada Invented", publicId: "ada-invented" },
  sections: { topCard: "present" },
  problems: [],
  unparsed: [],
};

const stored: Stored = {
  table: "people",
  id: "0190b0c0-0000-7000-8000-000000000001",
  outcome: "created",
  changes: [],
  sections: capture.sections,
  undo: [],
  at: capture.capturedAt,
};

const edit = (id: string) => ({ table: "jobs" as const, id, fields: { _del: true } });

const noList = {
  refine: async (read: Capture) => read,
  storeList: async () => {
    throw new Error("no list here");
  },
  storeThread: async () => {
    throw new Error("no conversation here");
  },
};

function failing(error: Error) {
  return {
    ...noList,
    readPage: async () => capture,
    store: async () => {
      throw error;
    },
  };
}

describe("captureTab", () => {
  it("stores what the page script read", async () => {
    const store = vi.fn(async () => stored);
    const outcome = await captureTab(
      { id: 7, url: URL },
      { ...noList, readPage: async () => capture, store },
    );
    expect(outcome).toEqual({ status: "stored", url: URL, stored });
    expect(store).toHaveBeenCalledWith(expect.objectContaining({ record: capture.record }));
  });

  it("sends no script into a page of another site", async () => {
    const readPage = vi.fn(async () => capture);
    for (const url of [
      "https://example.com/in/ada/",
      "chrome://extensions/",
      "http://www.linkedin.com/in/ada/",
      "https://www.linkedin.com.evil.example/in/ada/",
      "https://evil.example/https://www.linkedin.com/in/ada/",
    ]) {
      const outcome = await captureTab(
        { id: 7, url },
        { ...noList, readPage, store: async () => stored },
      );
      expect(outcome).toEqual({ status: "refused", url, problem: { code: "not-linkedin" } });
    }
    expect(readPage).not.toHaveBeenCalled();
  });

  it("says a page is unreadable when the browser keeps the script out or it answers nonsense", async () => {
    const keptOut = await captureTab(
      { id: 7, url: URL },
      {
        ...noList,
        readPage: async () => {
          throw new Error("Cannot access contents of the page");
        },
        store: async () => stored,
      },
    );
    const nonsense = await captureTab(
      { id: 7, url: URL },
      {
        ...noList,
        readPage: async () => ({ kind: "profile", record: 12 }),
        store: async () => stored,
      },
    );
    for (const outcome of [keptOut, nonsense])
      expect(outcome).toEqual({ status: "refused", url: URL, problem: { code: "unreadable" } });
  });

  it("passes on why a page gave nothing", async () => {
    const empty: Capture = {
      ...capture,
      kind: null,
      record: undefined,
      problems: [{ code: "sign-in-wall" }],
    };
    const store = vi.fn(async () => stored);
    const outcome = await captureTab(
      { id: 7, url: URL },
      { ...noList, readPage: async () => empty, store },
    );
    expect(outcome).toMatchObject({ status: "refused", problem: { code: "sign-in-wall" } });
    expect(store).not.toHaveBeenCalled();
  });

  it("reads a page again that moved on meanwhile, with the script that is for it", async () => {
    const there = "https://www.linkedin.com/mynetwork/invite-connect/connections/";
    const list: Capture = {
      ...capture,
      kind: "connections",
      url: there,
      records: [],
      problems: [],
    };
    const readPage = vi.fn(async () => ({ ...list, record: undefined }));
    const ports = { ...noList, readPage, store: async () => stored };
    expect(await captureTab({ id: 7, url: URL }, ports)).toMatchObject({
      status: "refused",
      problem: { code: "no-rows" },
    });
    expect(readPage.mock.calls).toEqual([
      [7, "capture-profile.js"],
      [7, "capture-list.js"],
    ]);
  });

  it("adds what the contact overlay says to the profile under it, if both are of one page", async () => {
    const url = `${URL}overlay/contact-info/`;
    const overlay: Capture = {
      ...capture,
      url,
      record: { fullName: "Nobody", contact: { emails: ["ada@invented.example"] } },
      sections: { contact: "present" },
    };
    const store = vi.fn(async (_: Capture) => stored);
    const read = (there: string) => async (_: number, script: string) =>
      script === "capture-contact.js" ? { ...overlay, url: there } : { ...capture, url };
    await captureTab({ id: 7, url }, { ...noList, readPage: read(url), store });
    await captureTab({ id: 7, url }, { ...noList, readPage: read(URL), store });
    const [both, one] = store.mock.calls.map(([got]) => got);
    expect(both).toMatchObject({
      record: { ...capture.record, contact: { emails: ["ada@invented.example"] } },
      sections: { topCard: "present", contact: "present" },
    });
    expect(one?.record).toEqual(capture.record);
  });

  it("tells of a full disk by its code, and lets what nobody foresaw through", async () => {
    expect(await captureTab({ id: 7, url: URL }, failing(new AppError("disk-full")))).toEqual({
      status: "failed",
      url: URL,
      error: { code: "disk-full" },
    });
    await expect(captureTab({ id: 7, url: URL }, failing(new Error("bug")))).rejects.toThrow("bug");
  });

  it("keeps the open job and the rows of the list beside it, and one undo takes back both", async () => {
    const job: Capture = {
      ...capture,
      kind: "job",
      record: { externalId: "1", title: "Clerk" },
      records: [
        { externalId: "1", title: "Clerk" },
        { externalId: "2", title: "Deckhand" },
      ],
    };
    const counts = { created: 1, changed: 0, unchanged: 1, refused: 0 };
    const list: StoredList = {
      kind: "job",
      table: "jobs",
      rows: [],
      counts,
      refused: [],
      at: stored.at,
      undo: [edit("2")],
      into: "rapport",
    };
    const outcome = await captureTab(
      { id: 7, url: "https://www.linkedin.com/jobs/search/?currentJobId=1" },
      {
        readPage: async () => job,
        store: async () => ({ ...stored, table: "jobs" as const, undo: [edit("1")] }),
        ...noList,
        storeList: async () => list,
      },
    );
    expect(outcome).toMatchObject({
      status: "stored",
      stored: { table: "jobs", beside: counts, undo: [edit("2"), edit("1")] },
    });
  });
});
