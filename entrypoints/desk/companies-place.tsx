import { X } from "lucide-react";
import { i18n } from "#i18n";
import { TruthButton } from "@/components/capture/truth-button";
import CompanyList from "@/components/contacts/company-list";
import CompanyDetail from "@/components/contacts/company-view";
import { IconButton } from "@/components/ui/button";
import type { Entry } from "@/lib/contacts/roster";

/** The companies, and beside them (or in their place where it is narrow) the one that is open. */
export default function CompaniesPlace({
  people,
  jobs,
  openId,
  isWide,
  onOpen,
  onTruth,
}: {
  people: readonly Entry[];
  jobs: readonly Entry[];
  openId: string | undefined;
  isWide: boolean;
  onOpen: (id?: string) => void;
  onTruth: (id: string) => void;
}) {
  return (
    <>
      {(isWide || openId === undefined) && (
        <CompanyList people={people} jobs={jobs} currentId={openId} onOpen={onOpen} />
      )}
      {openId !== undefined && (
        <aside
          aria-label={i18n.t("desk.detail")}
          className="w-full min-w-0 overflow-auto bg-surface px-4 pt-2 pb-8 md:w-104 md:border-l"
        >
          <div className="sticky top-0 z-10 -mx-1 flex items-center justify-between py-1">
            <TruthButton onOpen={() => onTruth(openId)} />
            <IconButton label={i18n.t("common.close")} onClick={() => onOpen()}>
              <X aria-hidden="true" />
            </IconButton>
          </div>
          <CompanyDetail key={openId} id={openId} onErased={() => onOpen()} />
        </aside>
      )}
    </>
  );
}
