import { i18n } from "#i18n";
import { Segmented } from "@/components/ui/segmented";
import { previewPage } from "@/lib/messaging/mail/mail";

export function FormatChoice({
  format,
  onFormat,
}: {
  format: "text" | "html";
  onFormat: (format: "text" | "html") => void;
}) {
  return (
    <Segmented
      label={i18n.t("messaging.mail.format")}
      value={format}
      options={[
        { value: "text", label: i18n.t("messaging.mail.text") },
        { value: "html", label: "HTML" },
      ]}
      onChange={onFormat}
      className="justify-self-start"
    />
  );
}

/** An HTML mail as it will look, in a frame in which nothing runs and nothing is fetched. */
export function HtmlPreview({ html }: { html: string }) {
  return (
    <iframe
      title={i18n.t("messaging.mail.preview")}
      sandbox=""
      srcDoc={previewPage(html, i18n.t("messaging.mail.preview"))}
      className="h-48 w-full rounded-md border bg-white"
    />
  );
}
