import { sniff, type Readable } from "./csv";
import { guessMapping } from "./csv-mapping/guess-mapping";
import { detectEncoding } from "./encoding";
import { openGzip } from "./gzip";
import { resume } from "./json-resume/resume-schema";
import { LIMITS } from "./limits";
import { fileKey } from "./linkedin-export/files";
import { recogniseExport } from "./linkedin-export/read-export";
import { ownTable } from "./notebook-file/read-own-table";
import { UnreadableFile } from "./problem";
import type { Content, Opened, Source } from "./source";
import { openZip } from "./zip";

export type DroppedFile = { name: string; blob: Blob; lastModified?: number };

/** Files of an export that only look like others: talks with assistants have the columns of messages. */
const NOT_PEOPLE = new Set(["guidemessages", "learningcoachmessages", "learningroleplaymessages"]);

/** Looks at what was dropped, by content before name. What cannot be read says why; nothing is thrown. */
export async function recognise(
  files: readonly DroppedFile[],
  now: Date = new Date(),
): Promise<Opened> {
  const opened: Opened = { sources: [], passedOver: [], refused: [] };
  for (const file of files) {
    const at = new Date(Math.min(file.lastModified ?? now.getTime(), now.getTime())).toISOString();
    try {
      if (file.blob.size > LIMITS.fileBytes) throw new UnreadableFile("tooLarge");
      if (file.blob.size === 0) throw new UnreadableFile("empty");
      const magic = await magicOf(file.blob);
      if (magic === "zip") {
        await addZip(opened, file, at);
        continue;
      }
      const readable = magic === "gzip" ? await openGzip(file.name, file.blob) : asReadable(file);
      add(opened, await contentOf(readable), readable, at);
    } catch (error) {
      addRefusal(opened, file.name, error);
    }
  }
  opened.sources.sort((a, b) => orderOf(a) - orderOf(b));
  opened.sources.forEach((source, index) => (source.index = index));
  return opened;
}

async function addZip(opened: Opened, file: DroppedFile, at: string): Promise<void> {
  const found: { readable: Readable; content: Content }[] = [];
  const others: string[] = [];
  for (const entry of await openZip(file.blob)) {
    const isHidden = /(^|\/)(__MACOSX\/|\.)/.test(entry.path);
    if (isHidden || entry.bytes === 0) continue;
    if (!/\.(?:csv|vcf|json)$/i.test(entry.path) || NOT_PEOPLE.has(fileKey(entry.path))) {
      others.push(entry.path);
      continue;
    }
    try {
      found.push({ readable: entry, content: await contentOf(entry) });
    } catch (error) {
      // A bomb inside makes the whole ZIP suspect; a file that is merely unknown does not.
      if (error instanceof UnreadableFile && error.problem.startsWith("zip")) throw error;
      others.push(entry.path);
    }
  }
  const isExport = found.some(({ content }) => content.kind === "linkedIn");
  for (const { readable, content } of found) {
    if (isExport && content.kind !== "linkedIn") others.push(readable.path);
    else add(opened, content, readable, at, file.name);
  }
  if (found.length === 0) {
    const isNested = others.some((path) => /\.zip$/i.test(path));
    throw new UnreadableFile(isNested ? "zipInZip" : "notKnown");
  }
  opened.passedOver.push(...others);
}

function add(
  opened: Opened,
  content: Content,
  readable: Readable,
  at: string,
  container?: string,
): void {
  const source: Source = { index: 0, readable, at, ...content };
  opened.sources.push(container === undefined ? source : { ...source, container });
}

async function contentOf(file: Readable): Promise<Content> {
  const start = (await startOf(file)).trimStart();
  if (start.startsWith("SQLite format 3")) throw new UnreadableFile("sqlite");
  if (/^BEGIN:VCARD/i.test(start)) return { kind: "vcard" };
  if (/^[[{]/.test(start) && !/\.csv$/i.test(file.path)) return contentOfJson(file, start);
  const { dialect, head } = await sniff(file);
  if (head.length === 0) throw new UnreadableFile("empty");
  const table = ownTable(head);
  if (table) return { kind: "backup", rows: { table, dialect } };
  const known = recogniseExport(file.path, head);
  if (known) return { kind: "linkedIn", dialect, known };
  const isTable =
    head.some(({ cells }) => cells.length > 1) || /\.(?:csv|tsv|txt)$/i.test(file.path);
  if (!isTable || head.some(isBinary)) throw new UnreadableFile("notKnown");
  return { kind: "csv", dialect, head, mapping: guessMapping(head) };
}

function isBinary({ cells }: { cells: readonly string[] }): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what no text holds
  return cells.some((cell) => /[\u0000-\u0008\u000e-\u001f]/.test(cell));
}

async function contentOfJson(file: Readable, start: string): Promise<Content> {
  if (/^\{\s*"format"\s*:\s*"rapport-(?:notebook|database)"/.test(start)) {
    return { kind: "backup" };
  }
  if (file.bytes > LIMITS.cardChars) throw new UnreadableFile("notKnown");
  const text = await new Response(file.open()).text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableFile("notJson", {}, { cause });
  }
  const parsed = resume.safeParse(value);
  const isResume = parsed.success && (parsed.data.basics ?? parsed.data.work);
  if (!isResume) throw new UnreadableFile("notResume");
  return { kind: "resume", resume: parsed.data };
}

async function startOf(file: Readable): Promise<string> {
  for await (const chunk of file.open()) {
    const bytes = chunk.subarray(0, 4096);
    const encoding = await detectEncoding(new Blob([bytes]).stream());
    return new TextDecoder(encoding).decode(bytes);
  }
  return "";
}

async function magicOf(blob: Blob): Promise<"zip" | "gzip" | undefined> {
  const [a, b, c, d] = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  if (a === 0x1f && b === 0x8b) return "gzip";
  const isZip = a === 0x50 && b === 0x4b && (c === 3 || c === 5) && (d === 4 || d === 6);
  return isZip ? "zip" : undefined;
}

function asReadable({ name, blob }: DroppedFile): Readable {
  return {
    path: name,
    bytes: blob.size,
    open: () => blob.stream(),
  };
}

function addRefusal(opened: Opened, path: string, error: unknown): void {
  if (!(error instanceof UnreadableFile)) throw error;
  opened.refused.push({ path, problem: error.problem, detail: error.detail });
}

/** Whom one knows before who wrote; everything else as it was dropped. */
function orderOf(source: Source): number {
  if (source.kind === "backup") return -1;
  return source.kind === "linkedIn" ? source.known.file.order : 1000;
}
