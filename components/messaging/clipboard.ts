import { composeMail } from "@/lib/messaging/mail/mail";
import { AppError } from "@/lib/platform/app-error";

type Copied = { text: string; format: "text" | "html" };
type Clip = Pick<Clipboard, "write" | "writeText">;

/** Puts a message in the clipboard; an HTML one in both forms, so that a mail program takes the better. @throws AppError("clipboard-refused") */
export async function copyMessage(
  { text, format }: Copied,
  clipboard: Clip | undefined = navigator.clipboard,
): Promise<void> {
  try {
    if (!clipboard) throw new Error("There is no clipboard here.");
    if (format === "text") return await clipboard.writeText(text);
    const mail = composeMail({ subject: "", body: text, format });
    return await clipboard.write([
      new ClipboardItem({
        "text/plain": blob("text/plain", mail.text),
        "text/html": blob("text/html", mail.html ?? ""),
      }),
    ]);
  } catch (cause) {
    throw new AppError("clipboard-refused", {}, { cause });
  }
}

function blob(type: string, body: string): Blob {
  return new Blob([body], { type });
}
