import type { Experience, JobRecord, PersonRecord } from "./capture";
import { splitJobPlace } from "./job-facts";
import { parsePay } from "./salary";
import { employmentKind, workplaceType } from "./words";

const WORK_TIME = new Set(["fullTime", "partTime"]);

type Meaning = { workplaceType?: string; contractType?: string; workTime?: string };

/** What the words of a page mean, beside the words: the page's language does not matter to a filter. */
export function derive(record: PersonRecord | JobRecord): Record<string, unknown> {
  if ("experience" in record && record.experience) {
    return { experience: record.experience.map(withMeaning) };
  }
  const { salary, ...job } = record as JobRecord;
  return {
    ...placeIn(job),
    ...meaningOf(job),
    ...(salary && { salary: { ...parsePay(salary.text), ...salary } }),
  };
}

/** A list shows "New York, NY (Hybrid)" in one. */
function placeIn({ location }: JobRecord): Pick<JobRecord, "location"> {
  return location === undefined ? {} : { location: splitJobPlace(location).location };
}

function withMeaning(entry: Experience): Experience & Meaning {
  const { workTime: _, ...meaning } = meaningOf(entry);
  return { ...entry, ...meaning };
}

function meaningOf({
  workplace,
  employmentType,
}: {
  workplace?: string;
  employmentType?: string;
}): Meaning {
  const place = workplace && workplaceType(workplace);
  const kind = employmentType && employmentKind(employmentType);
  return {
    ...(place && { workplaceType: place }),
    ...(kind && (WORK_TIME.has(kind) ? { workTime: kind } : { contractType: kind })),
  };
}
