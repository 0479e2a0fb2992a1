import { HeartPulse } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { Spinner } from "@/components/ui/spinner";
import { type KeptPage, openKept } from "@/lib/capture/kept-page";
import type { Snapshot } from "@/lib/capture/snapshot/tree";
import { HealthTable } from "./health-table";

/** Which sections of the page in the tab read today. It is read, shown, and not saved. */
export default function HealthCheck({
  onLook,
}: {
  /** The page in the tab as it stands; undefined where there is none that is read. */
  onLook: (() => Promise<Snapshot>) | undefined;
}) {
  const [page, setPage] = useState<KeptPage>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const look = async () => {
    if (!onLook) return;
    setBusy(true);
    setProblem(undefined);
    try {
      setPage(openKept(await onLook(), document.implementation.createHTMLDocument("")));
    } catch (error) {
      setPage(undefined);
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };

  return (
    <section aria-labelledby="health" className="grid grid-cols-1 gap-3">
      <h2 id="health" className="title text-xl">
        {i18n.t("health.title")}
      </h2>
      <p className="text-sm text-ink-soft">{i18n.t("health.lead")}</p>
      {onLook ? (
        <Button
          variant="primary"
          className="justify-self-start"
          aria-busy={isBusy}
          onClick={() => void look()}
        >
          {isBusy ? <Spinner /> : <HeartPulse aria-hidden="true" />}
          {i18n.t(page ? "health.again" : "health.look")}
        </Button>
      ) : (
        <Notice>{i18n.t("health.notHere")}</Notice>
      )}
      {problem !== undefined && (
        <Notice tone="brick" urgent>
          {problem}
        </Notice>
      )}
      {page && <HealthTable health={page.health} snapshot={page.snapshot} />}
    </section>
  );
}
