import { builtWord } from "@/scripts/built-words";
import { fillDatabase } from "@/tests/ui/fill";
import { seedJobs } from "@/tests/ui/seed";
import { expect, test } from "./harness";

const word = (key: string) => builtWord(`jobSearch_${key}`);

test("an application goes its way from the job, the day's work and the list of all, and each step is kept", async ({
  device,
}) => {
  const panel = await device.screen("sidepanel.html");
  await expect(panel.locator("main")).toBeVisible();
  const [job, other] = seedJobs(2);
  await fillDatabase(panel, { table: "jobs", rows: [job!, other!] });
  const saved = {
    id: "0190b0c0-0000-7000-8000-000000000900",
    createdAt: new Date(Date.now() - 5 * 86_400_000).toISOString(),
    jobId: other!.id,
    direction: "sent",
    stage: "saved",
  };
  await fillDatabase(panel, { table: "applications", rows: [saved] });
  await panel.goto(`${panel.url().split("#")[0]}#jobs/${job!.id}`);
  await panel.reload();

  await panel.getByRole("button", { name: word("haveApplied") }).click();
  const card = panel.getByRole("region", { name: word("title") });
  await card.getByLabel(word("stage")).selectOption("interview");
  await expect(card.getByRole("list", { name: word("history") })).toContainText(
    word("stages_applied"),
  );
  await expect(card.getByRole("list", { name: word("history") }).getByRole("listitem")).toHaveCount(
    2,
  );
  await panel.keyboard.press("Escape");

  // Done with applying is having applied.
  await panel.goto(`${panel.url().split("#")[0]}#today`);
  await expect(panel.getByRole("heading", { name: other!.title })).toBeHidden();
  await panel.getByRole("button", { name: builtWord("due_applied") }).click();
  await expect(panel.getByRole("heading", { name: builtWord("due_quiet") })).toBeVisible();

  const desk = await device.screen("desk.html#applications");
  const applied = desk.getByRole("region", { name: word("stages_applied") });
  await expect(applied).toContainText(other!.title);
  await expect(desk.getByRole("region", { name: word("stages_interview") })).toContainText(
    job!.title,
  );
  await applied.getByLabel(word("stage")).selectOption("rejected");
  await expect(desk.getByRole("region", { name: word("stages_rejected") })).toContainText(
    other!.title,
  );
  await desk.keyboard.press("u");
  await expect(applied).toContainText(other!.title);
});
