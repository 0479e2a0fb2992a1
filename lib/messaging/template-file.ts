import * as z from "zod";
import { template, type Template } from "@/lib/model/template";
import { AppError } from "@/lib/platform/app-error";

/** A template as it travels in a file: what a person wrote, without the row it stood in. */
const carried = template.pick({
  name: true,
  kind: true,
  form: true,
  category: true,
  emailType: true,
  subject: true,
  content: true,
  format: true,
  tone: true,
  purpose: true,
  language: true,
  shortcut: true,
  isActive: true,
  tags: true,
});
const carriedFields = Object.keys(carried.shape);

export type CarriedTemplate = z.infer<typeof carried>;

const templateFile = z.object({
  kind: z.literal("rapport-templates"),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  templates: z.array(z.unknown()),
});

export function writeTemplateFile(templates: readonly Template[], now: Date): string {
  const rows = templates.map((row) =>
    Object.fromEntries(
      carriedFields.flatMap((field) => (field in row ? [[field, row[field]]] : [])),
    ),
  );
  const file: z.infer<typeof templateFile> = {
    kind: "rapport-templates",
    version: 1,
    exportedAt: now.toISOString(),
    templates: rows,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type ReadFile = {
  /** To be added. */
  fresh: CarriedTemplate[];
  /** Already in the notebook, word for word. */
  known: number;
  /** Entries that are no templates. */
  unreadable: number;
};

/** @throws AppError("templates-unreadable") where the file is no such file at all. */
export function readTemplateFile(text: string, standing: readonly Template[]): ReadFile {
  const file = templateFile.safeParse(parse(text));
  if (!file.success) throw new AppError("templates-unreadable", {}, { cause: file.error });
  const seen = new Set(standing.map(sameness));
  const read: ReadFile = { fresh: [], known: 0, unreadable: 0 };
  for (const entry of file.data.templates) {
    const one = carried.strip().safeParse(entry);
    if (!one.success) read.unreadable += 1;
    else if (seen.has(sameness(one.data))) read.known += 1;
    else {
      seen.add(sameness(one.data));
      read.fresh.push(one.data);
    }
  }
  return read;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("templates-unreadable", {}, { cause });
  }
}

function sameness({ name, form, language, subject, content }: CarriedTemplate | Template): string {
  return JSON.stringify([name, form ?? "message", language, subject ?? "", content ?? ""]);
}
