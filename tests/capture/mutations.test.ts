import { describe, expect, it } from "vitest";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { type Fixture, fixtures } from "./fixtures";
import {
  classNamesIn,
  compareFacts,
  factsOf,
  type Mutation,
  mutations,
  withoutClass,
} from "./mutations";

const NOW = new Date("2026-11-21T00:00:00.000Z");
const pages = fixtures().filter(({ expected }) => expected.kind && expected.kind !== "profile");

const open = (page: Fixture): Document => parseUncorrected(openSaved(page.html).html);
const capture = (page: Fixture, doc: Document) =>
  factsOf(read(page.expected.url, doc, allReaders, NOW, "whole"));

function changed(page: Fixture, mutation: Mutation) {
  const doc = open(page);
  mutation.change(doc);
  return compareFacts(capture(page, open(page)), capture(page, doc));
}

/** What the site renames with every release, or never meant for anybody. */
const HARMLESS =
  /view-name|role|dir|control-id|app-aware|renamed|whitespace|marks|wrapped|taken out|between|decoys/;

describe.each(pages)("$name, made in another way", (page) => {
  it("gives every fact again, whatever is renamed that is no anchor", () => {
    for (const mutation of [...mutations(1), ...mutations(2), ...mutations(3)]) {
      if (!HARMLESS.test(mutation.name)) continue;
      const { wrong, missing } = changed(page, mutation);
      expect([wrong, missing], mutation.name).toEqual([[], 0]);
    }
  });

  it("gives a fact or nothing, and never another, when an anchor is gone", () => {
    for (const mutation of mutations(1)) {
      // The words for who hears the page have had one name since 2016: without it they are words like others.
      if (mutation.name === "no classes at all") continue;
      expect(changed(page, mutation).wrong, mutation.name).toEqual([]);
    }
  });

  it("gives a fact or nothing, and never another, when one name is gone", () => {
    for (const name of classNamesIn(open(page))) {
      if (/^(visually-hidden|sr-only|a11y-text)$/.test(name)) continue;
      // The day above a message is what its id is held against.
      if (name === "msg-s-message-list__time-heading") continue;
      expect(changed(page, withoutClass(name)).wrong, name).toEqual([]);
    }
  });
});
