import { ArrowLeft } from "lucide-react";
import { useEffect } from "react";
import { i18n } from "#i18n";
import TruthScreen from "@/components/capture/truth/truth-screen";
import { write } from "@/components/contacts/write";
import { Button } from "@/components/ui/button";
import type { RosterTable } from "@/lib/contacts/roster";

/** What was read of a person's or a job's page, in place of the list. */
export default function Truth({
  table,
  id,
  onBack,
}: {
  table: RosterTable;
  id: string;
  onBack: () => void;
}) {
  useEffect(() => {
    // In a block: newer browsers give a promise back, which is no way to undo.
    scrollTo(0, 0);
  }, []);
  return (
    <div className="grid grid-cols-1 gap-3 p-3">
      <Button
        autoFocus
        variant="ghost"
        size="sm"
        className="-ml-1 justify-self-start"
        onClick={onBack}
      >
        <ArrowLeft aria-hidden="true" />
        {i18n.t("common.back")}
      </Button>
      <TruthScreen
        table={table}
        id={id}
        isWide={false}
        onWrite={(run) => write(run, { kind: "field" })}
      />
    </div>
  );
}
