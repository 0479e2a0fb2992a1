import { ArrowLeft } from "lucide-react";
import { lazy, Suspense, useEffect } from "react";
import { i18n } from "#i18n";
import { TruthButton } from "@/components/capture/truth-button";
import ApplicationCard from "@/components/job-search/application-card";
import { RowDetail } from "@/components/contacts/row-detail";
import { Button } from "@/components/ui/button";
import type { RosterTable } from "@/lib/contacts/roster";
import RelationCard from "@/components/messaging/relations/relation-card";
import { WriteButton } from "@/components/messaging/write-button";

const MoveButton = lazy(() => import("@/components/workspaces/move-button"));

/** One person or job in place of the list. */
export default function RowScreen({
  table,
  id,
  onBack,
  onWrite,
  onTruth,
}: {
  table: RosterTable;
  id: string;
  onBack: () => void;
  onWrite: (id: string) => void;
  onTruth: () => void;
}) {
  useEffect(() => {
    // In a block: what it gives back is a promise in newer browsers, and no way to undo.
    scrollTo(0, 0);
  }, []);
  return (
    <div className="grid gap-3 p-3">
      <div className="flex items-center justify-between">
        <Button autoFocus variant="ghost" size="sm" className="-ml-1" onClick={onBack}>
          <ArrowLeft aria-hidden="true" />
          {i18n.t("common.back")}
        </Button>
        <div className="flex items-center gap-1">
          <TruthButton onOpen={onTruth} />
          <Suspense>
            <MoveButton table={table} id={id} onMoved={onBack} />
          </Suspense>
          {table === "people" && <WriteButton onWrite={() => onWrite(id)} />}
        </div>
      </div>
      {table === "people" && <RelationCard personId={id} />}
      <RowDetail table={table} id={id} onErased={onBack}>
        <ApplicationCard jobId={id} />
      </RowDetail>
    </div>
  );
}
