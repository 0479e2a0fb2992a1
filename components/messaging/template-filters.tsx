import { Search } from "lucide-react";
import { i18n } from "#i18n";
import { Select } from "@/components/ui/select";
import {
  TEMPLATE_ORDERS,
  type TemplateOrder,
  type TemplateQuery,
} from "@/lib/messaging/template-search";
import { categoryOptions } from "./template-words";
import { formOptions, languageWord } from "./words";

const LANGUAGES = ["en", "fr"];

export function TemplateFilters({
  query,
  order,
  onQuery,
  onOrder,
}: {
  query: TemplateQuery;
  order: TemplateOrder | undefined;
  onQuery: (query: TemplateQuery) => void;
  onOrder: (order: TemplateOrder | undefined) => void;
}) {
  /** A choice, or none: the field is left out then. */
  const narrow = (field: keyof TemplateQuery, value: string) => {
    const { [field]: _was, ...rest } = query;
    onQuery({ ...rest, text: query.text, ...(value !== "" && { [field]: value }) });
  };
  return (
    <div className="grid grid-cols-2 items-center gap-2 border-b px-3 py-2 sm:flex sm:flex-wrap">
      <div className="relative min-w-40 flex-1 max-sm:col-span-2">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-faint"
        />
        <input
          type="search"
          aria-keyshortcuts="/"
          aria-label={i18n.t("messaging.library.search")}
          placeholder={i18n.t("messaging.library.search")}
          value={query.text}
          onChange={(event) => onQuery({ ...query, text: event.target.value })}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
          className="h-8 w-full rounded-md border border-line-strong bg-surface pr-2 pl-8 text-sm"
        />
      </div>
      <Select
        label={i18n.t("messaging.form")}
        value={query.form ?? ""}
        options={[{ value: "", label: i18n.t("messaging.library.anyForm") }, ...formOptions()]}
        onPick={(value) => narrow("form", value)}
      />
      <Select
        label={i18n.t("messaging.category")}
        value={query.category ?? ""}
        options={[
          { value: "", label: i18n.t("messaging.library.anyCategory") },
          ...categoryOptions(),
        ]}
        onPick={(value) => narrow("category", value)}
      />
      <Select
        label={i18n.t("messaging.language")}
        value={query.language ?? ""}
        options={[
          { value: "", label: i18n.t("messaging.library.anyLanguage") },
          ...LANGUAGES.map((value) => ({ value, label: languageWord(value) })),
        ]}
        onPick={(value) => narrow("language", value)}
      />
      <Select
        label={i18n.t("messaging.library.order")}
        value={order ?? ""}
        options={[
          { value: "", label: i18n.t("messaging.library.orders.name") },
          ...TEMPLATE_ORDERS.map((value) => ({
            value,
            label: i18n.t(`messaging.library.orders.${value}`),
          })),
        ]}
        onPick={(value) => onOrder(TEMPLATE_ORDERS.find((one) => one === value))}
      />
      <label className="flex h-8 items-center gap-1.5 text-sm text-ink-soft max-sm:col-span-2">
        <input
          type="checkbox"
          checked={query.all ?? false}
          onChange={(event) => {
            const { all: _was, ...rest } = query;
            onQuery(event.target.checked ? { ...rest, all: true } : rest);
          }}
        />
        {i18n.t("messaging.library.putAway")}
      </label>
    </div>
  );
}
