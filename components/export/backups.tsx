import { useQuery, useQueryClient } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { bytesText } from "@/components/ui/locale";
import { Moment } from "@/components/ui/moment";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { BackupPort } from "@/lib/export/export-port";
import { saveBlob } from "./save-blob";

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await say(sentenceOf(error));
  }
}

/** The backups on this device: the newest first, each to be saved elsewhere or brought back. */
export function Backups({
  port,
  onRestore,
}: {
  port: BackupPort;
  onRestore: (file: File) => void;
}) {
  const queries = useQueryClient();
  const files = useQuery({ queryKey: ["_backups"], queryFn: () => port.list() });
  const backUp = () =>
    attempt(async () => {
      await port.backUp();
      await queries.invalidateQueries({ queryKey: ["_backups"] });
      await say(i18n.t("export.backedUp"));
    });

  return (
    <section aria-labelledby="backups" className="grid gap-2">
      <header className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 id="backups" className="text-sm font-medium">
            {i18n.t("export.backups")}
          </h3>
          <p className="text-sm text-ink-soft">{i18n.t("export.backupsLead")}</p>
        </div>
        <Button onClick={() => void backUp()}>{i18n.t("export.backUpNow")}</Button>
      </header>
      {files.data?.length === 0 && (
        <p className="text-sm text-ink-faint">{i18n.t("export.backupsNone")}</p>
      )}
      {files.data && files.data.length > 0 && (
        <ul className="divide-y rounded-lg border bg-surface text-sm">
          {files.data.map(({ name, at, bytes }) => (
            <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <span className="flex-1 basis-32">
                <Moment at={at} />
              </span>
              <span className="text-ink-faint tabular-nums">{bytesText(bytes)}</span>
              <Button
                size="sm"
                onClick={() => void attempt(async () => saveBlob(name, await port.read(name)))}
              >
                {i18n.t("export.save")}
              </Button>
              <Button
                size="sm"
                onClick={() => void attempt(async () => onRestore(await port.read(name)))}
              >
                {i18n.t("export.restore")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
