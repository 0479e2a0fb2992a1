import { Command } from "cmdk";
import {
  Briefcase,
  Building2,
  ClipboardList,
  CircleHelp,
  FileText,
  FolderInput,
  FolderOutput,
  HeartHandshake,
  Inbox,
  Moon,
  RefreshCw,
  Search,
  Send,
  Settings,
  Sun,
  Undo2,
  Users,
  UsersRound,
} from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import { i18n } from "#i18n";
import { keepTheme } from "@/components/account/theme";
import { undo } from "@/components/contacts/write";
import { Dialog } from "@/components/ui/dialog";
import { Monogram } from "@/components/ui/monogram";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { fold } from "@/lib/contacts/fold";
import type { Entry } from "@/lib/contacts/roster";
import { search } from "@/lib/contacts/search";
import { bridge } from "@/lib/platform/bridge";
import type { Place } from "./place";

const MOST = 8;

type Deed = { label: string; icon: ReactNode; act: () => void };

/** One box for everything: a person, a job, or something to do. */
export default function Palette({
  entries,
  onClose,
  onGo,
  onHelp,
  onSettings,
}: {
  entries: readonly Entry[];
  onClose: () => void;
  onGo: (place: Place) => void;
  onHelp: () => void;
  onSettings: (part: "" | "#account") => void;
}) {
  const [text, setText] = useState("");
  const found = useMemo(
    () =>
      text.trim() === ""
        ? []
        : search(entries, { text, tags: [], order: "saved" }).entries.slice(0, MOST),
    [entries, text],
  );
  const deeds: Deed[] = [
    { label: i18n.t("due.title"), icon: <Send />, act: () => onGo({ view: "today" }) },
    { label: i18n.t("inbox.title"), icon: <Inbox />, act: () => onGo({ view: "inbox" }) },
    {
      label: i18n.t("relations.title"),
      icon: <HeartHandshake />,
      act: () => onGo({ view: "relations" }),
    },
    { label: i18n.t("palette.people"), icon: <Users />, act: () => onGo({ view: "people" }) },
    { label: i18n.t("palette.jobs"), icon: <Briefcase />, act: () => onGo({ view: "jobs" }) },
    {
      label: i18n.t("companies.title"),
      icon: <Building2 />,
      act: () => onGo({ view: "companies" }),
    },
    {
      label: i18n.t("jobSearch.applications"),
      icon: <ClipboardList />,
      act: () => onGo({ view: "applications" }),
    },
    { label: i18n.t("merge.place"), icon: <UsersRound />, act: () => onGo({ view: "merge" }) },
    {
      label: i18n.t("messaging.templates"),
      icon: <FileText />,
      act: () => onGo({ view: "templates" }),
    },
    { label: i18n.t("import.title"), icon: <FolderInput />, act: () => onGo({ view: "import" }) },
    { label: i18n.t("export.title"), icon: <FolderOutput />, act: () => onGo({ view: "export" }) },
    { label: i18n.t("palette.sync"), icon: <RefreshCw />, act: () => void syncNow() },
    { label: i18n.t("keys.undo"), icon: <Undo2 />, act: () => void undo() },
    { label: i18n.t("palette.light"), icon: <Sun />, act: () => void keepTheme("light") },
    { label: i18n.t("palette.dark"), icon: <Moon />, act: () => void keepTheme("dark") },
    { label: i18n.t("panel.account"), icon: <Settings />, act: () => onSettings("#account") },
    { label: i18n.t("panel.settings"), icon: <Settings />, act: () => onSettings("") },
    { label: i18n.t("keys.title"), icon: <CircleHelp />, act: onHelp },
  ];
  const wanted = fold(text);
  const offered = deeds.filter(({ label }) => fold(label).includes(wanted));
  const run = (act: () => void) => {
    onClose();
    act();
  };

  return (
    <Dialog open onClose={onClose} title={i18n.t("palette.title")} wide>
      <Command shouldFilter={false} loop label={i18n.t("palette.title")}>
        <div className="relative">
          <Search aria-hidden="true" className="absolute top-3 left-3 size-4 text-ink-faint" />
          <Command.Input
            autoFocus
            value={text}
            onValueChange={setText}
            placeholder={i18n.t("palette.placeholder")}
            className="h-10 w-full rounded-md border border-line-strong bg-surface pr-3 pl-9 text-base"
          />
        </div>
        <Command.List
          label={i18n.t("palette.results")}
          className="mt-2 max-h-[50vh] overflow-y-auto"
        >
          <Command.Empty className="py-6 text-center text-ink-faint">
            {i18n.t("list.noMatch")}
          </Command.Empty>
          {found.map((entry) => (
            <Item
              key={entry.id}
              value={entry.id}
              onSelect={() => run(() => onGo({ view: entry.table, id: entry.id }))}
            >
              <Monogram
                name={entry.title}
                size="sm"
                shape={entry.table === "people" ? "round" : "square"}
              />
              <span className="grid min-w-0">
                <span className="truncate font-medium">{entry.title}</span>
                <span className="truncate text-xs text-ink-faint">{entry.subtitle}</span>
              </span>
            </Item>
          ))}
          {offered.map(({ label, icon, act }) => (
            <Item key={label} value={`deed ${label}`} onSelect={() => run(act)}>
              <span
                className="grid size-7 place-items-center text-ink-faint [&_svg]:size-4"
                aria-hidden="true"
              >
                {icon}
              </span>
              {label}
            </Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Item({
  value,
  onSelect,
  children,
}: {
  value: string;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-10 cursor-default items-center gap-2.5 rounded-md px-2 py-1 data-[selected=true]:bg-hover"
    >
      {children}
    </Command.Item>
  );
}

async function syncNow(): Promise<void> {
  try {
    await bridge.sendMessage("syncNow", { because: "person" });
  } catch (error) {
    await say(sentenceOf(error));
  }
}
