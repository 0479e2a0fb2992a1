import { EllipsisVertical, FileText } from "lucide-react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Menu } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import type { MessageForm } from "@/lib/messaging/limits";
import { saveAccount } from "@/lib/messaging/store/facts";
import { useAccount, useRecentJobs } from "./queries";
import type { SaveState, Sheet } from "./use-draft";
import { formOptions, languageWord } from "./words";

const LANGUAGES = ["en", "fr"];

/** What is written, in which language, about which job, from which template. */
export function DraftHead({
  sheet,
  state,
  isBegun,
  onChoose,
  onPick,
  onDiscard,
}: {
  sheet: Sheet;
  state: SaveState;
  isBegun: boolean;
  onChoose: (change: { form?: MessageForm; language?: string; jobId?: string | undefined }) => void;
  onPick: () => void;
  onDiscard: () => void;
}) {
  const account = useAccount();
  const jobs = useRecentJobs();
  const languages = LANGUAGES.includes(sheet.language) ? LANGUAGES : [...LANGUAGES, sheet.language];
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={i18n.t("messaging.form")}
          value={sheet.form}
          options={formOptions()}
          onPick={(form) => onChoose({ form: form as MessageForm })}
        />
        <Select
          label={i18n.t("messaging.language")}
          value={sheet.language}
          options={languages.map((value) => ({ value, label: languageWord(value) }))}
          onPick={(language) => onChoose({ language })}
        />
        {jobs.length > 0 && (
          <Select
            label={i18n.t("messaging.job")}
            className="w-36"
            value={sheet.jobId ?? ""}
            options={[
              { value: "", label: i18n.t("messaging.noJob") },
              ...jobs.map(({ id, title, companyName }) => ({
                value: id,
                label: [title, companyName].filter(Boolean).join(" · "),
              })),
            ]}
            onPick={(id) => onChoose({ jobId: id || undefined })}
          />
        )}
        <p role="status" className="ml-auto text-xs text-ink-faint">
          <StateText state={state} isBegun={isBegun} />
        </p>
        <Menu
          trigger={
            <IconButton size="icon-sm" label={i18n.t("common.actions")}>
              <EllipsisVertical aria-hidden="true" />
            </IconButton>
          }
          entries={[
            {
              kind: "choice",
              label: i18n.t("messaging.account.label"),
              value: account,
              options: [
                { value: "free", label: i18n.t("messaging.account.free") },
                { value: "premium", label: i18n.t("messaging.account.premium") },
              ],
              onChange: (value) => void saveAccount(value === "premium" ? "premium" : "free"),
            },
            { kind: "line" },
            { kind: "item", label: i18n.t("messaging.discard"), onSelect: onDiscard },
          ]}
        />
      </div>
      <Button
        className="justify-start"
        aria-keyshortcuts="p"
        aria-haspopup="listbox"
        onClick={onPick}
      >
        <FileText aria-hidden="true" className="text-ink-faint" />
        <span className="min-w-0 flex-1 truncate text-left font-normal">
          {sheet.template?.name ?? i18n.t("messaging.pick")}
        </span>
        <Kbd keys="p" />
      </Button>
    </div>
  );
}

function StateText({ state, isBegun }: { state: SaveState; isBegun: boolean }) {
  if (state.is === "typing") return i18n.t("notes.saving");
  if (state.is === "saved") return <span className="text-moss">{i18n.t("messaging.kept")}</span>;
  if (state.is === "failed")
    return (
      <span className="text-brick">
        {state.why} {i18n.t("notes.kept")}
      </span>
    );
  return isBegun ? i18n.t("messaging.begun") : null;
}
