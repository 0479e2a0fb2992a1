import type { Json } from "@/lib/sync/json";
import { refuse } from "../draft";
import { readDayOrInstant, readPartialDate } from "../moment";
import { joinNames, labelled, ownItem, type ExportFile, type ExportRow } from "./export-file";
import type { Column } from "./words/en";

/** The owner's lists: each row of these files is one entry of one list, and differs only in its columns. */
type ListFile = {
  id: string;
  names: readonly string[];
  list: string;
  columns: readonly Column[];
  needs: readonly Column[];
  /** Fields of the entry by the column they stand in; the first is what it is called. */
  fields: Readonly<Record<string, Column>>;
  /** Columns with a date as a career states it. */
  dates?: Readonly<Record<string, Column>>;
};

const span = { startDate: "startedOn", endDate: "finishedOn" } as const;

const FILES: readonly ListFile[] = [
  {
    id: "skills",
    names: ["skills"],
    list: "skills",
    columns: ["name"],
    needs: ["name"],
    fields: { name: "name" },
  },
  {
    id: "languages",
    names: ["languages"],
    list: "languages",
    columns: ["name", "proficiency"],
    needs: ["name", "proficiency"],
    fields: { name: "name", level: "proficiency" },
  },
  {
    id: "certifications",
    names: ["certifications"],
    list: "certifications",
    columns: ["name", "url", "authority", "startedOn", "finishedOn", "licence"],
    needs: ["name", "authority"],
    fields: { name: "name", issuer: "authority", url: "url", credentialId: "licence" },
    dates: { issuedAt: "startedOn", expiresAt: "finishedOn" },
  },
  {
    id: "projects",
    names: ["projects"],
    list: "projects",
    columns: ["title", "description", "url", "startedOn", "finishedOn"],
    needs: ["title", "description", "startedOn"],
    fields: { title: "title", url: "url", description: "description" },
    dates: span,
  },
  {
    id: "volunteering",
    names: ["volunteering"],
    list: "volunteering",
    columns: ["company", "role", "cause", "startedOn", "finishedOn", "description"],
    needs: ["company", "role"],
    fields: { title: "role", organization: "company", cause: "cause", description: "description" },
    dates: span,
  },
  {
    id: "honors",
    names: ["honors", "honorsawards"],
    list: "honors",
    columns: ["title", "description", "issuedOn"],
    needs: ["title", "issuedOn"],
    fields: { title: "title", description: "description" },
    dates: { startDate: "issuedOn" },
  },
  {
    id: "publications",
    names: ["publications"],
    list: "publications",
    columns: ["name", "publishedOn", "description", "publisher", "url"],
    needs: ["name", "publishedOn"],
    fields: { title: "name", organization: "publisher", url: "url", description: "description" },
    dates: { startDate: "publishedOn" },
  },
  {
    id: "patents",
    names: ["patents"],
    list: "patents",
    columns: ["title", "description", "url", "number", "issuedOn", "status"],
    needs: ["title", "description"],
    fields: {
      title: "title",
      description: "description",
      url: "url",
      number: "number",
      state: "status",
    },
    dates: { startDate: "issuedOn" },
  },
  {
    id: "courses",
    names: ["courses"],
    list: "courses",
    columns: ["name", "number"],
    needs: ["name", "number"],
    fields: { title: "name", number: "number" },
  },
  {
    id: "organizations",
    names: ["organizations"],
    list: "organizations",
    columns: ["name", "position", "startedOn", "finishedOn", "description"],
    needs: ["name", "position"],
    fields: { title: "name", role: "position", description: "description" },
    dates: span,
  },
  {
    id: "testScores",
    names: ["testscores"],
    list: "testScores",
    columns: ["name", "score", "date", "description"],
    needs: ["name", "score"],
    fields: { title: "name", score: "score", description: "description" },
    dates: { startDate: "date" },
  },
];

export const lists: readonly ExportFile[] = FILES.map((file) => ({
  id: file.id,
  names: file.names,
  columns: file.columns,
  needs: file.needs,
  order: 3,
  open: () => ({
    row(row: ExportRow) {
      const value: Record<string, Json | undefined> = {};
      for (const [field, column] of Object.entries(file.fields)) value[field] = row.text(column);
      for (const [field, column] of Object.entries(file.dates ?? {})) {
        value[field] = readPartialDate(row.text(column));
      }
      // A volunteer without a role is known by the organisation.
      const [caption = "name"] = Object.keys(file.fields);
      value[caption] ||= value.organization;
      const label = String(value[caption] ?? "");
      if (label === "") return [refuse(row.line, "noTitle")];
      return [ownItem(row.line, label, file.list, { ...value, ...row.unknown() })];
    },
  }),
}));

function recommendations(direction: "received" | "given"): ExportFile {
  return {
    id: `recommendations.${direction}`,
    names: [`recommendations${direction}`],
    columns: ["firstName", "lastName", "company", "position", "text", "createdOn", "status"],
    needs: ["firstName", "lastName", "text"],
    order: 4,
    open: () => ({
      row(row) {
        const author = joinNames(row.text("firstName"), row.text("lastName"));
        const text = row.text("text");
        if (text === "") return [refuse(row.line, "noTitle", author)];
        return [
          ownItem(row.line, labelled(author, row.text("company")), "recommendations", {
            author,
            direction,
            text,
            at: readDayOrInstant(row.text("createdOn")),
            company: row.text("company"),
            position: row.text("position"),
            state: row.text("status"),
            ...row.unknown(),
          }),
        ];
      },
    }),
  };
}

export const recommendationsReceived = recommendations("received");
export const recommendationsGiven = recommendations("given");
