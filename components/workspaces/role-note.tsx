import { useEffect } from "react";
import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import { tellReadOnly } from "@/components/ui/read-only";
import { chosenName } from "@/lib/platform/chosen-workspace";
import { mayWrite, type Role } from "@/lib/model/role";
import { useTeams } from "./use-teams";

/** Said above the lists of a team where one's role only reads them, and to every control, before anything is typed in vain. */
export default function RoleNote() {
  const team = useTeams()?.find(({ database }) => database === chosenName());
  const role = team?.role;
  useEffect(() => tellReadOnly((table) => reasonOf(role, table)), [role]);
  if (!role || mayWrite(role, "people")) return null;
  return (
    <div className="w-full p-2">
      <Notice>
        {role === "viewer" ? i18n.t("teams.viewerNote") : i18n.t("teams.managerNote")}
      </Notice>
    </div>
  );
}

function reasonOf(role: Role | undefined, table: string): string | undefined {
  if (!role || mayWrite(role, table)) return undefined;
  return i18n.t("teams.onlyRead");
}
