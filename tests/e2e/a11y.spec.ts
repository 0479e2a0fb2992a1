import { createAccount } from "@/scripts/account";
import { builtWord } from "@/scripts/built-words";
import { connectDevice } from "@/scripts/connect-device";
import { fillDatabase } from "@/tests/ui/fill";
import { seedJobs, seedPeople } from "@/tests/ui/seed";
import { expectAccessible } from "./accessible";
import { expect, test } from "./harness";

/** WCAG 2.2 AA by axe on every state of every screen, in both languages and both themes, down to 320 pixels. */

const ILSE = "/in/ilse-vantoren/";
/**
 * While its list is open, Base UI's combobox hides the rest of the page from screen readers, so that they stay with
 * the list; the focus is in the box meanwhile. Axe cannot know that it is for a moment.
 */
const HIDDEN_BY_COMBOBOX = ["aria-hidden-focus", "page-has-heading-one", "region"];
/** A menu stands beside the landmarks of the page, over all of them. */
const OVER_THE_PAGE = ["region"];
const NARROW = { width: 320, height: 720 };

// A dozen states, each read twice.
test.describe.configure({ timeout: 120_000 });

for (const language of ["en", "fr"] as const) {
  const word = (key: string) => builtWord(key, language);

  test(`the panel, in ${language}`, async ({ anotherDevice }) => {
    const device = await anotherDevice({ locale: language });
    const page = await device.open(`${ILSE}?practice=loading`);
    const panel = await device.panel(page);
    await panel.setViewportSize(NARROW);

    await expect(panel.getByText(word("welcome_title"))).toBeVisible();
    await expect(panel.locator("html")).toHaveAttribute("lang", language);
    await expectAccessible(panel, "an empty notebook beside a profile");

    await device.capture(page);
    await expect(panel.getByText(word("problems_stillLoading"))).toBeVisible();
    await expectAccessible(panel, "a refused page");

    await page.goto(`https://www.linkedin.com${ILSE}`);
    await device.capture(page);
    await expect(panel.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();
    await expectAccessible(panel, "a person saved in part");

    await page.goto(`https://www.linkedin.com${ILSE}?practice=all`);
    await device.capture(page);
    await expect(panel.getByText(word("page_changed"), { exact: true })).toBeVisible();
    await expectAccessible(panel, "a person with changes");

    await panel.keyboard.press("t");
    await expect(panel.getByRole("combobox")).toBeFocused();
    await panel.keyboard.type("client");
    await expect(panel.getByRole("option")).toBeVisible();
    await expectAccessible(panel, "a tag being written", { except: HIDDEN_BY_COMBOBOX });
    await panel.keyboard.press("Enter");
    await expect(
      panel.getByRole("button", { name: word("tags_remove").replace("$1", "client") }),
    ).toBeVisible();
    await panel.keyboard.press("Escape");

    await panel.getByRole("button", { name: word("common_menu") }).click();
    await expect(panel.getByRole("menu")).toBeVisible();
    await expectAccessible(panel, "the menu", { except: OVER_THE_PAGE });
    await panel.keyboard.press("Escape");
    await expect(panel.getByRole("menu")).toBeHidden();

    await page.goto("https://www.linkedin.com/jobs/view/4090100103/");
    await device.capture(page);
    await expect(panel.getByRole("heading", { name: "Interoperability Engineer" })).toBeVisible();
    await expectAccessible(panel, "a job");
    await panel.getByRole("button", { name: "Interoperability Engineer" }).first().click();
    await expect(panel.getByRole("article", { name: "Interoperability Engineer" })).toBeVisible();
    await expectAccessible(panel, "everything of a job");

    await fillDatabase(panel, { table: "people", rows: seedPeople(60) });
    await panel.goto(panel.url().replace(/#.*/, ""));
    await panel.reload();
    await expect(panel.locator('li[aria-setsize="61"]').first()).toBeVisible();
    await expectAccessible(panel, "a long list");

    await panel.getByRole("searchbox").fill("Ilse");
    await panel
      .getByRole("button", { name: /Ilse Vantoren/ })
      .last()
      .click();
    await expect(panel.getByRole("article", { name: "Ilse Vantoren" })).toBeVisible();
    await expectAccessible(panel, "everything of a person");
    await panel.keyboard.press("Escape");

    await panel.getByRole("searchbox").fill("qqqqqq");
    await expect(panel.getByText(word("list_noMatch"), { exact: true })).toBeVisible();
    await expectAccessible(panel, "a search without an answer");
    await panel.getByRole("searchbox").blur();

    await panel.keyboard.press("?");
    await expect(panel.getByRole("dialog")).toBeVisible();
    await expectAccessible(panel, "the keyboard sheet");
  });

  test(`the desk, in ${language}`, async ({ anotherDevice }) => {
    const device = await anotherDevice({ locale: language });
    const desk = await device.screen("desk.html");
    await expect(desk.getByText(word("list_noPeople"))).toBeVisible();
    await expectAccessible(desk, "an empty desk");

    await fillDatabase(desk, { table: "people", rows: seedPeople(60) });
    await fillDatabase(desk, { table: "jobs", rows: seedJobs(30) });
    await fillDatabase(desk, { table: "_rejected", rows: [refused] });
    await desk.reload();
    await expect(desk.getByRole("row").nth(3)).toBeVisible();
    await expectAccessible(desk, "the table of people");

    await desk.keyboard.press("j");
    await expect(desk.locator("tr:focus")).toBeVisible();
    await desk.keyboard.press("Enter");
    await expect(desk.getByRole("article")).toBeVisible();
    await expectAccessible(desk, "a person beside the table");

    await desk.keyboard.press("Control+k");
    await expect(desk.getByRole("combobox")).toBeFocused();
    await expectAccessible(desk, "the command palette");
    await desk.keyboard.press("Escape");
    await expect(desk.getByRole("dialog")).toBeHidden();

    await desk.setViewportSize(NARROW);
    await expect(desk.getByRole("article")).toBeVisible();
    await expectAccessible(desk, "a person on a narrow desk");
    await desk.goto(desk.url().replace(/#.*/, "#jobs"));
    await expect(desk.locator('li[aria-setsize="30"]').first()).toBeVisible();
    await expectAccessible(desk, "jobs on a narrow desk");
    await desk.goto(desk.url().replace(/#.*/, "#sync"));
    await expect(desk.getByRole("button", { name: word("rejected_retry") })).toBeVisible();
    await expectAccessible(desk, "refused changes");
  });

  test(`the settings, in ${language}`, async ({ anotherDevice, api }) => {
    const device = await anotherDevice({ locale: language });
    const settings = await device.screen("options.html");
    await expect(settings.getByRole("button", { name: word("account_connect") })).toBeVisible();
    await expectAccessible(settings, "signed out");

    await settings.setViewportSize(NARROW);
    await settings.getByLabel(word("account_server"), { exact: true }).fill(api.url);
    await settings.getByRole("button", { name: word("account_connect") }).click();
    await expect(settings.getByText(word("account_waiting"))).toBeVisible();
    await settings.bringToFront();
    await expectAccessible(settings, "a code waiting for approval");
    await settings.getByRole("button", { name: word("common_cancel") }).click();

    await settings.getByRole("button", { name: word("erase_button") }).click();
    await expect(settings.getByRole("dialog")).toBeVisible();
    await expectAccessible(settings, "the question before erasing");
    await settings.keyboard.press("Escape");

    await connectDevice(device, api.url, await createAccount(api.url, `Axe ${language}`), language);
    await settings.bringToFront();
    await settings.reload();
    const devices = settings.locator("#devices");
    await expect(devices.getByText(word("account_thisDevice"), { exact: true })).toBeVisible();
    await expectAccessible(settings, "connected, with the list of devices");
  });

  test(`what was read, and capture's health, in ${language}`, async ({ anotherDevice }) => {
    const device = await anotherDevice({ locale: language });
    const page = await device.open(`${ILSE}?practice=all`);
    await device.capture(page);
    await expect.poll(async () => (await device.rows("_snapshots")).length).toBe(1);
    const panel = await device.panel(page);
    await panel.setViewportSize(NARROW);
    await panel.getByRole("button", { name: word("truth_open") }).click();
    const truth = panel.getByRole("article", { name: word("truth_title") });
    await expect(truth).toBeVisible();
    await panel.getByRole("button", { name: word("teach_title") }).click();
    await expect(panel.getByText(word("teach_how"))).toBeVisible();
    await expectAccessible(panel, "what was read of a person, while teaching");

    await panel.getByRole("button", { name: word("common_menu") }).click();
    await panel.getByRole("menuitem", { name: word("health_title") }).click();
    await panel.getByRole("button", { name: word("health_look") }).click();
    await panel.locator("summary", { hasText: word("health_report") }).click();
    await expectAccessible(panel, "the health of capture");

    const desk = await device.screen("desk.html#capture");
    await expect(desk.getByText(word("teach_none"))).toBeVisible();
    await expectAccessible(desk, "what capture keeps");
    const [ilse] = await device.rows("people");
    await desk.goto(`${desk.url().split("#")[0]}#capture/people/${ilse?.id}`);
    await expect(desk.getByRole("article", { name: word("truth_title") })).toBeVisible();
    await expectAccessible(desk, "what was read, beside the page");
  });
}

const refused = {
  id: 1 as unknown as string,
  n: 1,
  why: "unknown-row",
  at: "2026-05-01T10:00:00.000Z",
  mutation: {
    tbl: "people",
    id: "01900000-0000-7000-8000-000000000000",
    fields: { notes: ["Met at the fair", "0000000000001-0000-test"] },
  },
};
