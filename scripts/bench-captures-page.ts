import "./bench-without-functions";
import { storeCapture } from "@/lib/capture/store";
import { openDb } from "@/lib/data/db";
import { seedPeople } from "@/tests/ui/seed";

/** Runs in a page of the extension: captures of so many distinct people, one after the other, as the background stores them. */
async function captureMany(count: number, from: number): Promise<number> {
  const people = seedPeople(from + count).slice(from);
  const start = performance.now();
  for (const { id: _, createdAt: _c, updatedAt: _u, passport: _p, ...person } of people) {
    const { capturedAt = "", sections = {}, tags: _t, notes: _n, ...record } = person;
    await storeCapture(openDb(), {
      kind: "profile",
      family: "sdui",
      url: record.profileUrl ?? "",
      capturedAt,
      record,
      sections,
      problems: [],
      unparsed: [],
    });
  }
  return performance.now() - start;
}

Object.assign(globalThis, { captureMany });
