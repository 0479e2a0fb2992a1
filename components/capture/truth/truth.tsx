import type { TruthTable } from "@/lib/capture/store/screen";
import type { Saved } from "@/lib/data/save";
import { ListTruth } from "./list-truth";
import TruthScreen from "./truth-screen";

/** What was read of the page of a row, or of a list. */
export default function Truth({
  table,
  id,
  ...more
}: {
  table: TruthTable;
  id: string;
  isWide: boolean;
  onWrite: (run: () => Promise<Saved>) => Promise<boolean>;
}) {
  if (table === "lists") return <ListTruth id={id} {...more} />;
  return <TruthScreen table={table} id={id} {...more} />;
}
