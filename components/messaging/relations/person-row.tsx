import { PenLine } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { IconButton } from "@/components/ui/button";
import { Monogram } from "@/components/ui/monogram";
import type { Person } from "@/lib/model/person";

/** Somebody, why they stand here, and the way to write to them. */
export function PersonRow({
  person,
  why,
  onPerson,
  onWrite,
  children,
}: {
  person: Person;
  why: string;
  onPerson: (id: string) => void;
  onWrite: (id: string) => void;
  children?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 px-3 py-2 sm:flex-nowrap">
      <Monogram name={person.fullName} size="sm" />
      <div className="grid min-w-0 flex-1 grid-cols-1">
        <button
          type="button"
          onClick={() => onPerson(person.id)}
          className="truncate rounded-sm text-left text-sm font-medium hover:underline"
        >
          {person.fullName}
        </button>
        <p className="text-xs text-pretty text-ink-soft">{why}</p>
      </div>
      {children != null && (
        <div className="order-last w-full pl-9.5 sm:order-none sm:w-auto sm:pl-0">{children}</div>
      )}
      <IconButton
        label={i18n.t("relations.writeTo", [person.fullName])}
        onClick={() => onWrite(person.id)}
      >
        <PenLine aria-hidden="true" />
      </IconButton>
    </li>
  );
}
