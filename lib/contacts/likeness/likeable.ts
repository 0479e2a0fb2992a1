import type { Person } from "@/lib/model/person";
import { companyNameKey } from "../company-keys";
import { fold } from "../fold";
import { namePartsOf } from "./names";

/** Of a person, what may show that another row is the same one. */
export type Likeable = {
  id: string;
  name: readonly string[];
  formerName?: readonly string[];
  emails: readonly string[];
  /** The photo's own id, from its address: the same upload has the same one in every size. */
  photo?: string;
  /** Folded, with the name as it stands for the sentence. */
  now?: string;
  past: readonly string[];
  place?: string;
  publicId?: string;
  memberUrn?: string;
};

const MOST_PAST = 5;

export function likeableOf(person: Person): Likeable {
  const now = companyNameKey(person.company ?? "");
  const held = (person.experience ?? []).map(({ company }) => companyNameKey(company ?? ""));
  const past = [...new Set(held)].filter((key) => key !== "" && key !== now).slice(0, MOST_PAST);
  const photo = photoIdOf(person.photoUrl);
  const emails = [person.email, ...(person.contact?.emails ?? [])];
  const { publicId, memberUrn, formerName, location } = person;
  return {
    id: person.id,
    name: namePartsOf(person.fullName),
    ...(formerName && { formerName: namePartsOf(formerName) }),
    emails: [...new Set(emails.flatMap((one) => (one ? one.trim().toLowerCase() : [])))],
    ...(photo && { photo }),
    ...(now && { now }),
    past,
    ...(location && { place: fold(location) }),
    ...(publicId && { publicId }),
    ...(memberUrn && { memberUrn }),
  };
}

/** From "…/dms/image/v2/D4E03AQ…/profile-displayphoto-…"; the photo itself is not looked at. */
export function photoIdOf(url: string | undefined): string | undefined {
  return /\/dms\/image\/(?:v\d+\/)?([A-Za-z0-9_-]{12,})\/profile-/.exec(url ?? "")?.[1];
}
