import { fold } from "../fold";
import { isNickname } from "./nicknames";

/** How two names are like each other, and how far that alone goes: 1 is the same name. */
export type NameLikeness = {
  kind: "same" | "nickname" | "initial" | "surnameInPart" | "spelling";
  share: number;
};

/** Titles, degrees and words between names: they come and go. */
const NO_NAMES = new Set(
  (
    "dr prof professor mr mrs ms mme mlle herr frau sir ing dipl msc bsc phd mba md jr sr ii iii cpa pmp cfa " +
    "esq nee geb born ne geborene m"
  ).split(" "),
);

const SHARE = { same: 1, nickname: 0.9, surnameInPart: 0.9, initial: 0.75, spelling: 0.75 };

/** The parts of a name, in no order that counts: lower case, no accents, "Mueller" as "Müller". */
export function namePartsOf(fullName: string): string[] {
  return fold(fullName)
    .split(/[ .]+/)
    .filter((part) => /\p{L}/u.test(part) && !NO_NAMES.has(part))
    .map((part) => part.replace(/(?<=[aou])e(?=[^aeiou])/g, ""));
}

/** Undefined where the names are not alike. At least two parts must meet, one of them letter by letter. */
export function compareNames(a: readonly string[], b: readonly string[]): NameLikeness | undefined {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length < 2) return undefined;
  const left = [...many];
  const unmet = few.filter((part) => !take(left, (other) => other === part));
  if (unmet.length === few.length) return undefined;
  const [odd, second] = unmet;
  if (second !== undefined) return undefined;
  if (odd !== undefined) return compareOdd(odd, left);
  const kind = left.length === 0 ? "same" : "surnameInPart";
  return { kind, share: SHARE[kind] };
}

/** All parts but one are the same; what is left of the other name may say that one too. */
function compareOdd(odd: string, left: string[]): NameLikeness | undefined {
  const extra = left.length > 1 ? SHARE.surnameInPart : 1;
  for (const [kind, isAlike] of WAYS) {
    if (take(left, (other) => isAlike(odd, other))) return { kind, share: SHARE[kind] * extra };
  }
  return undefined;
}

const WAYS: readonly ["nickname" | "initial" | "spelling", (a: string, b: string) => boolean][] = [
  ["nickname", isNickname],
  ["initial", (a, b) => (a.length === 1 || b.length === 1) && a[0] === b[0]],
  ["spelling", isMisspelt],
];

function take(list: string[], isIt: (part: string) => boolean): boolean {
  const at = list.findIndex(isIt);
  if (at < 0) return false;
  list.splice(at, 1);
  return true;
}

/** One letter more, less, other or two swapped, in a part long enough for that to be a slip. */
function isMisspelt(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restB.length > restA.length) return restB.slice(1) === restA;
  const isSwapped =
    restA.length > 1 &&
    restA[0] === restB[1] &&
    restA[1] === restB[0] &&
    restA.slice(2) === restB.slice(2);
  return isSwapped || restA.slice(1) === restB.slice(1);
}
