import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import { chosenName } from "@/lib/platform/chosen-workspace";
import { mayWrite } from "@/lib/model/role";
import { useTeams } from "./use-teams";

/** Said above the lists of a team where one's role only reads them, before anything is typed in vain. */
export default function RoleNote() {
  const team = useTeams()?.find(({ database }) => database === chosenName());
  if (!team || mayWrite(team.role, "people")) return null;
  return (
    <div className="w-full p-2">
      <Notice>
        {team.role === "viewer" ? i18n.t("teams.viewerNote") : i18n.t("teams.managerNote")}
      </Notice>
    </div>
  );
}
