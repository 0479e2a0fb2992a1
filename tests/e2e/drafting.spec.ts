import type { Page } from "@playwright/test";
import type { Device } from "@/scripts/device";
import { startOpenAi } from "@/tests/ai/fakes/openai";
import { expectAccessible } from "./accessible";
import { expect, test } from "./harness";

const FEMI = "/in/femi-adelakunrin/?practice=all";

/** The panel beside a person who has just been captured. */
async function panelBeside(device: Device, path = FEMI): Promise<Page> {
  const page = await device.open(path);
  await device.capture(page);
  const panel = await device.panel(page);
  await panel.bringToFront();
  await expect(panel.getByRole("button", { name: "Write" })).toBeVisible();
  return panel;
}

async function clipboard(device: Device, panel: Page): Promise<string> {
  await device.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return panel.evaluate(() => navigator.clipboard.readText());
}

const draftIn = (panel: Page) => panel.getByRole("textbox", { name: "Message" });

test("two keys lead from a profile to a copied message, filled with what was captured", async ({
  device,
}) => {
  const panel = await panelBeside(device);
  await panel.keyboard.press("m");
  await expect(draftIn(panel)).toHaveValue(/^Hi Femi, .* at Quillmoor Health\?/);
  await panel.keyboard.press("c");
  await expect(panel.getByText("Paste it there and press Send yourself")).toBeVisible();
  expect(await clipboard(device, panel)).toBe(await draftIn(panel).inputValue());
});

test("one key on a profile opens the panel on a draft: of somebody captured for it, kept already, and beside an open panel", async ({
  device,
}) => {
  const page = await device.open(FEMI);
  await device.command("write", page);
  const first = await device.panel(page);
  await expect(draftIn(first)).toHaveValue(/^Hi Femi, .* at Quillmoor Health\?/);
  expect(await device.rows("people")).toHaveLength(1);
  await first.close();

  await device.command("write", page);
  const panel = await device.panel(page);
  await panel.bringToFront();
  await expect(draftIn(panel)).toHaveValue(/^Hi Femi/);
  await panel.keyboard.press("Escape");
  await expect(panel.getByRole("button", { name: "Write" })).toBeVisible();
  await device.command("write", page);
  await expect(draftIn(panel)).toHaveValue(/^Hi Femi/);
});

test("an old wish to write opens no draft, and one for another tab neither", async ({ device }) => {
  const panel = await panelBeside(device);
  const [{ id } = { id: "" }] = await device.rows("people");
  const tabId = Number(new URL(panel.url()).searchParams.get("tab"));
  for (const wish of [
    { tabId, personId: id, at: Date.now() - 60_000 },
    { tabId: tabId + 1, personId: id, at: Date.now() },
  ]) {
    await panel.evaluate((given) => chrome.storage.session.set({ "wish.write": given }), wish);
    await panel.reload();
    await expect(panel.getByRole("button", { name: "Write" })).toBeVisible();
    await expect(draftIn(panel)).toBeHidden();
  }
});

test("a claim that no record carries holds the copy back until it was seen, with three keys more", async ({
  device,
}) => {
  const panel = await panelBeside(device);
  await panel.keyboard.press("m");
  await draftIn(panel).fill("Hi Femi, we met at Zorkford in 1999.");
  await expect(panel.getByText("“Zorkford” stands nowhere in your notebook.")).toBeVisible();
  await expect(panel.getByText("“1999” stands nowhere in your notebook.")).toBeVisible();
  await draftIn(panel).blur();

  await panel.keyboard.press("c");
  await expect(panel.getByRole("button", { name: "I have looked" })).toBeFocused();
  await expect(panel.getByText("Paste it there")).toBeHidden();
  await panel.keyboard.press("Enter");
  await expect(panel.getByText("Paste it there")).toBeVisible();
  expect(await clipboard(device, panel)).toBe("Hi Femi, we met at Zorkford in 1999.");
});

test("a fact says where it stands, to the pointer and to the keyboard", async ({ device }) => {
  const panel = await panelBeside(device);
  await panel.keyboard.press("m");
  const fact = panel.getByRole("button", {
    name: /^Quillmoor Health\. Femi Adelakunrin · Company/,
  });
  await fact.focus();
  await expect(panel.getByRole("tooltip")).toContainText("Read from the page");
  await fact.blur();
  await expect(panel.getByRole("tooltip")).toBeHidden();

  await panel.locator("[data-mark]", { hasText: "Quillmoor Health" }).hover({ force: true });
  await expect(panel.getByRole("tooltip")).toContainText("Femi Adelakunrin · Company");
});

