import { i18n } from "#i18n";
import { OpenNotebook } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { useReadOnly } from "@/components/ui/read-only";
import type { UnreadFile } from "@/lib/import/source";
import { ChooseFile } from "./drop-area";
import { problemText } from "./words";

/** Before a file is there: what may be dropped, and how to come by LinkedIn's export. */
export function Start({
  refused,
  onFiles,
}: {
  /** Files dropped just now that cannot be read. */
  refused: readonly UnreadFile[];
  onFiles: (files: readonly File[]) => void;
}) {
  const why = useReadOnly("people");
  return (
    <div className="mx-auto grid max-w-160 gap-4 px-4 pb-8">
      <EmptyState
        drawing={<OpenNotebook />}
        title={i18n.t("import.drop")}
        {...(why === undefined && { action: <ChooseFile onFiles={onFiles} /> })}
      >
        {why ?? i18n.t("import.dropMore")}
      </EmptyState>
      {refused.length > 0 && (
        <Notice tone="brick" urgent title={i18n.t("import.nothingRead")}>
          <RefusedFiles files={refused} />
        </Notice>
      )}
      <section aria-labelledby="import-how" className="grid gap-2">
        <h3 id="import-how" className="text-sm font-medium">
          {i18n.t("import.howTitle")}
        </h3>
        <ol className="grid list-decimal gap-1 pl-5 text-sm text-ink-soft marker:text-ink-faint">
          <li>{i18n.t("import.how1")}</li>
          <li>{i18n.t("import.how2")}</li>
          <li>{i18n.t("import.how3")}</li>
        </ol>
      </section>
    </div>
  );
}

export function RefusedFiles({ files }: { files: readonly UnreadFile[] }) {
  return (
    <ul className="grid gap-1">
      {files.map(({ path, problem, detail }) => (
        <li key={path}>
          <span className="font-medium break-all text-ink">{path}</span>{" "}
          {problemText(problem, detail)}
        </li>
      ))}
    </ul>
  );
}
