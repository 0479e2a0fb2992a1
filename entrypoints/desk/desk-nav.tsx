import {
  Briefcase,
  Building2,
  CircleHelp,
  ClipboardList,
  Command,
  FileText,
  FolderInput,
  FolderOutput,
  HeartHandshake,
  Inbox,
  Send,
  ScanText,
  RefreshCw,
  Settings,
  TriangleAlert,
  Users,
  UsersRound,
} from "lucide-react";
import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";
import { i18n } from "#i18n";
import SyncLine from "@/components/account/sync-line";
import { useOwnApplicationCount } from "@/components/job-search/queries";
import { IconButton } from "@/components/ui/button";
import { numberText } from "@/components/ui/locale";
import { Mark } from "@/components/ui/mark";
import type { Place } from "./place";
import { useLikelyCount } from "./use-likely-count";

const RoleNote = lazy(() => import("@/components/workspaces/role-note"));
const Switcher = lazy(() => import("@/components/workspaces/switcher"));

/** Where one can go. A column beside the table, a line above it on a narrow screen. */
export function DeskNav({
  place,
  people,
  jobs,
  refused,
  onGo,
  onPalette,
  onHelp,
  onSettings,
}: {
  place: Place;
  people: number;
  jobs: number;
  refused: number;
  onGo: (place: Place) => void;
  onPalette: () => void;
  onHelp: () => void;
  onSettings: (part: "" | "#teams") => void;
}) {
  const likely = useLikelyCount();
  const applications = useOwnApplicationCount();
  return (
    <header className="flex flex-wrap items-center gap-y-1 border-b px-3 py-2 md:w-48 md:shrink-0 md:flex-col md:flex-nowrap md:items-stretch md:border-r md:border-b-0 md:px-2 md:py-3">
      <div className="flex items-center gap-2 md:px-2 md:pb-3">
        <Mark />
        <h1 className="title text-lg">Rapport</h1>
      </div>
      <Suspense>
        <Switcher onManage={() => onSettings("#teams")} />
        <RoleNote />
      </Suspense>
      <nav aria-label={i18n.t("desk.nav")} className="order-last w-full md:order-none md:w-auto">
        <ul className="flex gap-1 overflow-x-auto [scrollbar-width:none] max-md:scroll-px-8 max-md:mask-r-from-[calc(100%-2rem)] max-md:pr-8 md:grid">
          <NavItem
            icon={<Send aria-hidden="true" />}
            label={i18n.t("due.title")}
            isHere={place.view === "today"}
            onGo={() => onGo({ view: "today" })}
          />
          <NavItem
            icon={<Inbox aria-hidden="true" />}
            label={i18n.t("inbox.title")}
            isHere={place.view === "inbox"}
            onGo={() => onGo({ view: "inbox" })}
          />
          <NavItem
            icon={<HeartHandshake aria-hidden="true" />}
            label={i18n.t("relations.title")}
            isHere={place.view === "relations"}
            onGo={() => onGo({ view: "relations" })}
          />
          <NavItem
            icon={<Users aria-hidden="true" />}
            label={i18n.t("list.people")}
            count={people}
            isHere={place.view === "people"}
            onGo={() => onGo({ view: "people" })}
          />
          <NavItem
            icon={<Briefcase aria-hidden="true" />}
            label={i18n.t("list.jobs")}
            count={jobs}
            isHere={place.view === "jobs"}
            onGo={() => onGo({ view: "jobs" })}
          />
          {(applications > 0 || place.view === "applications") && (
            <NavItem
              icon={<ClipboardList aria-hidden="true" />}
              label={i18n.t("jobSearch.applications")}
              count={applications}
              isHere={place.view === "applications"}
              onGo={() => onGo({ view: "applications" })}
            />
          )}
          <NavItem
            icon={<Building2 aria-hidden="true" />}
            label={i18n.t("companies.title")}
            isHere={place.view === "companies"}
            onGo={() => onGo({ view: "companies" })}
          />
          <NavItem
            icon={<FileText aria-hidden="true" />}
            label={i18n.t("messaging.templates")}
            isHere={place.view === "templates"}
            onGo={() => onGo({ view: "templates" })}
          />
          <NavItem
            icon={<FolderInput aria-hidden="true" />}
            label={i18n.t("import.title")}
            isHere={place.view === "import"}
            onGo={() => onGo({ view: "import" })}
          />
          <NavItem
            icon={<FolderOutput aria-hidden="true" />}
            label={i18n.t("export.title")}
            isHere={place.view === "export"}
            onGo={() => onGo({ view: "export" })}
          />
          <NavItem
            icon={<ScanText aria-hidden="true" />}
            label={i18n.t("truth.nav")}
            isHere={place.view === "capture"}
            onGo={() => onGo({ view: "capture" })}
          />
          {(likely > 0 || place.view === "merge") && (
            <NavItem
              icon={<UsersRound aria-hidden="true" />}
              label={i18n.t("merge.place")}
              {...(likely > 0 && { count: likely })}
              isHere={place.view === "merge"}
              onGo={() => onGo({ view: "merge" })}
            />
          )}
          {(refused > 0 || place.view === "sync") && (
            <NavItem
              icon={
                refused > 0 ? (
                  <TriangleAlert aria-hidden="true" />
                ) : (
                  <RefreshCw aria-hidden="true" />
                )
              }
              label={i18n.t("syncScreen.title")}
              {...(refused > 0 && { count: refused })}
              isHere={place.view === "sync"}
              onGo={() => onGo({ view: "sync" })}
            />
          )}
        </ul>
      </nav>
      <div className="ml-auto flex items-center gap-0.5 md:mt-auto md:ml-0 md:flex-wrap">
        <SyncLine onOpen={() => onGo({ view: "sync" })} />
        <div className="flex md:w-full md:border-t md:pt-2">
          <IconButton label={i18n.t("palette.title")} onClick={onPalette} className="max-md:hidden">
            <Command aria-hidden="true" />
          </IconButton>
          <IconButton label={i18n.t("panel.settings")} onClick={() => onSettings("")}>
            <Settings aria-hidden="true" />
          </IconButton>
          <IconButton label={i18n.t("keys.title")} onClick={onHelp}>
            <CircleHelp aria-hidden="true" />
          </IconButton>
        </div>
      </div>
    </header>
  );
}

function NavItem({
  icon,
  label,
  count,
  isHere,
  onGo,
}: {
  icon: ReactNode;
  label: string;
  count?: number;
  isHere: boolean;
  onGo: () => void;
}) {
  const item = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const here = item.current;
    if (!isHere || !here) return undefined;
    // At once, and again when the line is laid out anew: a narrower window, a count or a font that came later.
    const laidOut = new ResizeObserver(() =>
      here.scrollIntoView({ block: "nearest", inline: "nearest" }),
    );
    for (const one of here.closest("ul")?.children ?? []) laidOut.observe(one);
    return () => laidOut.disconnect();
  }, [isHere]);
  return (
    <li>
      <button
        ref={item}
        type="button"
        aria-current={isHere ? "page" : undefined}
        onClick={onGo}
        className="flex h-8 w-full items-center gap-2 rounded-md px-2 text-sm font-medium whitespace-nowrap text-ink-soft transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-plum-soft aria-[current]:text-plum [&_svg]:size-4 [&_svg]:shrink-0"
      >
        {icon}
        <span className="flex-1 text-left">{label}</span>
        {count !== undefined && (
          <span className="text-xs font-normal text-ink-faint tabular-nums">
            {numberText(count)}
          </span>
        )}
      </button>
    </li>
  );
}
