import { ArrowDownUp, Search, Tag, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { numberText } from "@/components/ui/locale";
import { Menu } from "@/components/ui/menu";
import type { Order, Query } from "@/lib/contacts/search";
import { useAllTagCounts } from "./queries";

/** Search, tag filter and order of a list. */
export function ListTools({
  query,
  onQuery,
  onEnterList,
  orders,
}: {
  query: Query;
  onQuery: (query: Query) => void;
  onEnterList: () => void;
  orders: readonly Order[];
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" || (event.key === "Enter" && !event.nativeEvent.isComposing)) {
      event.preventDefault();
      onEnterList();
    }
    if (event.key === "Escape") {
      if (query.text === "") event.currentTarget.blur();
      else onQuery({ ...query, text: "" });
    }
  };
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-1">
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-faint"
          />
          <input
            type="search"
            aria-keyshortcuts="/"
            aria-label={i18n.t("list.search")}
            placeholder={i18n.t("list.search")}
            value={query.text}
            onChange={(event) => onQuery({ ...query, text: event.target.value })}
            onKeyDown={onKeyDown}
            className="peer h-8 w-full rounded-md border border-line-strong bg-surface pr-8 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden"
          />
          {query.text === "" && (
            <Kbd
              keys="/"
              className="pointer-events-none absolute top-1.5 right-2 peer-focus:hidden"
            />
          )}
        </div>
        <TagFilter query={query} onQuery={onQuery} />
        {orders.length > 0 && (
          <Menu
            trigger={
              <IconButton label={i18n.t("list.order")}>
                <ArrowDownUp aria-hidden="true" />
              </IconButton>
            }
            entries={[
              {
                kind: "choice",
                label: i18n.t("list.order"),
                value: query.order,
                options: orders.map((value) => ({ value, label: i18n.t(`list.by.${value}`) })),
                onChange: (order) =>
                  onQuery({ ...query, order: orders.find((one) => one === order) ?? query.order }),
              },
            ]}
          />
        )}
      </div>
      {query.tags.length > 0 && (
        <ul aria-label={i18n.t("list.filteredBy")} className="flex flex-wrap gap-1">
          {query.tags.map((tag) => (
            <li key={tag}>
              <Button
                size="sm"
                aria-label={i18n.t("tags.unfilter", [tag])}
                onClick={() => onQuery({ ...query, tags: query.tags.filter((one) => one !== tag) })}
              >
                {tag}
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function TagFilter({ query, onQuery }: { query: Query; onQuery: (query: Query) => void }) {
  const counts = useAllTagCounts();
  if (counts.length === 0) return null;
  const toggle = (tag: string, isOn: boolean) =>
    onQuery({
      ...query,
      tags: isOn ? [...query.tags, tag] : query.tags.filter((one) => one !== tag),
    });
  return (
    <Menu
      trigger={
        <IconButton label={i18n.t("list.filterByTag")}>
          <Tag aria-hidden="true" />
        </IconButton>
      }
      entries={counts.map(({ tag, count }) => ({
        kind: "check",
        label: tag,
        hint: numberText(count),
        isOn: query.tags.includes(tag),
        onChange: (isOn) => toggle(tag, isOn),
      }))}
    />
  );
}
