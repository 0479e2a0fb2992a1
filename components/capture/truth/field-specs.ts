import type { KeptTable } from "@/lib/contacts/roster";
import type { TruthRow } from "./queries";

export type FieldKind = "text" | "long" | "list" | "fixed";

const TEXTS: Record<KeptTable, readonly string[]> = {
  people: ["fullName", "headline", "pronouns", "location", "position", "company", "school"],
  jobs: [
    "title",
    "companyName",
    "location",
    "workplace",
    "employmentType",
    "seniority",
    "postedText",
    "applicantsText",
  ],
  companies: [
    "name",
    "tagline",
    "industry",
    "headquarters",
    "employees",
    "organizationType",
    "website",
    "phone",
  ],
};
const LONG = ["about", "description"];
const LISTS = [
  "experience",
  "education",
  "certifications",
  "projects",
  "volunteering",
  "skills",
  "publications",
  "patents",
  "courses",
  "honors",
  "testScores",
  "languages",
  "organizations",
];
/** Read, and no matter of opinion. */
const FIXED = [
  "degree",
  "connections",
  "followers",
  "foundedYear",
  "salary",
  "publicId",
  "externalId",
];

/** Names of an entry that a person may put right. */
const ENTRY_KEYS: Record<string, readonly string[]> = {
  experience: ["title", "company", "location"],
  education: ["school", "degree", "field"],
};
export const entryKeys = (list: string): readonly string[] => ENTRY_KEYS[list] ?? ["title", "name"];

/** The fields of a row that stand or were written by somebody, in the order a page shows them. */
export function fieldsOf(table: KeptTable, row: TruthRow): { field: string; kind: FieldKind }[] {
  const kinds: [readonly string[], FieldKind][] = [
    [TEXTS[table], "text"],
    [LONG, "long"],
    [LISTS, "list"],
    [FIXED, "fixed"],
  ];
  return kinds.flatMap(([fields, kind]) =>
    fields
      .filter((field) => row[field] !== undefined || row.passport?.[field]?.source === "user")
      .map((field) => ({ field, kind })),
  );
}
