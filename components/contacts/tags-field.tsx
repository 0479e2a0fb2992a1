import { useState } from "react";
import { i18n } from "#i18n";
import { TokensInput } from "@/components/ui/tokens-input";
import type { RosterTable } from "@/lib/contacts/roster";
import { setTag } from "@/lib/contacts/store";
import { cleanTag, suggestTags } from "@/lib/contacts/tags";
import { useAllTagCounts } from "./queries";
import { write } from "./write";

export function TagsField({
  table,
  id,
  tags,
}: {
  table: RosterTable;
  id: string;
  tags: readonly string[];
}) {
  const [text, setText] = useState("");
  const known = useAllTagCounts();
  const suggestions = suggestTags(known, tags, text);

  const add = (typed: string) => {
    const tag = cleanTag(typed);
    if (tag === "" || tags.includes(tag)) return;
    void write(() => setTag(table, [id], tag, true), { kind: "tag" });
  };
  const remove = (tag: string) =>
    void write(() => setTag(table, [id], tag, false), {
      kind: "tag",
      told: i18n.t("tags.removed", [tag]),
    });

  return (
    <TokensInput
      shortcut="t"
      label={i18n.t("tags.label")}
      placeholder={tags.length === 0 ? i18n.t("tags.placeholder") : ""}
      values={tags}
      text={text}
      suggestions={suggestions.map(({ tag, isNew, count }) => ({
        value: tag,
        isNew,
        ...(!isNew && { hint: String(count) }),
      }))}
      removeLabel={(tag) => i18n.t("tags.remove", [tag])}
      createLabel={(tag) => i18n.t("tags.create", [tag])}
      onText={setText}
      onAdd={add}
      onRemove={remove}
    />
  );
}
