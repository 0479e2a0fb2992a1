import { useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { bytesText, numberText } from "@/components/ui/locale";
import { Moment } from "@/components/ui/moment";
import { sentence } from "@/components/ui/sentences";
import { readLastRounds, type Round } from "@/lib/account/store/sync";

/** The first to give way where there is little room. */
const WIDE = "max-[26rem]:hidden";

/** The last syncs: how much went, how long it took, how it ended. Nothing of what was in them is kept. */
export function RoundTable() {
  const { data } = useQuery({ queryKey: ["_rounds", "last"], queryFn: () => readLastRounds() });
  if (!data) return null;
  if (data.length === 0)
    return <p className="text-sm text-ink-soft">{i18n.t("syncScreen.noneYet")}</p>;
  const withNames = data.some(({ name }) => name !== undefined);
  return (
    <div className="overflow-x-auto rounded-lg border">
      <table className="w-full text-left text-sm whitespace-nowrap tabular-nums">
        <thead className="border-b text-xs text-ink-faint">
          <tr className="[&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
            <th scope="col">{i18n.t("syncScreen.when")}</th>
            {withNames && <th scope="col">{i18n.t("teams.workspace")}</th>}
            <th scope="col" className={WIDE}>
              {i18n.t("syncScreen.took")}
            </th>
            <th scope="col">{i18n.t("syncScreen.sent")}</th>
            <th scope="col">{i18n.t("syncScreen.received")}</th>
          </tr>
        </thead>
        {data.map((round) => (
          <Row key={`${round.name} ${round.at}`} round={round} withName={withNames} />
        ))}
      </table>
    </div>
  );
}

/** Why one failed stands below it in full width. */
function Row({ round, withName }: { round: Round; withName: boolean }) {
  const { at, ms, up, down, pushed, pulled, outcome, name } = round;
  const isDone = outcome === "done";
  return (
    <tbody className="border-b last:border-b-0">
      <tr className="align-top [&>td]:px-3 [&>td]:py-1.5">
        <td>
          <Moment at={at} />
          {isDone && <p className="text-xs text-moss">{i18n.t("syncScreen.done")}</p>}
        </td>
        {withName && <td>{name ?? i18n.t("teams.mine")}</td>}
        <td className={WIDE}>{i18n.t("syncScreen.ms", [numberText(Math.round(ms))])}</td>
        <td>
          <Amount rows={pushed} bytes={up} />
        </td>
        <td>
          <Amount rows={pulled} bytes={down} />
        </td>
      </tr>
      {!isDone && (
        <tr>
          <td
            colSpan={withName ? 5 : 4}
            className="max-w-0 px-3 pb-2 text-xs whitespace-normal text-brick"
          >
            {sentence(outcome)}
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Amount({ rows, bytes }: { rows: number; bytes: number }) {
  return (
    <>
      {i18n.t("syncScreen.rows", rows)}
      <p className="text-xs text-ink-faint">{bytesText(bytes)}</p>
    </>
  );
}
