import { useQuery } from "@tanstack/react-query";
import { Building2 } from "lucide-react";
import { i18n } from "#i18n";
import { companyName } from "@/lib/contacts/store/companies";
import { DeskLink } from "./desk-link";
import { LikelyLines } from "./likely-lines";

/** What a person or a job leads to: the company's own page, and whoever may be the same person. */
export default function RowLinks({
  employerId,
  personId,
}: {
  employerId?: string | undefined;
  personId?: string | undefined;
}) {
  const { data: name } = useQuery({
    queryKey: ["companies", "name", employerId],
    queryFn: () => companyName(employerId ?? ""),
    enabled: employerId !== undefined,
  });
  return (
    <>
      {personId !== undefined && <LikelyLines id={personId} />}
      {employerId !== undefined && name && (
        <p className="flex items-center gap-2 px-2 text-sm">
          <Building2 aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
          <span className="sr-only">{i18n.t("companies.link")}</span>
          <DeskLink to={`companies/${employerId}`} className="min-w-0 truncate">
            {name}
          </DeskLink>
        </p>
      )}
    </>
  );
}
