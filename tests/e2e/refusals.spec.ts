import { builtWord } from "@/scripts/built-words";
import { expect, test } from "./harness";

const ILSE = "/in/ilse-vantoren/";
const JOB = "currentJobId=4090100101";

const refusals: { what: string; path: string; code: string }[] = [
  { what: "a sign-in wall", path: `${ILSE}?practice=wall`, code: "signInWall" },
  { what: "a sign-in page", path: `${ILSE}?practice=login`, code: "signInWall" },
  { what: "a page that is still loading", path: `${ILSE}?practice=loading`, code: "stillLoading" },
  {
    what: "an Ember page that is still loading",
    path: `${ILSE}?practice=loading&family=ember`,
    code: "stillLoading",
  },
  { what: "somebody else's page", path: `${ILSE}?practice=mismatch`, code: "identityMismatch" },
  {
    what: "a pane with another job than the address",
    path: `/jobs/search/?${JOB}&practice=mismatch`,
    code: "jobMismatch",
  },
  {
    what: "an Ember pane with another job than the address",
    path: `/jobs/search/?${JOB}&practice=mismatch&family=ember`,
    code: "jobMismatch",
  },
  { what: "a profile that does not exist", path: "/in/nobody-at-all/", code: "notFound" },
  { what: "a page that is no profile", path: "/feed/", code: "unsupportedPage" },
  { what: "a search of posts", path: "/search/results/content/", code: "unsupportedPage" },
];

// One after the other, in one browser: nothing is stored by any of them.
test.describe.configure({ mode: "default" });

for (const { what, path, code } of refusals) {
  test(`${what} is refused with a sentence in the panel, and nothing is stored`, async ({
    emptyDevice: device,
  }) => {
    const page = await device.open(path);
    const panel = await device.panel(page);

    expect(await device.capture(page)).toMatchObject({ status: "refused" });

    await expect(panel.getByText(builtWord(`problems_${code}`))).toBeVisible();
    await expect.poll(() => device.badge(page)).not.toBe("");
    expect(await device.rows("people")).toEqual([]);
    expect(await device.rows("jobs")).toEqual([]);
    await panel.close();
    await page.close();
  });
}

test("what was saved before stays as it was when the page is refused later", async ({ device }) => {
  const page = await device.open(`${ILSE}?practice=all`);
  await device.capture(page);
  // A moment later the person is linked with the company they work at.
  await expect.poll(async () => (await device.rows("people"))[0]?.["employerId"]).toBeDefined();
  const before = await device.rows("people");

  await page.goto(`https://www.linkedin.com${ILSE}?practice=mismatch`);
  const panel = await device.panel(page);
  await device.capture(page);

  await expect(panel.getByText(builtWord("problems_identityMismatch"))).toBeVisible();
  await expect(panel.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();
  expect(await device.rows("people")).toEqual(before);
});

test("the sentence is in French for who reads French", async ({ anotherDevice }) => {
  const device = await anotherDevice({ locale: "fr" });
  const page = await device.open(`${ILSE}?practice=wall`);
  const panel = await device.panel(page);
  await device.capture(page);
  await expect(panel.getByText(builtWord("problems_signInWall", "fr"))).toBeVisible();
});
