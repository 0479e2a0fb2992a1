import { Download, Plus, Upload } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { language as screenLanguage } from "@/components/ui/locale";
import { useReadOnly } from "@/components/ui/read-only";
import { useMedia } from "@/components/ui/use-media";
import {
  findTemplates,
  orderTemplates,
  templateEntry,
  type TemplateOrder,
  type TemplateQuery,
} from "@/lib/messaging/template-search";
import { newTemplate, openFile, saveAll } from "./template-acts";
import { TemplateEditor } from "./template-editor";
import { TemplateFilters } from "./template-filters";
import { TemplateList } from "./template-list";
import { useTemplates, useTemplateStats } from "./queries";
import type { KnownPerson } from "./person-picker";
import { PlaceHead } from "@/components/ui/place-head";

/** Every template, found as one types, with what became of it; beside it the one that is being written. */
export default function TemplateLibrary({
  people,
  openId,
  onOpen,
}: {
  people: readonly KnownPerson[];
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
}) {
  const [query, setQuery] = useState<TemplateQuery>({ text: "" });
  const templates = useTemplates(query.language ?? screenLanguage());
  const stats = useTemplateStats();
  const why = useReadOnly("templates");
  const file = useRef<HTMLInputElement>(null);
  const isWide = useMedia("(min-width: 64rem)");
  const entries = useMemo(() => (templates ?? []).map(templateEntry), [templates]);
  const [order, setOrder] = useState<TemplateOrder>();
  const found = useMemo(() => {
    const fitting = findTemplates(entries, query);
    return order && stats ? orderTemplates(fitting, order, stats) : fitting;
  }, [entries, query, order, stats]);
  const open = templates?.find(({ id }) => id === openId);

  return (
    <section aria-labelledby="templates" className="flex min-h-0 min-w-0 flex-1">
      {(isWide || !open) && (
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <PlaceHead id="templates" title={i18n.t("messaging.templates")} count={found.length}>
            <Button
              variant="primary"
              disabled={why !== undefined}
              title={why}
              onClick={() => void newTemplate(query, onOpen)}
            >
              <Plus aria-hidden="true" />
              {i18n.t("messaging.library.add")}
            </Button>
            <Button disabled={why !== undefined} title={why} onClick={() => file.current?.click()}>
              <Upload aria-hidden="true" />
              {i18n.t("messaging.library.import")}
            </Button>
            <Button onClick={() => void saveAll()}>
              <Download aria-hidden="true" />
              {i18n.t("messaging.library.export")}
            </Button>
            <input
              ref={file}
              type="file"
              accept="application/json,.json"
              className="hidden"
              aria-label={i18n.t("messaging.library.import")}
              onChange={(event) => {
                void openFile(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </PlaceHead>
          <TemplateFilters query={query} order={order} onQuery={setQuery} onOrder={setOrder} />
          {found.length > 0 && (
            <TemplateList
              entries={found}
              stats={stats}
              openId={openId}
              onOpen={(id) => onOpen(id)}
            />
          )}
          {templates && found.length === 0 && (
            <EmptyState
              drawing={<LookingGlass />}
              title={i18n.t("messaging.library.none")}
              action={
                <Button onClick={() => setQuery({ text: "" })}>{i18n.t("list.clear")}</Button>
              }
            />
          )}
        </div>
      )}
      {open && (
        <TemplateEditor
          key={open.id}
          template={open}
          templates={templates ?? []}
          stats={stats?.get(open.id)}
          people={people}
          onOpen={onOpen}
        />
      )}
    </section>
  );
}
