import { i18n } from "#i18n";
import { dayText } from "@/components/ui/moment";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { Saved } from "@/lib/data/save";
import type { Due } from "@/lib/messaging/due/due";
import { finishDue, setMayContact, snoozeDue, type Touched } from "@/lib/messaging/store/due";
import { tellDone } from "../tell";
import { titleOf } from "./reason-text";

type Whom = { name: string | undefined; personId?: string | undefined };

/** Each with what it is called where only its row is left. */
export function touched(dues: readonly Due[], name: string | undefined): Touched[] {
  return dues.map((due) => ({ due, title: titleOf(due, name) }));
}

export function finish(dues: readonly Due[], { name }: Whom, status: "done" | "skipped") {
  return act(
    () => finishDue(touched(dues, name), status),
    i18n.t(status === "done" ? "due.toldDone" : "due.toldSkipped", [name ?? ""]),
  );
}

export function snooze(dues: readonly Due[], { name }: Whom, until: string) {
  return act(
    () => snoozeDue(touched(dues, name), until),
    i18n.t("due.toldSnoozed", [dayText(until)]),
  );
}

export function never({ name, personId }: Whom) {
  if (personId === undefined) return Promise.resolve(false);
  return act(() => setMayContact(personId, false), i18n.t("due.toldNever", [name ?? ""]));
}

/** Writes, says so with the way back, and says what went wrong. True when it was saved. */
export async function act(run: () => Promise<Saved>, told: string): Promise<boolean> {
  try {
    const { undo } = await run();
    tellDone(told, { kind: "task", edits: undo });
    return true;
  } catch (error) {
    await say(sentenceOf(error));
    return false;
  }
}
