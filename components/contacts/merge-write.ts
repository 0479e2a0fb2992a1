import { i18n } from "#i18n";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { Choices } from "@/lib/contacts/merging/plan-merge";
import type { MergedTable } from "@/lib/contacts/merging/references";
import { mergeRows, tellApart, undoMerge } from "@/lib/contacts/store/merges";
import type { Likeness } from "@/lib/model/merge";
import { write } from "./write";

export type Pair = {
  tbl: MergedTable;
  ids: readonly [string, string];
  because?: Likeness;
};

/** True when the two are one now. The Undo beside the word is the one that waits in the list for a month. */
export async function mergePair({ tbl, ids, because }: Pair, choices: Choices): Promise<boolean> {
  try {
    const wish = { tbl, ids, by: "person" as const, ...(because && { because }), choices };
    const id = await mergeRows(wish);
    if (id === undefined) {
      await say(i18n.t("merge.gone"));
      return false;
    }
    void say(i18n.t("merge.merged"), {
      label: i18n.t("common.undo"),
      onClick: () => void undoPair(id),
    });
    return true;
  } catch (error) {
    void say(sentenceOf(error));
    return false;
  }
}

export async function undoPair(id: string): Promise<void> {
  try {
    const isUndone = await undoMerge(id);
    await say(i18n.t(isUndone ? "merge.undone" : "undo.nothing"));
  } catch (error) {
    await say(sentenceOf(error));
  }
}

export function keepApart({ tbl, ids }: Pair): Promise<boolean> {
  return write(() => tellApart(tbl, ids), { kind: "apart", told: i18n.t("merge.toldApart") });
}
