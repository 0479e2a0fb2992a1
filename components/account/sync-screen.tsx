import { useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { fullMoment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { numberText } from "@/components/ui/locale";
import { sentence, sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { readStandings, syncLog, type Standing } from "@/lib/account/store/sync";
import { syncLine, type SyncLine } from "@/lib/account/sync-line";
import type { SyncStatus } from "@/lib/cloud/status";
import { bridge } from "@/lib/platform/bridge";
import { browser } from "@/lib/platform/browser";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import { RejectedList } from "./rejected-list";
import { RoundTable } from "./round-table";
import { WipedNotice } from "./wiped-notice";

/** All there is to know of the sync: how it stands, what was refused, how the last ones went. */
export default function SyncScreen({ onAccount }: { onAccount: () => void }) {
  const standings = useQuery({
    queryKey: ["_meta", "standings"],
    queryFn: () => readStandings(),
  }).data;
  const counted = useQuery({
    queryKey: ["_rejected", "standings"],
    queryFn: () => readStandings(),
  }).data;
  if (!standings) return null;
  const refused = (counted ?? standings).filter((one) => one.refused > 0);
  return (
    <div className="grid max-w-200 gap-6 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="title text-xl">{i18n.t("syncScreen.title")}</h2>
        <div className="flex flex-wrap gap-2">
          {standings.some(isConnected) && (
            <Button variant="primary" onClick={() => void attempt(syncNow)}>
              {i18n.t("palette.sync")}
            </Button>
          )}
          {standings.some(isConnected) && (
            <Button onClick={onAccount}>{i18n.t("panel.account")}</Button>
          )}
        </div>
      </div>
      <WipedNotice />
      {standings.some(({ status }) => status.phase === "offline") && (
        <Notice>{i18n.t("sync.offlineNote")}</Notice>
      )}
      <ul className="grid gap-2">
        {standings.map((one) => (
          <StandingCard
            key={one.database}
            standing={one}
            isAlone={standings.length === 1}
            onAccount={onAccount}
          />
        ))}
      </ul>
      {refused.length > 0 && (
        <section className="grid gap-3">
          <h3 className="title text-lg">{i18n.t("rejected.title")}</h3>
          <p className="max-w-prose text-sm text-ink-soft">{i18n.t("rejected.lead")}</p>
          {refused.map(({ database }) => (
            <RejectedList key={database} database={database} />
          ))}
        </section>
      )}
      <section className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="title text-lg">{i18n.t("syncScreen.last")}</h3>
          <Button size="sm" onClick={() => void attempt(exportLog)}>
            {i18n.t("syncScreen.exportLog")}
          </Button>
        </div>
        <RoundTable />
      </section>
    </div>
  );
}

/** Without a server there is nothing to wait for. */
function isConnected({ status }: Standing): boolean {
  return status.phase !== "signed-out";
}

type CardProps = { standing: Standing; isAlone: boolean; onAccount: () => void };

function StandingCard({ standing, isAlone, onAccount }: CardProps) {
  const { database, name, status } = standing;
  const line = syncLine(status, standing.refused);
  return (
    <li className="grid gap-1 rounded-lg border bg-surface p-3">
      {!isAlone && <h3 className="font-medium">{name ?? i18n.t("teams.mine")}</h3>}
      <p role="status" className="text-sm">
        {stateText(line)}
      </p>
      {status.lastPullAt !== undefined && (
        <p className="text-xs text-ink-faint">
          {i18n.t("sync.lastPull", [fullMoment(status.lastPullAt)])}
        </p>
      )}
      {isToBeSent(status) && (
        <p className="text-xs text-ink-faint">
          {["waiting", "offline"].includes(line.is)
            ? ""
            : `${i18n.t("syncScreen.waiting", status.waiting)} `}
          {status.waitingSince !== undefined &&
            i18n.t("syncScreen.since", [fullMoment(status.waitingSince)])}
        </p>
      )}
      {status.nextTryAt !== undefined && (
        <p className="text-xs text-ink-faint">
          {i18n.t("syncScreen.nextTry", [fullMoment(new Date(status.nextTryAt).toISOString())])}
        </p>
      )}
      <FirstSync standing={standing} />
      {!isConnected(standing) && database === PERSONAL && (
        <Button className="mt-2 justify-self-start" variant="primary" onClick={onAccount}>
          {i18n.t("account.connect")}
        </Button>
      )}
    </li>
  );
}

/** Of one who never connected nothing waits: it is all there is. */
function isToBeSent({ phase, error, waiting }: SyncStatus): boolean {
  return waiting > 0 && (phase !== "signed-out" || error !== undefined);
}

/** In one line, with the sentence where one is needed. */
function stateText(line: SyncLine): string {
  switch (line.is) {
    case "signed-out":
      return `${i18n.t("syncScreen.notConnected")} ${i18n.t("account.lead")}`;
    case "attention":
      return `${i18n.t("sync.attention")}. ${sentence(line.code)}`;
    case "rejected":
      return i18n.t("syncScreen.refused", line.count);
    case "offline":
      return line.waiting > 0
        ? `${i18n.t("sync.offline")}. ${i18n.t("syncScreen.waiting", line.waiting)}`
        : i18n.t("sync.offline");
    case "waiting":
      return line.waiting > 0 ? i18n.t("syncScreen.waiting", line.waiting) : i18n.t("sync.syncing");
    case "departed":
      return i18n.t("sync.departedMore");
    case "in-step":
      return i18n.t("syncScreen.inStep");
  }
}

/** A first sync counts what has come; the newest is there to be used meanwhile. */
function FirstSync({ standing: { status } }: { standing: Standing }) {
  const { first } = status;
  if (!first || first.about === 0) return null;
  const about = Math.max(first.about, first.pulled);
  return (
    <div className="grid gap-1 pt-1 text-xs text-ink-soft">
      <progress
        max={about}
        value={first.pulled}
        aria-label={i18n.t("syncScreen.first")}
        className="h-2 w-full max-w-96 appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-plum [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-plum"
      />
      <p className="tabular-nums">
        {i18n.t("syncScreen.firstOf", [numberText(first.pulled), numberText(about)])}
      </p>
    </div>
  );
}

async function syncNow(): Promise<void> {
  await bridge.sendMessage("syncNow", { because: "person" });
}

async function exportLog(): Promise<void> {
  const url = URL.createObjectURL(await syncLog(browser.runtime.getManifest().version));
  const link = document.createElement("a");
  link.href = url;
  link.download = "rapport-sync-log.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await say(sentenceOf(error));
  }
}
