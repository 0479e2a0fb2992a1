import { i18n } from "#i18n";
import type { MailFile } from "@/lib/messaging/mail/mime";

type Read = { files: MailFile[]; problem?: undefined } | { problem: string };

/** Files as they travel, as long as all of them together are no more than the mailbox takes. */
export async function readFiles(
  chosen: readonly File[],
  standing: readonly MailFile[],
  limit: number,
): Promise<Read> {
  const held = standing.reduce((sum, { data }) => sum + Math.floor((data.length * 3) / 4), 0);
  const added = chosen.reduce((sum, { size }) => sum + size, 0);
  if (held + added > limit) {
    const megabytes = String(Math.floor(limit / 100_000) / 10);
    return { problem: i18n.t("mailing.send.filesTooLarge", [megabytes]) };
  }
  const files = await Promise.all(
    chosen.map(async (file) => ({
      name: file.name,
      type: file.type || "application/octet-stream",
      data: await base64Of(file),
    })),
  );
  // A file chosen again takes the place of the one of its name.
  const names = new Set(files.map(({ name }) => name));
  return { files: [...standing.filter(({ name }) => !names.has(name)), ...files] };
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
