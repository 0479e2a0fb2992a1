import type { Company } from "@/lib/model/company";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import { companyNameKey, keyFields, keysOfCompany, type CompanyNamed } from "./company-keys";
import { idOfCompany, matchCompany, type CompanyKeys } from "./company-match";

export type CompanyEdit = { id: string; fields: Record<string, string | true> };

/** Where a person works now: the position that bears the company's name knows its number and address too. */
export function employerOf(person: Person): CompanyNamed | undefined {
  const name = companyNameKey(person.company ?? "");
  if (name === "") return undefined;
  const post = person.experience?.find((one) => companyNameKey(one.company ?? "") === name);
  return { name: person.company, companyId: post?.companyId, url: post?.companyUrl };
}

/** Every company a person's career names, the present one first. */
export function employersOf(person: Person): CompanyNamed[] {
  const now = employerOf(person);
  const held = (person.experience ?? []).map(({ company, companyId, companyUrl }) => ({
    name: company,
    companyId,
    url: companyUrl,
  }));
  return now ? [now, ...held] : held;
}

export function employerOfJob(job: Job): CompanyNamed {
  return { name: job.companyName, companyId: job.companyId, url: job.companyUrl };
}

/** Companies by what they are called, and those that are to be made or to learn a name. */
export class CompanyDirectory {
  readonly #byKey = new Map<string, CompanyKeys[]>();
  readonly #edits = new Map<string, CompanyEdit>();
  /** Taken by a company that a person erased: no link makes it again. */
  readonly #erased: ReadonlySet<string>;

  constructor(companies: Iterable<Pick<Company, "id" | "keys">>, erased: ReadonlySet<string>) {
    this.#erased = erased;
    for (const company of companies) this.#index({ ...company, keys: [...(company.keys ?? [])] });
  }

  /** The company's row, which is made if there is none; undefined where none is named, or it was erased. */
  idFor(named: CompanyNamed): string | undefined {
    const [first, ...others] = keysOfCompany(named);
    if (first === undefined) return undefined;
    const keys = [first, ...others] as const;
    const found = matchCompany(
      keys,
      keys.flatMap((key) => this.#byKey.get(key) ?? []),
    );
    const id = found?.id ?? idOfCompany([first, ...others]);
    if (this.#erased.has(id)) return undefined;
    const missing = keys.filter((key) => !found?.keys?.includes(key));
    if (found && missing.length === 0) return id;
    // A row is made with a name that one can read.
    if (!found && !named.name?.trim()) return undefined;
    const fields = {
      ...(!found && { name: named.name?.trim() ?? "" }),
      ...this.#edits.get(id)?.fields,
      ...known(named),
      ...keyFields(missing),
    };
    this.#edits.set(id, { id, fields });
    this.#index({ id, keys: [...(found?.keys ?? []), ...missing] });
    return id;
  }

  /** The row that is there, if one is. */
  find(named: CompanyNamed): string | undefined {
    const keys = keysOfCompany(named);
    return matchCompany(
      keys,
      keys.flatMap((key) => this.#byKey.get(key) ?? []),
    )?.id;
  }

  /** A row somebody else makes: its id, and the keys to save with it. */
  claim(named: CompanyNamed): { id: string; fields: Record<string, true> } | undefined {
    const [first, ...others] = keysOfCompany(named);
    if (first === undefined) return undefined;
    const id = idOfCompany([first, ...others]);
    this.#index({ id, keys: [first, ...others] });
    return { id, fields: keyFields([first, ...others]) };
  }

  /** What is to be saved since the last time it was asked. */
  takeEdits(): CompanyEdit[] {
    const edits = [...this.#edits.values()];
    this.#edits.clear();
    return edits;
  }

  #index(company: CompanyKeys): void {
    for (const key of company.keys ?? []) {
      const others = (this.#byKey.get(key) ?? []).filter(({ id }) => id !== company.id);
      this.#byKey.set(key, [...others, company]);
    }
  }
}

/** The number and the address, where a key was missing that they would have given. */
function known({ companyId, url }: CompanyNamed): Record<string, string> {
  return {
    ...(companyId && { externalId: companyId }),
    ...(url && { linkedInUrl: url }),
  };
}
