import TruthPart from "@/components/capture/truth/truth";
import { write } from "@/components/contacts/write";
import type { TruthTable } from "@/lib/capture/store/screen";
import { InPlace } from "./in-place";

/** What was read of a page, in place of the list. */
export default function Truth({
  table,
  id,
  onBack,
}: {
  table: TruthTable;
  id: string;
  onBack: () => void;
}) {
  return (
    <InPlace autoFocus onBack={onBack}>
      <TruthPart
        table={table}
        id={id}
        isWide={false}
        onWrite={(run) => write(run, { kind: "field" })}
      />
    </InPlace>
  );
}