test("what was typed is there again after the panel was closed at once", async ({ device }) => {
  const page = await device.open(FEMI);
  await device.capture(page);
  const first = await device.panel(page);
  await first.getByRole("button", { name: "Write" }).click();
  await draftIn(first).fill("Half a thou");
  await first.close();

  const second = await device.panel(page);
  await second.getByRole("button", { name: "Write" }).click();
  await expect(draftIn(second)).toHaveValue("Half a thou");
  await expect
    .poll(() => device.rows("messages"))
    .toMatchObject([{ status: "draft", content: "Half a thou" }]);
});

test("a clipboard that refuses leaves the text selected, a sentence, and the draft kept", async ({
  device,
}) => {
  const panel = await panelBeside(device);
  await panel.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await panel.keyboard.press("m");
  await expect(draftIn(panel)).toHaveValue(/Femi/);
  await panel.keyboard.press("c");
  await expect(panel.getByRole("alert")).toContainText("It is selected now; press Ctrl+C");
  await expect(draftIn(panel)).toBeFocused();
  const selected = await draftIn(panel).evaluate((box: HTMLTextAreaElement) =>
    box.value.slice(box.selectionStart, box.selectionEnd),
  );
  expect(selected).toBe(await draftIn(panel).inputValue());
  await expect.poll(() => device.rows("messages")).toMatchObject([{ status: "draft" }]);
});

test("one key marks it as sent, and Undo takes that back", async ({ device }) => {
  const panel = await panelBeside(device);
  await panel.keyboard.press("m");
  await expect(draftIn(panel)).toHaveValue(/Femi/);
  await panel.keyboard.press("s");
  await expect(panel.getByText("Marked as sent to Femi Adelakunrin.")).toBeVisible();
  expect(await device.rows("messages")).toMatchObject([{ status: "sent", channel: "linkedIn" }]);
  expect(await device.rows("interactions")).toMatchObject([{ type: "message", direction: "sent" }]);
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => device.rows("interactions")).toEqual([]);
  await expect.poll(() => device.rows("messages")).toMatchObject([{ status: "draft" }]);
});

test("a template is found by its name and by what one wants to say, and a snippet by its slash", async ({
  device,
}) => {
  const panel = await panelBeside(device);
  await panel.keyboard.press("m");
  await expect(draftIn(panel)).toHaveValue(/Femi/);
  await panel.keyboard.press("p");
  const picker = panel.getByRole("combobox", { name: "Pick a template" });
  await picker.fill("congratulate on the promotion");
  const chosen = panel.getByRole("listbox").getByRole("option", { selected: true });
  await expect(chosen).toContainText("Congratulations on a new role");
  await panel.keyboard.press("Enter");
  await expect(draftIn(panel)).toHaveValue(/^Congratulations, Femi/);

  const desk = await device.screen("desk.html#templates");
  await desk.getByRole("button", { name: /^Thank you/ }).click();
  await desk.getByRole("textbox", { name: "Shortcut" }).fill("ty");
  await expect(desk.getByText("Saved", { exact: true })).toBeVisible();
  await panel.bringToFront();
  await draftIn(panel).fill("");
  await draftIn(panel).pressSequentially("/ty");
  await expect(panel.getByRole("option", { name: "/ty" })).toBeVisible();
  await panel.keyboard.press("Tab");
  await expect(draftIn(panel)).toHaveValue(/^Hi Femi, thank you for your time/);
});

test("a template on the desk shows its faults with their line, and reads on somebody real", async ({
  device,
}) => {
  await device.capture(await device.open(FEMI));
  const desk = await device.screen("desk.html#templates");
  await desk.getByRole("button", { name: "New template" }).click();
  await desk.getByRole("textbox", { name: "Name of the template" }).fill("Mine");
  const text = desk.getByRole("textbox", { name: "Message" });
  await text.fill("Hi {firstName},\n{if company}how is {zzz}?");
  await expect(
    desk.getByRole("button", { name: "Line 2: this “if” is never closed" }),
  ).toBeVisible();
  await expect(desk.getByRole("button", { name: "No variable is called “zzz”." })).toBeVisible();
  await text.fill("Hi {firstName}, how is {company|your work}? ");
  await desk.getByRole("button", { name: "Last topic" }).last().click();
  await expect(text).toHaveValue("Hi {firstName}, how is {company|your work}? {lastTopic}");
  const preview = desk.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("Hi Femi, how is Quillmoor Health?");
  await expect(preview).toContainText("Last topic is not known, so the text has a hole there.");
  await expect
    .poll(async () => (await device.rows("templates")).find(({ name }) => name === "Mine"))
    .toMatchObject({ content: "Hi {firstName}, how is {company|your work}? {lastTopic}" });
});

