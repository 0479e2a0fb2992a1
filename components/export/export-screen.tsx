import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "#i18n";
import { EmptyState } from "@/components/ui/empty-state";
import { OpenNotebook } from "@/components/ui/drawings";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { sentenceOf } from "@/components/ui/sentences";
import { language } from "@/components/ui/locale";
import type { CsvDialect } from "@/lib/export/csv";
import type { BackupPort, ExportPort } from "@/lib/export/export-port";
import type { TableName } from "@/lib/model/tables";
import { Backups, KeptBackups } from "./backups";
import { Format } from "./format";
import { useExport } from "./use-export";

/** The notebook in open formats, and the backups of it. */
export function ExportScreen({
  port,
  backups,
  hasOwnProfile,
  onRestore,
}: {
  port: ExportPort;
  backups: BackupPort;
  /** Whether the notebook holds its owner: without, there is no résumé to write. */
  hasOwnProfile: boolean;
  /** Hands the file of a backup to the import. */
  onRestore: (file: File) => void;
}) {
  const { now, write, stop } = useExport(port);
  const [dialect, setDialect] = useState<CsvDialect>(language() === "fr" ? "excel" : "comma");
  const counts = useQuery({ queryKey: ["people", "export"], queryFn: () => port.counts() });
  if (!counts.data) return null;
  const tables = Object.keys(counts.data) as TableName[];
  if (tables.length === 0) {
    return (
      <div className="mx-auto max-w-160 px-4 pb-4">
        <EmptyState drawing={<OpenNotebook />} title={i18n.t("export.empty")} />
        <KeptBackups port={backups} onRestore={onRestore} title={i18n.t("export.backups")} />
      </div>
    );
  }
  const isBusy = now.step === "writing";
  const busy = (kind: string) => (isBusy && now.kind === kind ? now : undefined);

  return (
    <div className="mx-auto grid max-w-160 grid-cols-[minmax(0,1fr)] gap-4 px-4 py-4">
      <p className="text-sm text-ink-soft">{i18n.t("export.lead")}</p>
      <div role="status" className="empty:hidden">
        {now.step === "saved" && <Notice tone="moss">{i18n.t("export.made", [now.name])}</Notice>}
      </div>
      {now.step === "failed" && (
        <Notice tone="brick" urgent title={i18n.t("export.failed")}>
          {sentenceOf(now.error)}
        </Notice>
      )}
      <ul className="divide-y rounded-lg border bg-surface">
        <Format
          title={i18n.t("export.csv")}
          more={i18n.t("export.csvMore")}
          isDisabled={isBusy}
          writing={busy("csv")}
          onStop={stop}
          onMake={() => void write({ kind: "csv", dialect, tables })}
        >
          <label className="flex flex-wrap items-center gap-2 text-sm">
            {i18n.t("export.csvFor")}
            <Select
              value={dialect}
              options={[
                { value: "comma", label: i18n.t("export.csvComma") },
                { value: "excel", label: i18n.t("export.csvExcel") },
              ]}
              onPick={(value) => setDialect(value as CsvDialect)}
            />
          </label>
        </Format>
        <Format
          title={i18n.t("export.json")}
          more={i18n.t("export.jsonMore")}
          isDisabled={isBusy}
          writing={busy("json")}
          onStop={stop}
          onMake={() => void write({ kind: "json" })}
        />
        <Format
          title={i18n.t("export.sqlite")}
          more={i18n.t("export.sqliteMore")}
          isDisabled={isBusy}
          writing={busy("sqlite")}
          onStop={stop}
          onMake={() => void write({ kind: "sqlite" })}
        />
        <Format
          title={i18n.t("export.vcard")}
          more={i18n.t("export.vcardMore")}
          isDisabled={isBusy || !counts.data.people}
          writing={busy("vcard")}
          onStop={stop}
          onMake={() => void write({ kind: "vcard" })}
        />
        <Format
          title={i18n.t("export.resume")}
          more={i18n.t(hasOwnProfile ? "export.resumeMore" : "export.resumeNone")}
          isDisabled={isBusy || !hasOwnProfile}
          writing={busy("resume")}
          onStop={stop}
          onMake={() => void write({ kind: "resume" })}
        />
      </ul>
      <Backups port={backups} onRestore={onRestore} />
    </div>
  );
}
