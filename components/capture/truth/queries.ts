import { useQuery } from "@tanstack/react-query";
import {
  keptPageOf,
  lessons,
  listsKept,
  noteOf,
  unparsedOf,
  weighPages,
} from "@/lib/capture/store/screen";
import type { KeptTable } from "@/lib/contacts/roster";
import { readJob, readPerson } from "@/lib/contacts/store";
import { readCompany } from "@/lib/contacts/store/companies";
import type { PassportEntry } from "@/lib/model/passport";

/** A row as this screen needs it: its fields by name. */
export type TruthRow = Record<string, unknown> & {
  id: string;
  capturedAt?: string | undefined;
  sections?: Record<string, string> | undefined;
  passport?: Record<string, PassportEntry> | undefined;
};

const READ: Record<KeptTable, (id: string) => Promise<TruthRow | null>> = {
  people: (id) => readPerson(id),
  jobs: (id) => readJob(id),
  companies: (id) => readCompany(id),
};

export function useTruthRow(table: KeptTable, id: string): TruthRow | null | undefined {
  return useQuery<TruthRow | null>({
    queryKey: [table, id, "truth"],
    queryFn: () => READ[table](id),
  }).data;
}

export function useNote(key: string) {
  return useQuery({ queryKey: ["_readings", key], queryFn: () => noteOf(key) }).data;
}

export function useUnparsed(key: string) {
  return useQuery({ queryKey: ["_unparsed", key], queryFn: () => unparsedOf(key) }).data ?? [];
}

export function useKeptPage(key: string) {
  return useQuery({
    queryKey: ["_snapshots", key],
    queryFn: () => keptPageOf(key, () => document.implementation.createHTMLDocument("")),
    // A document is not compared field by field.
    structuralSharing: false,
  }).data;
}

export function useLessons() {
  return useQuery({ queryKey: ["_taught"], queryFn: () => lessons() }).data ?? [];
}

/** The lists of which a page is kept. */
export function useListsKept() {
  return useQuery({ queryKey: ["_snapshots", "lists"], queryFn: () => listsKept() }).data ?? [];
}

export function usePagesWeight() {
  return useQuery({ queryKey: ["_snapshots", "weight"], queryFn: () => weighPages() }).data;
}