test("an AI is asked only after what leaves was shown, and what it wrote is held against the record", async ({
  device,
}) => {
  const server = await startOpenAi("ollama");
  const asked = () => server.seen.filter(({ method }) => method === "POST");
  // The name of this machine, which for all that is known is another's.
  const address = server.url.replace("127.0.0.1", "ai.localhost");
  try {
    const options = await device.screen("options.html#ai");
    const card = options.getByRole("region", { name: "Own address" });
    await card.getByRole("button", { name: "Set up" }).click();
    const box = card.getByRole("textbox", { name: "Address", exact: true });
    await box.fill("nothing of the kind");
    await card.getByRole("button", { name: "Check and keep" }).click();
    await expect(options.getByRole("alert")).toContainText("The provider cannot be reached");
    await box.fill(`${address}/v1`);
    await card.getByRole("button", { name: "Check and keep" }).click();
    await expect(card.getByText("In use")).toBeVisible();

    const panel = await panelBeside(device);
    await panel.keyboard.press("m");
    const mine = "Hi Femi, call me on +33 1 00 00 00 00.";
    await draftIn(panel).fill(mine);
    await panel.getByRole("button", { name: "Warmer" }).click();
    const question = panel.getByRole("dialog", { name: "This will leave your device" });
    await expect(question).toContainText("ai.localhost");
    await expect(question).toContainText("Hi Femi, call me on [phone 1].");
    await question.getByRole("button", { name: "Do not send" }).click();
    await expect(draftIn(panel)).toHaveValue(mine);
    expect(asked()).toEqual([]);

    server.model.next.push({
      do: "say",
      text: '{"subject": null, "text": "Dear Femi, do call: [phone 1]. Greetings from Zorkford."}',
    });
    await panel.getByRole("button", { name: "Warmer" }).click();
    await question.getByRole("button", { name: "Agree" }).click();
    await expect(draftIn(panel)).toHaveValue(/\+33 1 00 00 00 00. Greetings from Zorkford/);
    await expect(panel.getByText("“Zorkford” stands nowhere in your notebook.")).toBeVisible();
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.text).not.toContain("00 00 00");

    await panel.getByRole("button", { name: "What left last" }).click();
    await expect(panel.getByRole("dialog")).toContainText("[phone 1]");
    await panel.keyboard.press("Escape");

    server.model.next.push({ do: "fail", status: 401 });
    await panel.getByRole("button", { name: "Warmer" }).click();
    await expect(panel.getByRole("alert")).toContainText("The provider refused the key");
    await expect(draftIn(panel)).toHaveValue(/Zorkford/);
    await expect(options.getByRole("cell", { name: "Warmer" })).toBeVisible();
  } finally {
    await server.close();
  }
});

test("writing, templates and AI settings pass WCAG 2.2 AA", async ({ device }) => {
  const panel = await panelBeside(device);
  await panel.setViewportSize({ width: 320, height: 720 });
  await panel.keyboard.press("m");
  await draftIn(panel).fill("Hi Femi, we met at Zorkford.");
  await panel.getByRole("button", { name: "Variants" }).click();
  await expect(panel.getByText("“Zorkford” stands nowhere in your notebook.")).toBeVisible();
  await expectAccessible(panel, "writing");
  await draftIn(panel).blur();
  await panel.keyboard.press("p");
  await expect(panel.getByRole("combobox", { name: "Pick a template" })).toBeVisible();
  await expectAccessible(panel, "picking a template");

  const desk = await device.screen("desk.html#templates");
  await desk.getByRole("button", { name: /^Interview invitation/ }).click();
  await expect(desk.getByRole("region", { name: "Preview" })).toContainText("Femi");
  await expectAccessible(desk, "templates");

  const options = await device.screen("options.html#ai");
  await options.getByRole("button", { name: "Set up" }).first().click();
  await expectAccessible(options, "AI settings");
});
