import { ArrowLeft } from "lucide-react";
import { i18n } from "#i18n";
import CaptureOverview from "@/components/capture/truth/overview";
import Truth from "@/components/capture/truth/truth";
import { write } from "@/components/contacts/write";
import { Button } from "@/components/ui/button";
import { PlaceHead } from "@/components/ui/place-head";
import type { CapturePlace as Place } from "./place";

/** What was read of one page; without one, what capture keeps on this device. */
export default function CapturePlace({
  place: { table, id },
  isWide,
  onBack,
  onList,
}: {
  place: Place;
  isWide: boolean;
  onBack: () => void;
  onList: (id: string) => void;
}) {
  return (
    <section aria-label={i18n.t("truth.nav")} className="min-w-0 flex-1 overflow-auto">
      {table && id !== undefined ? (
        <div className="grid min-h-full content-start gap-2 bg-surface px-4 pt-2 pb-8">
          <Button variant="ghost" size="sm" className="-ml-1 justify-self-start" onClick={onBack}>
            <ArrowLeft aria-hidden="true" />
            {i18n.t("common.back")}
          </Button>
          <Truth
            key={id}
            table={table}
            id={id}
            isWide={isWide}
            onWrite={(run) => write(run, { kind: "field" })}
          />
        </div>
      ) : (
        <>
          <PlaceHead title={i18n.t("truth.nav")} />
          <div className="px-3 py-4">
            <CaptureOverview onList={onList} />
          </div>
        </>
      )}
    </section>
  );
}
