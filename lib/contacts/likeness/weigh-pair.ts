import type { Likeness } from "@/lib/model/merge";
import type { Likeable } from "./likeable";
import { compareNames, type NameLikeness } from "./names";

/** Why two rows may be one person, and how likely that is: a share of one. */
export type PairLikeness = { why: Likeness; likelihood: number };

/** From here on a pair is worth a person's look. */
export const WORTH_ASKING = 0.6;

/** What each meeting point is worth where the name is the same. */
const WORTH = {
  email: 0.97,
  emailAlone: 0.62,
  photo: 0.96,
  photoAlone: 0.7,
  company: 0.93,
  onceThere: 0.83,
  bothOnceThere: 0.76,
} as const;

/** Mailboxes of an office, not of a person. */
const SHARED_MAILBOX =
  /^(?:info|contact|hello|office|team|sales|jobs|hr|rh|admin|support|mail|bonjour|kontakt)@/;

/** Two addresses of profiles may be one person's old and new; two member numbers hardly ever are one. */
const OTHER_ADDRESS = 0.85;
const OTHER_MEMBER = 0.55;
const OTHER_PLACE = 0.92;

/** How likely two rows that are surely neither the same nor told apart are one person. */
export function weighPair(a: Likeable, b: Likeable): PairLikeness | undefined {
  const name = compareNames(a.name, b.name) ?? byFormerName(a, b);
  const found = [...byMeeting(a, b, name), ...byCompany(a, b, name)];
  const best = found.toSorted((one, other) => other.likelihood - one.likelihood)[0];
  if (!best) return undefined;
  const likelihood = best.likelihood * doubt(a, b, best.why);
  return likelihood >= WORTH_ASKING ? { why: best.why, likelihood } : undefined;
}

type Named = Omit<NameLikeness, "kind"> & { kind: NameLikeness["kind"] | "formerName" };

function byFormerName(a: Likeable, b: Likeable): Named | undefined {
  const isSo = [
    [a.formerName, b.name],
    [b.formerName, a.name],
  ].some(([former, name]) => former && name && isCalled(former, name, a, b));
  return isSo ? { kind: "formerName", share: 0.93 } : undefined;
}

/** A former name may be noted whole, or only the surname: then the first name must be the same. */
function isCalled(
  former: readonly string[],
  name: readonly string[],
  a: Likeable,
  b: Likeable,
): boolean {
  if (former.length > 1) return compareNames(former, name) !== undefined;
  const [only] = former;
  return only !== undefined && name.includes(only) && a.name.some((part) => b.name.includes(part));
}

function* byMeeting(a: Likeable, b: Likeable, name: Named | undefined): Generator<PairLikeness> {
  const email = a.emails.find((one) => b.emails.includes(one));
  if (email !== undefined && name) {
    yield { why: "sameEmail", likelihood: WORTH.email * Math.max(name.share, 0.9) };
  } else if (email !== undefined && !SHARED_MAILBOX.test(email)) {
    const sharesPart = a.name.some((part) => b.name.includes(part));
    yield { why: "sameEmail", likelihood: sharesPart ? 0.85 : WORTH.emailAlone };
  }
  if (a.photo === undefined || a.photo !== b.photo) return;
  yield {
    why: "samePhoto",
    likelihood: name ? WORTH.photo * Math.max(name.share, 0.9) : WORTH.photoAlone,
  };
}

function* byCompany(a: Likeable, b: Likeable, name: Named | undefined): Generator<PairLikeness> {
  if (!name) return;
  const why = WHY[name.kind];
  if (a.now !== undefined && a.now === b.now) {
    yield { why: why ?? "sameNameAndCompany", likelihood: WORTH.company * name.share };
    return;
  }
  if (wasWhere(a, b) || wasWhere(b, a)) {
    yield { why: why ?? "sameNameOnceThere", likelihood: WORTH.onceThere * name.share };
  } else if (a.past.some((one) => b.past.includes(one))) {
    yield { why: why ?? "sameNameOnceThere", likelihood: WORTH.bothOnceThere * name.share };
  }
}

const WHY: Partial<Record<Named["kind"], Likeness>> = {
  nickname: "nickname",
  initial: "initial",
  formerName: "formerName",
  surnameInPart: "surnameInPart",
  spelling: "spelling",
};

/** What speaks against it. A photo or a mailbox of one's own is not two members' by chance. */
function doubt(a: Likeable, b: Likeable, why: Likeness): number {
  if (why === "sameEmail" || why === "samePhoto") return 1;
  if (isOther(a.memberUrn, b.memberUrn)) return OTHER_MEMBER;
  return (
    (isOther(a.publicId, b.publicId) ? OTHER_ADDRESS : 1) *
    (isOther(a.place, b.place) ? OTHER_PLACE : 1)
  );
}

/** One works where the other once did. */
function wasWhere(one: Likeable, other: Likeable): boolean {
  return one.now !== undefined && other.past.includes(one.now);
}

function isOther(one?: string, other?: string): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
