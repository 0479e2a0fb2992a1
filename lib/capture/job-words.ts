import { JOB_WORDS, type JobWords } from "./languages/job-words";
import { fold } from "./words";

const languages = Object.values(JOB_WORDS);
const wordsOf = (key: keyof JobWords): string =>
  languages
    .map((words) => words[key])
    .filter((words) => words !== "")
    .join("|");

const AGO = new RegExp(
  `\\d.*[^\\p{L}](?:${wordsOf("agoAfter")})$|(?:^|[^\\p{L}])(?:${wordsOf("agoBefore")}) \\D{0,12}\\d|^(?:${wordsOf("now")})$|\\d\\D{0,4}(?:前|전)$`,
  "u",
);
/** "Posted 2 weeks ago", "il y a 3 jours", "vor 3 Tagen", "hace 2 días", "há 1 mês", "2 giorni fa", "3 dagen geleden". */
export const isAgo = (text: string): boolean => text.length < 60 && AGO.test(fold(text));

const APPLIED = new RegExp(`(?:^|[^\\p{L}])(?:${wordsOf("applied")})(?![\\p{L}])`, "u");
/** "Over 100 applicants", "29 people clicked apply", "Soyez parmi les 25 premiers candidats" */
export const isApplicants = (text: string): boolean =>
  /\d/.test(text) && APPLIED.test(fold(text)) && !isAgo(text);

const NOTES = new RegExp(`^(?:${wordsOf("notes")})(?![\\p{L}])`, "u");
/** "Promoted by hirer", "Viewed", "Actively reviewing applicants": what the site says of the job, no fact of it. */
export const isNote = (text: string): boolean => NOTES.test(fold(text));

const SIGN = "(?:[$€£₹¥₺₪₩₱₫฿]|zł|kr\\.?|lei|Kč|Ft|[A-Z]{3}(?![\\p{L}]))";
const AMOUNT = `(?:${SIGN}\\s?\\d|\\d[\\d.,'’\\s]*[KkMm]?\\s?${SIGN})`;
const PERIOD = `(?:/\\s?|(?:^|[^\\p{L}])(?:a|an|per|pro|par|por|al|all'|per) ?)(?:${wordsOf("periods")})(?![\\p{L}])`;
const MONEY = new RegExp(AMOUNT, "u");
const PER = new RegExp(PERIOD, "u");
const RANGE = /\d\D{0,14}[-–—]\D{0,8}\d/;
const LARGE = /\d[.,'’\s]?\d{3}|\d\s?[Kk](?![\p{L}])/u;

/**
 * An amount of money for work, by its sign and by what makes it pay: a period, a range, or its size. An offer of the
 * site's own ("Try Premium for $0") has none of these, or says too much beside it.
 */
export function isPay(text: string): boolean {
  if (text.length > 80 || !MONEY.test(text)) return false;
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length <= 4 && (PER.test(fold(text)) || RANGE.test(text) || LARGE.test(text));
}

const isOneOf = (key: keyof JobWords): ((text: string) => boolean) => {
  const words = new Set(wordsOf(key).split("|"));
  return (text) => words.has(fold(text));
};
export const isSeniority = isOneOf("seniority");
export const isSeniorityLabel = isOneOf("seniorityLabel");
export const isEmploymentLabel = isOneOf("employmentLabel");
/** Of the field of work, and of the industry: neither is a fact kept here. */
export const isOtherLabel = isOneOf("otherLabel");

const CHOSEN = new RegExp(`^(?:${wordsOf("chosen")}), `, "u");
const VERIFIED = new RegExp(`^(?:${wordsOf("verified")})$`, "u");

/** "Selected, Clerk (Verified job)", "Clerk with verification": the title without what is said to who hears the page. */
export function plainTitle(text: string): string {
  const said = CHOSEN.test(fold(text)) ? text.slice(text.indexOf(", ") + 2) : text;
  const inside = /^(.+?)\s+\(([^()]+)\)$/.exec(said);
  if (inside?.[1] && VERIFIED.test(fold(inside[2] ?? ""))) return inside[1];
  const words = said.split(" ");
  const isSuffix = words.length > 2 && VERIFIED.test(fold(words.slice(-2).join(" ")));
  return isSuffix ? words.slice(0, -2).join(" ") : said;
}
