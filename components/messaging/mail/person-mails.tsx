import { i18n } from "#i18n";
import { MailList } from "./mail-list";
import { useMailsWith } from "./queries";

const SHOWN = 3;

/** The last mails with somebody, under the sheet on which the next one is written. */
export default function PersonMails({ personId, name }: { personId: string; name: string }) {
  const mails = useMailsWith(personId);
  const open = mails.filter(({ status }) => status === "scheduled" || status === "failed");
  const others = mails.filter((mail) => !open.includes(mail)).slice(0, SHOWN);
  if (mails.length === 0) return null;
  return (
    <section className="grid gap-2 border-t pt-3">
      <h3 className="text-sm font-semibold">{i18n.t("mailing.list.with", [name])}</h3>
      <MailList mails={[...open, ...others]} label={i18n.t("mailing.list.with", [name])} />
    </section>
  );
}
