import type { Certification, Education } from "./capture";
import { findDate, isRange, parseRange } from "./dates";
import { all, outermost } from "./dom";
import { externalLink } from "./external-link";
import { given } from "./given";
import { linesOf, textsOf, WRITTEN } from "./text";
import { companyIn } from "./url";
import { fold } from "./words";

/**
 * School, degree line, dates. The page writes degree and field as one line with commas that may be part of
 * either, so the line is kept whole.
 */
export function readEducation(item: Element): Education | undefined {
  const inner = outermost(all(item, `li, ${WRITTEN}`));
  const lines = textsOf(item, (el) => inner.includes(el));
  const at = lines.findIndex(isRange);
  const [school, second] = at < 0 ? lines : lines.slice(0, at);
  if (!school) return undefined;
  const range = parseRange(lines[at] ?? "");
  const written = inner
    .flatMap((el) => linesOf(el))
    .filter((line) => !line.el.closest("a"))
    .map((line) => line.text);
  const notes = [...lines.slice(at + 1), ...written];
  const [grade, activities] = [GRADE, ACTIVITIES].map((label) =>
    notes.find((line) => label.test(fold(line))),
  );
  return given({
    school,
    schoolUrl: companyIn(item)?.companyUrl,
    // Without dates the second line may be a remark ("Grade: …"), which a degree is not.
    degree: at < 0 && second?.includes(":") ? undefined : second,
    // A single year is the year of the degree: the form asks for it alone.
    startDate: range?.start === range?.end ? undefined : range?.start,
    endDate: range?.end,
    grade: grade && afterColon(grade),
    activities: activities && afterColon(activities),
    description: written.filter((line) => line !== grade && line !== activities).join("\n"),
  });
}

/** What stands before the colon in each language there is a table for, without accents. */
const GRADE =
  /^(?:grade|resultat|resultat obtenu|note|abschlussnote|nota|calificacion|votazione|cijfer|eindcijfer) ?: /;
const ACTIVITIES =
  /^(?:activities and societies|activites et associations|aktivitaten und verbande|actividades y grupos|atividades e grupos|attivita e associazioni|activiteiten en verenigingen) ?: /;
const afterColon = (line: string): string => line.slice(line.indexOf(":") + 1).trim();

/** Name, issuer, "Issued Jan 2024 · Expires Jan 2027", "Credential ID 5", a link to it. */
export function readCertification(item: Element): Certification | undefined {
  const inner = outermost(all(item, "li"));
  const [name, ...rest] = textsOf(item, (el) => inner.includes(el));
  if (!name) return undefined;
  const dated = rest.find((line) => findDate(line) !== undefined);
  const [issuedAt, expiresAt] = dated?.split(" · ").map(findDate) ?? [];
  const [second] = rest;
  const isIssuer = second !== dated && !/\bID\b/i.test(second ?? "");
  return given({
    name,
    issuer: isIssuer ? second : undefined,
    issuedAt,
    expiresAt,
    credentialId: rest.map((line) => /\bID:?\s+(\S+)$/.exec(line)?.[1]).find(Boolean),
    url: externalLink(item, () => true),
  });
}

export function readLanguage(item: Element): { name: string; level?: string } | undefined {
  const [name, level] = textsOf(item);
  return name ? given({ name, level }) : undefined;
}

/** The first line; what follows are endorsements, with other people's names. */
export function readSkill(item: Element): { name: string } | undefined {
  const [name] = textsOf(item);
  return name ? { name } : undefined;
}
