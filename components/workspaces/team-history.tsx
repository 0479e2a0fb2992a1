import { useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { Moment } from "@/components/ui/moment";
import { cloudTeams } from "@/lib/cloud/extension-teams";
import type { HistoryEntry } from "@/lib/cloud/teams";
import type { KnownTeam } from "@/lib/workspaces/registry";

/** Who came, went or changed role, kept by the server for the owners. */
export function TeamHistory({ team }: { team: KnownTeam }) {
  const { data } = useQuery({
    queryKey: ["teams", team.id, "history"],
    queryFn: () => cloudTeams.history(team.id),
    staleTime: 0,
  });
  if (!data || data.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-soft">{i18n.t("teams.history")}</summary>
      <ul className="grid gap-1 pt-2">
        {data.map((entry) => (
          <li
            key={`${entry.at} ${entry.action} ${entry.detail}`}
            className="flex flex-wrap gap-x-2 text-ink-soft"
          >
            <span className="min-w-28 text-ink-faint">
              <Moment at={entry.at} />
            </span>
            <span className="wrap-anywhere">{told(entry)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function told({ action, by, detail }: HistoryEntry): string {
  const who = by ?? i18n.t("teams.someone");
  switch (action) {
    case "workspace.created":
      return i18n.t("teams.did.created", [who]);
    case "workspace.renamed":
      return i18n.t("teams.did.renamed", [who, detail ?? ""]);
    case "member.invited":
      return i18n.t("teams.did.invited", [who, detail?.split(" ")[0] ?? ""]);
    case "member.joined":
      return i18n.t("teams.did.joined", [who]);
    case "member.declined":
      return i18n.t("teams.did.declined", [who]);
    case "member.left":
      return i18n.t("teams.did.left", [who]);
    case "member.removed":
      return i18n.t("teams.did.removed", [who]);
    case "member.role":
      return i18n.t("teams.did.role", [who]);
    case "invitation.revoked":
      return i18n.t("teams.did.revoked", [who, detail ?? ""]);
    default:
      return `${who}: ${action}`;
  }
}
