import "fake-indexeddb/auto";
import { parseHTML } from "linkedom";
import { assert, property, string } from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { pack, unpack } from "@/lib/capture/snapshot/pack";
import { takeSnapshot } from "@/lib/capture/snapshot/take";
import { toDocument } from "@/lib/capture/snapshot/to-document";
import { everyElement, type Snapshot } from "@/lib/capture/snapshot/tree";
import {
  eraseAllSnapshots,
  keepSnapshot,
  readSnapshot,
  SNAPSHOT_LIMITS,
  weighSnapshots,
} from "@/lib/capture/store/snapshots";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { sharedPages } from "./expected";
import { fixture, fixtures } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");
const URL = "https://www.linkedin.com/in/orla-fennimere/";

const emptyDocument = (): Document =>
  parseHTML("<!doctype html><html><head></head><body></body></html>").document;

function snapshotOf(html: string, url = URL): Snapshot {
  return takeSnapshot(url, parseUncorrected(html), NOW);
}

describe("a kept page", () => {
  const pages = [
    ...fixtures().map(({ name, html, expected }) => ({ name, html, url: expected.url })),
    ...sharedPages("").map(({ name, text, expected }) => ({ name, html: text, url: expected.url })),
  ];
  it.each(pages)("gives the readers what the page itself gives: $name", async ({ html, url }) => {
    const { html: whole } = openSaved(html);
    const doc = parseUncorrected(whole);
    const kept = await unpack(await pack(takeSnapshot(url, doc, NOW)));
    expect(kept.isCut).toBe(false);
    const again = toDocument(kept, emptyDocument());
    expect(read(url, again, allReaders, NOW, "whole")).toEqual(
      read(url, doc, allReaders, NOW, "whole"),
    );
  });

  it("holds nothing that runs, loads or was typed, whatever the page holds", () => {
    const snapshot =
      snapshotOf(`<html><head><script>alert(1)</script><base href="https://evil.example/">
      <style>body{background:url(https://evil.example/x)}</style><meta name="csrf" content="secret-token"></head>
      <body onload="alert(2)" style="background:url(https://evil.example/y)"><img src="x" onerror="alert(3)">
      <a href="javascript:alert(4)" onclick="alert(5)">link</a><a href="data:text/html,hi">data</a>
      <iframe src="https://evil.example/frame" srcdoc="<script>alert(6)</script>"></iframe>
      <input name="session_password" value="hunter2"><textarea>half a thought</textarea>
      <svg onload="alert(7)"><script>alert(8)</script></svg><object data="https://evil.example/o"></object>
      <form action="javascript:alert(9)"><button formaction="javascript:alert(10)">go</button></form>
      <p style="display: none; background: url(https://evil.example/z)">twin</p></body></html>`);
    const kept = JSON.stringify(snapshot);
    expect(kept).not.toMatch(/alert|evil|hunter2|half a thought|secret|javascript:|data:|srcdoc/);
    expect(kept).toContain("link");
    const names = [...everyElement(snapshot.root)].flatMap(({ attrs }) => Object.keys(attrs ?? {}));
    expect(names.filter((name) => name.startsWith("on"))).toEqual([]);
  });

  it("never keeps an address that is no address, nor a tag that is no name", () => {
    assert(
      property(string({ unit: "binary" }), (value) => {
        const doc = parseUncorrected(fixture("sdui-profile").html);
        for (const link of doc.querySelectorAll("a, img")) {
          link.setAttribute("href", value);
          link.setAttribute("src", value);
        }
        for (const { tag, attrs } of everyElement(takeSnapshot(URL, doc, NOW).root)) {
          expect(tag).toMatch(/^[a-z][a-z0-9-]*$/);
          for (const name of ["href", "src"])
            if (attrs?.[name] !== undefined)
              expect(attrs[name]).toMatch(/^(https?:\/\/|\/(?!\/)|#)/i);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is cut where a page has no end, and says so", () => {
    const endless = snapshotOf(`<body>${"<p>word</p>".repeat(60_000)}</body>`);
    expect(endless.isCut).toBe(true);
    expect([...everyElement(endless.root)].length).toBeLessThanOrEqual(40_001);
    const deep = snapshotOf(`<body>${"<div>".repeat(2000)}deep${"</div>".repeat(2000)}</body>`);
    expect(deep.isCut).toBe(true);
  });
});

const small = (takenAt: string): Snapshot => ({ ...snapshotOf("<p>Hello</p>"), takenAt });

describe("the pages kept on the device", () => {
  let db: RapportDb;
  let names = 0;
  beforeEach(() => {
    db = connect(`snapshots-${++names}`);
  });
  afterEach(() => db.close());

  async function somebody(fullName: string): Promise<string> {
    const { ids } = await save(db, [{ table: "people", fields: { fullName } }]);
    return `people/${ids[0]}`;
  }

  it("are one for each row, the latest", async () => {
    const key = await somebody("Ada Brightwater");
    expect(await keepSnapshot(db, key, small("2026-11-20T00:00:00.000Z"))).toBe("kept");
    expect(await keepSnapshot(db, key, small("2026-11-21T00:00:00.000Z"))).toBe("kept");
    expect(await weighSnapshots(db)).toMatchObject({ count: 1 });
    expect(await readSnapshot(db, key)).toMatchObject({ takenAt: "2026-11-21T00:00:00.000Z" });
  });

  it("go when they are old, when there are too many, and when their row is gone", async () => {
    const [old, gone, present] = [await somebody("A"), await somebody("B"), await somebody("C")];
    await keepSnapshot(db, old, small("2026-10-01T00:00:00.000Z"));
    await keepSnapshot(db, gone, small("2026-11-20T00:00:00.000Z"));
    await save(db, [{ table: "people", id: gone.split("/")[1]!, fields: { _del: true } }]);
    await keepSnapshot(db, present, small("2026-11-21T00:00:00.000Z"));
    expect(await db._snapshots.toCollection().primaryKeys()).toEqual([present]);

    const { ids } = await save(
      db,
      Array.from({ length: SNAPSHOT_LIMITS.rows + 5 }, (_, i) => ({
        table: "people" as const,
        fields: { fullName: `Person ${i}` },
      })),
    );
    const packed = new Uint8Array([1]);
    await db._snapshots.bulkPut(
      ids.map((id, i) => ({
        key: `people/${id}`,
        at: new Date(NOW.getTime() - i * 1000).toISOString(),
        bytes: 1,
        packed,
      })),
    );
    await keepSnapshot(db, present, small("2026-11-21T00:00:01.000Z"));
    expect(await db._snapshots.count()).toBe(SNAPSHOT_LIMITS.rows);
    expect(await db._snapshots.get(`people/${ids.at(-1)}`)).toBeUndefined();
    expect(await readSnapshot(db, present)).toBeDefined();
  });

  it("a page too large takes the place of none, and says so", async () => {
    const key = await somebody("Ada Brightwater");
    await keepSnapshot(db, key, small("2026-11-20T00:00:00.000Z"));
    const noise = Array.from({ length: 300_000 }, (_, i) =>
      ((i * 2_654_435_761) >>> 7).toString(36),
    );
    const large = snapshotOf(`<p>${noise.join("")}</p>`);
    expect(await keepSnapshot(db, key, large)).toBe("too-large");
    expect(await readSnapshot(db, key)).toBeUndefined();
  });

  it("a full disk is told, and what is damaged reads as nothing", async () => {
    const key = await somebody("Ada Brightwater");
    const full = { put: async () => Promise.reject(new DOMException("", "QuotaExceededError")) };
    const tight = Object.create(db, { _snapshots: { value: full } }) as RapportDb;
    expect(await keepSnapshot(tight, key, small("2026-11-21T00:00:00.000Z"))).toBe("disk-full");
    await db._snapshots.put({ key, at: "", bytes: 3, packed: new Uint8Array([1, 2, 3]) });
    expect(await readSnapshot(db, key)).toBeUndefined();
    await eraseAllSnapshots(db);
    expect(await weighSnapshots(db)).toEqual({ count: 0, bytes: 0 });
  });
});
