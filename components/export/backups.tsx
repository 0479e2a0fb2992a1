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

type Props = { port: BackupPort; onRestore: (file: File) => void };

/** Making a backup, and those that were made. */
export function Backups({ port, onRestore }: Props) {
  const queries = useQueryClient();
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
      <KeptBackups port={port} onRestore={onRestore} none={i18n.t("export.backupsNone")} />
    </section>
  );
}

/** The backups on this device: the newest first, each to be saved elsewhere or brought back. Also where the notebook is empty. */
export function KeptBackups({
  port,
  onRestore,
  title,
  none,
}: Props & { title?: string; none?: string }) {
  const { data: files } = useQuery({ queryKey: ["_backups"], queryFn: () => port.list() });
  if (files?.length === 0 && none !== undefined) {
    return <p className="text-sm text-ink-faint">{none}</p>;
  }
  if (!files || files.length === 0) return null;
  return (
    <>
      {title !== undefined && <h3 className="pb-2 text-sm font-medium">{title}</h3>}
      <ul
        aria-label={i18n.t("export.backups")}
        className="divide-y rounded-lg border bg-surface text-sm"
      >
        {files.map(({ name, at, bytes }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <span className="flex-1 basis-32">
              <Moment at={at} />
            </span>
            <span className="text-ink-faint tabular-nums">{bytesText(bytes)}</span>
            <span className="flex gap-2">
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
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
