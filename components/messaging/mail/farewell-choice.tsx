import { i18n } from "#i18n";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { FAREWELL_TIMES, farewellLine, type FarewellTime } from "@/lib/messaging/mail/farewell";
import { saveFarewellTime } from "@/lib/messaging/store/mails";
import { language } from "@/components/ui/locale";
import { useFarewellTime } from "./queries";

/** When a mail ends with the line about writing no more, and where the law asks for it. */
export function FarewellChoice() {
  const chosen = useFarewellTime();
  return (
    <section className="grid grid-cols-1 gap-2" aria-labelledby="farewell">
      <h3 id="farewell" className="text-base font-semibold">
        {i18n.t("mailing.farewell.title")}
      </h3>
      <p className="text-sm text-ink-soft">{i18n.t("mailing.farewell.lead")}</p>
      <blockquote className="border-l-2 border-plum/40 pl-3 text-sm text-ink-soft">
        {farewellLine(language(), "link")}
      </blockquote>
      <fieldset className="grid gap-1.5">
        <legend className="sr-only">{i18n.t("mailing.farewell.title")}</legend>
        {FAREWELL_TIMES.map((when) => (
          <label key={when} className="flex items-baseline gap-2 text-sm">
            <input
              type="radio"
              name="farewell"
              className="translate-y-px accent-plum"
              checked={chosen === when}
              onChange={() => choose(when)}
            />
            {i18n.t(`mailing.farewell.times.${when}`)}
          </label>
        ))}
      </fieldset>
      <p className="text-xs text-ink-faint">{i18n.t("mailing.farewell.where")}</p>
    </section>
  );
}

function choose(when: FarewellTime): void {
  saveFarewellTime(when).catch((error: unknown) => say(sentenceOf(error)));
}
