import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { save } from "@/lib/data/save";
import { openWorld } from "./devices";

/** A look for what is to be sent may come while a page is being written: what it saw before is not asked for again. */
it.each(["before", "after"] as const)(
  "a pull goes on where the last page ended, though a look began %s that page was written",
  async (when) => {
    const { newDevice, sync, storeOf, api } = openWorld(2);
    const [writer, reader] = [newDevice(), newDevice()];
    await sync(reader);
    for (const fullName of ["One", "Two", "Three", "Four", "Five"])
      await save(writer.db, [{ table: "people", fields: { fullName } }], writer.now);
    await sync(writer);
    const store = storeOf(reader);
    await store.nextPush();
    const request = await store.nextPull();
    if (request.kind !== "pull") return expect.fail();
    const page = await api.pull(request);
    expect(page.more).toBe(true);
    const look = () => store.nextPush();
    const write = () => store.applyPull(request, page);
    await Promise.all((when === "before" ? [look, write] : [write, look]).map((one) => one()));
    expect(await store.nextPull()).toMatchObject({ since: page.next });
  },
);
