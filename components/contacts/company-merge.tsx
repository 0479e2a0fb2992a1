import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "#i18n";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { fold } from "@/lib/contacts/fold";
import { allCompanies } from "@/lib/contacts/store/companies";
import MergeDialog from "./merge-dialog";

const MOST = 8;

/** Which other company is this one; then both side by side. */
export default function CompanyMerge({
  id,
  name,
  onClose,
}: {
  id: string;
  name: string;
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const [other, setOther] = useState<string>();
  const { data = [] } = useQuery({ queryKey: ["companies", "all"], queryFn: () => allCompanies() });
  if (other !== undefined) {
    return <MergeDialog pair={{ tbl: "companies", ids: [id, other] }} onClose={onClose} />;
  }
  const wanted = fold(text);
  const found = data
    .filter((one) => one.id !== id && wanted !== "" && fold(one.name).includes(wanted))
    .toSorted((a, b) => a.name.length - b.name.length)
    .slice(0, MOST);
  return (
    <Dialog open onClose={onClose} title={i18n.t("companies.mergeTitle", [name])}>
      <Input
        autoFocus
        type="search"
        aria-label={i18n.t("companies.search")}
        placeholder={i18n.t("companies.search")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="grid min-h-40 content-start">
        {found.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="w-full truncate rounded-md px-2 py-1.5 text-left hover:bg-hover"
              onClick={() => setOther(one.id)}
            >
              {one.name}
            </button>
          </li>
        ))}
        {wanted !== "" && found.length === 0 && (
          <li className="px-2 py-1.5 text-ink-faint">{i18n.t("companies.noMatch")}</li>
        )}
      </ul>
    </Dialog>
  );
}
