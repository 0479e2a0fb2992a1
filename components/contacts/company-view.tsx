import { useQuery } from "@tanstack/react-query";
import { Combine } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { COMPANY_FACTS } from "@/lib/contacts/facts";
import { eraseRow } from "@/lib/contacts/store";
import { jobsAt, peopleAt, peopleOnceAt, readCompany } from "@/lib/contacts/store/companies";
import type { Company } from "@/lib/model/company";
import { FactsList } from "./facts-list";
import { LongText } from "./long-text";
import { MissingSections } from "./missing-sections";
import { NotesField } from "./notes-field";
import { RowHeader } from "./row-header";
import { Section } from "./section";
import { TagsField } from "./tags-field";
import { ThereList } from "./there-list";
import { write } from "./write";

const CompanyMerge = lazy(() => import("./company-merge"));

/** A company with everything kept of it, and whom and what one knows there. Give it a `key` per row. */
export default function CompanyDetail({ id, onErased }: { id: string; onErased: () => void }) {
  const { data: company } = useQuery({
    queryKey: ["companies", id],
    queryFn: () => readCompany(id),
  });
  if (company === undefined) return null;
  if (company === null) {
    return <EmptyState drawing={<LookingGlass />} title={i18n.t("person.gone")} />;
  }
  return <CompanyView company={company} onErased={onErased} />;
}

function CompanyView({ company, onErased }: { company: Company; onErased: () => void }) {
  const [isMerging, setMerging] = useState(false);
  const { id, name } = company;
  const now = useQuery({ queryKey: ["people", "at", id], queryFn: () => peopleAt(id) });
  const once = useQuery({ queryKey: ["people", "onceAt", id], queryFn: () => peopleOnceAt(id) });
  const jobs = useQuery({ queryKey: ["jobs", "at", id], queryFn: () => jobsAt(id) });
  const erase = async () => {
    const told = i18n.t("person.erased", [name]);
    if (await write(() => eraseRow("companies", id), { kind: "erase", told })) onErased();
  };

  return (
    <article className="grid gap-4" aria-label={name}>
      <RowHeader
        table="companies"
        row={company}
        name={name}
        lines={[company.industry, company.headquarters, company.employees]}
        {...(company.linkedInUrl && { url: company.linkedInUrl })}
        deeds={[
          {
            kind: "item",
            icon: <Combine aria-hidden="true" />,
            label: i18n.t("companies.merge"),
            onSelect: () => setMerging(true),
          },
        ]}
        onErase={() => void erase()}
      />
      <TagsField key={`tags ${id}`} table="companies" id={id} tags={company.tags ?? []} />
      <NotesField key={id} table="companies" id={id} notes={company.notes ?? ""} />
      <MissingSections sections={company.sections} />
      <ThereList
        title={i18n.t("companies.peopleNow")}
        table="people"
        rows={now.data?.map((one) => ({ ...one, under: one.position }))}
      />
      <ThereList
        title={i18n.t("companies.peopleOnce")}
        table="people"
        rows={once.data?.map((one) => ({ ...one, under: one.position }))}
      />
      <ThereList
        title={i18n.t("list.jobs")}
        table="jobs"
        rows={jobs.data?.map((one) => ({ id: one.id, name: one.title, under: one.place }))}
      />
      {company.description !== undefined && (
        <Section title={i18n.t("fields.description")}>
          <LongText text={company.description} lines={6} />
        </Section>
      )}
      <Section title={i18n.t("person.details")}>
        <FactsList table="companies" row={company} specs={COMPANY_FACTS} />
      </Section>
      <Suspense>
        {isMerging && <CompanyMerge id={id} name={name} onClose={() => setMerging(false)} />}
      </Suspense>
    </article>
  );
}
