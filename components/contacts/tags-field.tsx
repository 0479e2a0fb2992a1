import { Tag } from "lucide-react";
import { lazy, Suspense, useEffect, useState, type FocusEvent } from "react";
import { i18n } from "#i18n";
import { Chip } from "@/components/ui/chip";
import { useReadOnly } from "@/components/ui/read-only";
import type { KeptTable } from "@/lib/contacts/roster";
import { setTag } from "@/lib/contacts/store";
import { cleanTag, suggestTags } from "@/lib/contacts/tags";
import { useAllTagCounts } from "./queries";
import { write } from "./write";

const load = () => import("@/components/ui/tokens-input");
const TokensInput = lazy(load);

type TagsFieldProps = { table: KeptTable; id: string; tags: readonly string[] };

/** The tags of a row. Writing one needs more than showing them, and is fetched when asked for. */
export function TagsField({ table, id, tags }: TagsFieldProps) {
  const [isWriting, setWriting] = useState(false);
  const why = useReadOnly(table);
  useEffect(() => {
    // What one types after `t` must find its box.
    requestIdleCallback(() => void load());
  }, []);
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

  const still = (
    <div className="flex min-h-8 flex-wrap items-center gap-1 py-0.5 pl-2">
      <Tag aria-hidden="true" className="mr-1 size-3.5 text-ink-faint" />
      {tags.map((tag) => (
        <Chip
          key={tag}
          value={tag}
          removeLabel={i18n.t("tags.remove", [tag])}
          {...(why === undefined && { onRemove: () => remove(tag) })}
        />
      ))}
      <button
        type="button"
        aria-keyshortcuts="t"
        disabled={why !== undefined}
        title={why}
        onClick={() => setWriting(true)}
        className="h-6 rounded-sm px-1 text-sm text-ink-faint enabled:hover:bg-hover enabled:hover:text-ink disabled:opacity-55"
      >
        {i18n.t("tags.placeholder")}
      </button>
    </div>
  );
  if (!isWriting) return still;
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setWriting(false);
  };
  return (
    <div onBlur={onBlur}>
      <Suspense fallback={still}>
        <TagsWriting tags={tags} onAdd={add} onRemove={remove} />
      </Suspense>
    </div>
  );
}

function TagsWriting({
  tags,
  onAdd,
  onRemove,
}: {
  tags: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}) {
  const [text, setText] = useState("");
  const suggestions = suggestTags(useAllTagCounts(), tags, text);
  return (
    <TokensInput
      label={i18n.t("tags.label")}
      placeholder={i18n.t("tags.placeholder")}
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
      onAdd={onAdd}
      onRemove={onRemove}
    />
  );
}
