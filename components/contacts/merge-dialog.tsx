import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { dayText } from "@/components/ui/moment";
import { inOrder, planMerge, type Choices, type Row } from "@/lib/contacts/merging/plan-merge";
import { readPair } from "@/lib/contacts/store/merges";
import { MergeField } from "./merge-field";
import { keepApart, mergePair, type Pair } from "./merge-write";
import { REASONS } from "./merge-words";

/** Of no use to choose between: addresses, marks of reading, links of our own. */
const QUIET = new Set([
  "capturedAt",
  "photoUrl",
  "logoUrl",
  "profileUrl",
  "memberUrn",
  "employerId",
  "lastActivityAt",
  "lastInteractionAt",
  "imported",
  "isErased",
]);

/** Two rows side by side, field by field: which value would stand, and why. Nothing is written until it is said. */
export default function MergeDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const [choices, setChoices] = useState<Choices>({});
  const { data: rows } = useQuery({
    queryKey: [pair.tbl, "pair", ...pair.ids],
    queryFn: () => readPair(pair.tbl, pair.ids),
  });
  const plan = useMemo(() => rows && planMerge(rows[0], rows[1], choices), [rows, choices]);
  if (!rows || !plan) return null;
  const [kept, gone] = inOrder<Row>(...rows);
  const told = plan.fields.filter(({ field }) => !QUIET.has(field));
  const differing = told.filter(({ why }) => why !== "same" && why !== "only");
  const others = told.length - differing.length;
  const isPeople = pair.tbl === "people";

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={i18n.t(isPeople ? "merge.title" : "merge.titleCompany")}
      description={
        <>
          {pair.because && `${REASONS[pair.because]()} `}
          {i18n.t("merge.how")}
        </>
      }
      footer={
        <>
          {isPeople && (
            <Button
              variant="ghost"
              className="mr-auto"
              onClick={() => void keepApart(pair).then((isDone) => isDone && onClose())}
            >
              {i18n.t("merge.notSame")}
            </Button>
          )}
          <Button onClick={onClose}>{i18n.t("common.cancel")}</Button>
          <Button
            variant="primary"
            onClick={() => void mergePair(pair, choices).then((isDone) => isDone && onClose())}
          >
            {i18n.t("merge.do")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-2">
        {[kept, gone].map((row) => (
          <div key={row.id} className="min-w-0">
            <p className="truncate font-medium">{String(row["fullName"] ?? row["name"])}</p>
            <p className="text-xs text-ink-faint">
              {i18n.t("person.saved")} {dayText(String(row["createdAt"]))}
            </p>
          </div>
        ))}
      </div>
      {differing.map((field) => (
        <MergeField
          key={field.field}
          plan={field}
          onChoose={(takes) => setChoices({ ...choices, [field.field]: takes })}
        />
      ))}
      <p className="text-ink-faint">
        {i18n.t("merge.others", others, [others])} {i18n.t("merge.rest")}
      </p>
    </Dialog>
  );
}
