import { ChevronsUpDown, Users } from "lucide-react";
import { i18n } from "#i18n";
import { Menu } from "@/components/ui/menu";
import { chosenName, PERSONAL } from "@/lib/platform/chosen-workspace";
import { choose } from "@/lib/workspaces/extension-registry";
import { useTeams } from "./use-teams";
import { workspaceName } from "./words";

/** Which workspace is shown, and the way to another. Who is in no team sees nothing of it. */
export default function Switcher({ onManage }: { onManage: () => void }) {
  const teams = useTeams();
  if (!teams || teams.length === 0) return null;
  const chosen = chosenName();
  const name = workspaceName(chosen, teams);
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          data-switcher=""
          aria-label={i18n.t("teams.switch", [name])}
          className="flex h-6.5 min-w-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium text-ink-soft hover:bg-hover hover:text-ink [&_svg]:size-3.5 [&_svg]:shrink-0"
        >
          <span className="truncate">{name}</span>
          <ChevronsUpDown aria-hidden="true" />
        </button>
      }
      entries={[
        {
          kind: "choice",
          label: i18n.t("teams.workspace"),
          value: chosen,
          options: [PERSONAL, ...teams.map(({ database }) => database)].map((value) => ({
            value,
            label: workspaceName(value, teams),
          })),
          onChange: (database) => void choose(database),
        },
        { kind: "line" },
        {
          kind: "item",
          icon: <Users aria-hidden="true" />,
          label: i18n.t("teams.manageAll"),
          onSelect: onManage,
        },
      ]}
    />
  );
}
