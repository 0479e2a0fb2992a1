import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import { StickyNote } from "lucide-react";
import { i18n } from "#i18n";
import { dayText } from "@/components/ui/moment";
import { Monogram } from "@/components/ui/monogram";
import { fold } from "@/lib/contacts/fold";
import { fieldLabel } from "@/lib/contacts/field-label";
import type { Entry, RosterTable } from "@/lib/contacts/roster";
import { compare } from "@/lib/contacts/search";

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

const helper = createColumnHelper<typeof features, Entry>();

/** Column → whether it is shown before a person chooses. */
export const COLUMNS: Record<RosterTable, Record<string, boolean>> = {
  people: {
    title: true,
    position: true,
    company: true,
    place: true,
    tags: true,
    lastInteractionAt: true,
    createdAt: true,
    capturedAt: false,
    degree: false,
    subtitle: false,
    hasNotes: true,
  },
  jobs: {
    title: true,
    company: true,
    place: true,
    tags: true,
    createdAt: true,
    capturedAt: false,
    hasNotes: true,
  },
};

/** Widths in pixels; the name takes what is left. */
export const WIDTHS: Record<string, number> = {
  position: 170,
  company: 150,
  place: 160,
  tags: 150,
  lastInteractionAt: 124,
  createdAt: 92,
  capturedAt: 92,
  degree: 68,
  subtitle: 240,
  hasNotes: 56,
};

const text = (key: "position" | "company" | "place" | "subtitle", label: () => string) =>
  helper.accessor((entry) => entry[key] || undefined, {
    id: key,
    header: label,
    sortUndefined: "last",
    sortFn: (a, b, id) => compare(fold(String(a.getValue(id))), fold(String(b.getValue(id)))),
    cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
  });

const day = (key: "createdAt" | "capturedAt" | "lastInteractionAt", label: () => string) =>
  helper.accessor((entry) => entry[key], {
    id: key,
    header: label,
    sortUndefined: "last",
    sortDescFirst: true,
    sortFn: (a, b, id) => compare(String(a.getValue(id)), String(b.getValue(id))),
    cell: ({ getValue }) => {
      const at = getValue();
      return at === undefined ? "" : <span className="tabular-nums">{dayText(at)}</span>;
    },
  });

export const columns = helper.columns([
  helper.accessor("name", {
    id: "title",
    header: () => fieldLabel("fullName"),
    enableHiding: false,
    sortFn: (a, b) => compare(a.original.name, b.original.name),
    cell: ({ row: { original } }) => (
      <span className="flex min-w-0 items-center gap-2">
        <Monogram
          name={original.title}
          size="sm"
          shape={original.table === "people" ? "round" : "square"}
        />
        <span title={original.title} className="truncate font-medium text-ink">
          {original.title}
        </span>
      </span>
    ),
  }),
  text("position", () => fieldLabel("position")),
  text("company", () => fieldLabel("company")),
  text("place", () => fieldLabel("location")),
  helper.accessor((entry) => entry.tags.join(", ") || undefined, {
    id: "tags",
    header: () => fieldLabel("tags"),
    sortUndefined: "last",
    sortFn: (a, b, id) => compare(fold(String(a.getValue(id))), fold(String(b.getValue(id)))),
    cell: ({ row: { original } }) => (
      <span title={original.tags.join(", ")} className="flex min-w-0 gap-1">
        {original.tags.slice(0, 2).map((tag) => (
          <span
            key={tag}
            className="truncate rounded-sm bg-plum-soft px-1.5 text-2xs leading-5 font-medium text-plum"
          >
            {tag}
          </span>
        ))}
        {original.tags.length > 2 && (
          <span className="shrink-0 text-2xs leading-5 text-ink-faint">
            +{original.tags.length - 2}
          </span>
        )}
      </span>
    ),
  }),
  day("lastInteractionAt", () => fieldLabel("lastInteractionAt")),
  day("createdAt", () => fieldLabel("createdAt")),
  day("capturedAt", () => fieldLabel("capturedAt")),
  helper.accessor("degree", {
    header: () => fieldLabel("degree"),
    sortUndefined: "last",
    cell: ({ getValue }) => {
      const degree = getValue();
      return degree === undefined ? "" : i18n.t(`person.degree${degree}`);
    },
  }),
  text("subtitle", () => fieldLabel("headline")),
  helper.accessor("hasNotes", {
    header: () => fieldLabel("notes"),
    sortDescFirst: true,
    cell: ({ getValue }) =>
      getValue() && (
        <StickyNote
          role="img"
          aria-label={i18n.t("list.hasNotes")}
          className="size-3.5 text-ink-faint"
        />
      ),
  }),
]);

/** The word over a column, for the menu that chooses columns. */
export function columnLabel(id: string): string {
  const fields: Record<string, string> = {
    title: "fullName",
    place: "location",
    subtitle: "headline",
    hasNotes: "notes",
  };
  return fieldLabel(fields[id] ?? id);
}
