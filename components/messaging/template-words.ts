import { i18n } from "#i18n";
import { emailType, template } from "@/lib/model/template";
import type { Option } from "./words";

/** The choices of a template, each with its word. */
const optionsOf = (values: readonly string[], label: (value: string) => string): Option[] =>
  values.map((value) => ({ value, label: label(value) }));

export const categoryOptions = () =>
  optionsOf(template.shape.category.unwrap().options, (one) =>
    i18n.t(`messaging.categories.${one as "thanks"}`),
  );
export const emailTypeOptions = () =>
  optionsOf(emailType.options, (one) => i18n.t(`messaging.emailTypes.${one as "welcome"}`));
export const toneOptions = () =>
  optionsOf(template.shape.tone.unwrap().options, (one) =>
    i18n.t(`messaging.tones.${one as "formal"}`),
  );
export const purposeOptions = () =>
  optionsOf(template.shape.purpose.unwrap().options, (one) =>
    i18n.t(`messaging.purposes.${one as "job"}`),
  );
