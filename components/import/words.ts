import { i18n } from "#i18n";
import { fieldLabel } from "@/lib/contacts/field-label";
import type { Refusal } from "@/lib/import/draft";
import type { Verdict } from "@/lib/import/line";
import type { Likeness } from "@/lib/import/people-index";
import type { SourceView } from "@/lib/import/port";
import type { FileProblem } from "@/lib/import/problem";

/** Every code of an import as a sentence, and nowhere else. */

const WHY: Record<Refusal | Likeness, () => string> = {
  noName: () => i18n.t("import.why.noName"),
  nobody: () => i18n.t("import.why.nobody"),
  noTitle: () => i18n.t("import.why.noTitle"),
  noDate: () => i18n.t("import.why.noDate"),
  noPerson: () => i18n.t("import.why.noPerson"),
  twoOfThatName: () => i18n.t("import.why.twoOfThatName"),
  badQuotes: () => i18n.t("import.why.badQuotes"),
  columns: () => i18n.t("import.why.columns"),
  badValue: () => i18n.t("import.why.badValue"),
  leftOut: () => i18n.t("import.why.leftOut"),
  unreadable: () => i18n.t("import.why.unreadable"),
  sameNameAndCompany: () => i18n.t("import.why.sameNameAndCompany"),
  sameName: () => i18n.t("import.why.sameName"),
  sameEmail: () => i18n.t("import.why.sameEmail"),
};

type Detail = Record<string, string | number>;

const PROBLEM: Record<FileProblem, (detail: Detail) => string> = {
  tooLarge: () => i18n.t("import.problem.tooLarge"),
  notKnown: () => i18n.t("import.problem.notKnown"),
  empty: () => i18n.t("import.problem.empty"),
  zipCutOff: () => i18n.t("import.problem.zipCutOff"),
  zipDamaged: () => i18n.t("import.problem.zipDamaged"),
  zipBomb: () => i18n.t("import.problem.zipBomb"),
  zipEncrypted: () => i18n.t("import.problem.zipEncrypted"),
  zipInZip: () => i18n.t("import.problem.zipInZip"),
  sqlite: () => i18n.t("import.problem.sqlite"),
  zipMethod: () => i18n.t("import.problem.zipMethod"),
  tooManyEntries: () => i18n.t("import.problem.tooManyEntries"),
  tooManyRows: ({ most }) => i18n.t("import.problem.tooManyRows", [most ?? ""]),
  openQuote: ({ line }) => i18n.t("import.problem.openQuote", [line ?? ""]),
  notJson: () => i18n.t("import.problem.notJson"),
  notResume: () => i18n.t("import.problem.notResume"),
  backupUnreadable: () => i18n.t("import.problem.backupUnreadable"),
  backupNewer: () => i18n.t("import.problem.backupNewer"),
};

const VERDICT: Record<Verdict, () => string> = {
  new: () => i18n.t("import.verdicts.new"),
  changed: () => i18n.t("import.verdicts.changed"),
  same: () => i18n.t("import.verdicts.same"),
  doubtful: () => i18n.t("import.verdicts.doubtful"),
  refused: () => i18n.t("import.verdicts.refused"),
};

const NO_LINES: Record<Verdict, () => string> = {
  new: () => i18n.t("import.noLines.new"),
  changed: () => i18n.t("import.noLines.changed"),
  same: () => i18n.t("import.noLines.same"),
  doubtful: () => i18n.t("import.noLines.doubtful"),
  refused: () => i18n.t("import.noLines.refused"),
};

/** Fields that only an import names: the others have their word with the people and jobs. */
const COLUMN: Record<string, () => string> = {
  address: () => i18n.t("import.columns.address"),
  appliedAt: () => i18n.t("import.columns.appliedAt"),
  applicationDeadline: () => i18n.t("import.columns.applicationDeadline"),
  employees: () => i18n.t("import.columns.employees"),
  foundedYear: () => i18n.t("import.columns.foundedYear"),
  headquarters: () => i18n.t("import.columns.headquarters"),
  legalName: () => i18n.t("import.columns.legalName"),
  linkedInUrl: () => i18n.t("import.columns.linkedInUrl"),
  name: () => i18n.t("import.columns.name"),
  siret: () => i18n.t("import.columns.siret"),
  stage: () => i18n.t("import.columns.stage"),
  website: () => i18n.t("import.columns.website"),
  websites: () => i18n.t("import.columns.websites"),
};

const KIND: Record<SourceView["kind"], () => string> = {
  linkedIn: () => i18n.t("import.kinds.linkedIn"),
  csv: () => i18n.t("import.kinds.csv"),
  vcard: () => i18n.t("import.kinds.vcard"),
  resume: () => i18n.t("import.kinds.resume"),
  backup: () => i18n.t("import.kinds.backup"),
};

export const whyText = (why: Refusal | Likeness): string => WHY[why]();
export const problemText = (problem: FileProblem, detail: Detail = {}): string =>
  PROBLEM[problem](detail);
export const verdictText = (verdict: Verdict): string => VERDICT[verdict]();
export const noLinesText = (verdict: Verdict): string => NO_LINES[verdict]();
export const columnText = (field: string): string => COLUMN[field]?.() ?? fieldLabel(field);
export const kindText = (kind: SourceView["kind"]): string => KIND[kind]();
