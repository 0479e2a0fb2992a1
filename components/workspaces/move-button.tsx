import { FolderSymlink } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { IconButton } from "@/components/ui/button";
import { useReadOnly } from "@/components/ui/read-only";
import type { TableName } from "@/lib/model/tables";
import { useTeams } from "./use-teams";

const MoveDialog = lazy(() => import("./move-dialog"));

/** To another workspace; who has but one sees nothing of it. */
export default function MoveButton(props: { table: TableName; id: string; onMoved: () => void }) {
  const teams = useTeams();
  const [isOpen, setOpen] = useState(false);
  const why = useReadOnly(props.table);
  if (!teams || teams.length === 0) return null;
  return (
    <>
      <IconButton
        label={i18n.t("move.button")}
        disabled={why !== undefined}
        {...(why !== undefined && { title: why })}
        onClick={() => setOpen(true)}
      >
        <FolderSymlink aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <Suspense>
          <MoveDialog {...props} teams={teams} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
