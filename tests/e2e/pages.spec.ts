import { expect, test } from "@playwright/test";
import { openSaved } from "@/scripts/capture-file";
import { type ChromiumReader, openChromium } from "@/scripts/capture-in-chromium";
import {
  compareJob,
  compareJobList,
  compareList,
  comparePerson,
  sharedPages,
} from "../capture/expected";
import { fixtures } from "../capture/fixtures";

/** The same facts as tests/capture finds without a browser, from Chromium's own document. */
const NOW = new Date("2026-11-21T00:00:00.000Z");
let browser: ChromiumReader;
test.beforeAll(async () => {
  browser = await openChromium();
});
test.afterAll(() => browser.close());

for (const { name, text, expected } of sharedPages("profile--", "job-view--")) {
  test(`every fact of ${name}`, async () => {
    const capture = await browser.read(openSaved(text), expected.url);
    const compare = name.startsWith("job-view--") ? compareJob : comparePerson;
    const pairs = compare(expected, capture);
    expect(pairs.map(([, got]) => got)).toEqual(pairs.map(([want]) => want));
  });
}

for (const { name, text, expected } of sharedPages("connections--", "people-search--")) {
  test(`every row of ${name}`, async () => {
    const pairs = compareList(expected, await browser.read(openSaved(text), expected.url));
    expect(pairs.map(([, got]) => got)).toEqual(pairs.map(([want]) => want));
  });
}

for (const { name, text, expected } of sharedPages("job-search--")) {
  test(`every row of ${name}`, async () => {
    const pairs = compareJobList(expected, await browser.read(openSaved(text), expected.url));
    expect(pairs.map(([, got]) => got)).toEqual(pairs.map(([want]) => want));
  });
}

for (const { name, text, expected } of sharedPages("negative--")) {
  test(`nothing from ${name}`, async () => {
    const { kind, record } = await browser.read(openSaved(text), expected.url);
    expect([kind, record]).toEqual([null, undefined]);
  });
}

for (const { name, html, expected } of fixtures()) {
  test(`fixture ${name}`, async () => {
    const { capturedAt: _, ...capture } = await browser.read(openSaved(html), expected.url, NOW);
    expect(capture).toEqual(expected);
  });
}
