import TruthScreen from "@/components/capture/truth/truth-screen";
import { write } from "@/components/contacts/write";
import type { RosterTable } from "@/lib/contacts/roster";
import { InPlace } from "./in-place";

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
  return (
    <InPlace autoFocus onBack={onBack}>
      <TruthScreen
        table={table}
        id={id}
        isWide={false}
        onWrite={(run) => write(run, { kind: "field" })}
      />
    </InPlace>
  );
}
