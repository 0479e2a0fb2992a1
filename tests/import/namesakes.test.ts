import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "@/lib/contacts/fold";
import { PeopleIndex } from "@/lib/import/people-index";
import { MemoryNotebook, planOf } from "./notebook-in-memory";

const person = fc.record({
  fullName: fc.constantFrom("Ada Quill", "ada  quill", "Bo Nakamura"),
  company: fc.constantFrom("", "Novelia", "NOVELIA", "Inkwell"),
  publicId: fc.option(fc.constantFrom("a", "b", "c", "d"), { nil: undefined }),
  isNew: fc.boolean(),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

/** As one would say it, looking at everyone. */
function likely(all: readonly (Person & { id: string })[], keys: Person): Record<string, string> {
  const company = fold(keys.company);
  return Object.fromEntries(
    all.flatMap(({ id, ...one }) => {
      if (fold(one.fullName) !== fold(keys.fullName)) return [];
      const haveOther = keys.publicId !== undefined && one.publicId !== undefined;
      if (haveOther && one.isNew) return [];
      const there = fold(one.company);
      if (company !== "" && company === there) return [[id, "sameNameAndCompany"]];
      return !haveOther && (company === "" || there === "") ? [[id, "sameName"]] : [];
    }),
  );
}

const told = ({ publicId, company, fullName }: Person) => ({
  fullName,
  emails: [],
  isSelf: false,
  ...(company && { company }),
  ...(publicId && { publicId }),
});

test("of namesakes the same are likely as if everyone had been looked at, also after one has moved", () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 15 }), person, person, (people, moved, keys) => {
      const index = new PeopleIndex();
      const all = people.map((one, at) => ({ ...one, id: `p${at}` }));
      for (const one of all) index.add({ id: one.id, ...told(one) }, one.isNew);
      const [first] = all;
      if (first) {
        const over = { company: moved.company || first.company, fullName: moved.fullName };
        Object.assign(first, over);
        index.add({ id: first.id, ...told(first) }, first.isNew);
      }
      const { fullName: name, company, publicId } = keys;
      const found = index.match({ name, company, ...(publicId && { publicId }) });
      const held = publicId !== undefined && all.some((one) => one.publicId === publicId);
      if (held) {
        expect(found.kind).toBe("exact");
        return;
      }
      const candidates = found.kind === "likely" ? found.candidates : [];
      expect(Object.fromEntries(candidates.map(({ id, why }) => [id, why]))).toEqual(
        likely(all, keys),
      );
      const namesakes = all.filter((one) => fold(one.fullName) === fold(name));
      const [only] = namesakes;
      expect(index.named(name)).toEqual(
        only && namesakes.length === 1 ? { id: only.id } : { count: namesakes.length },
      );
    }),
  );
});

// Looking at every namesake for every line took a minute for these.
test("a table of twenty thousand people of one name and one firm is checked, and in a moment", async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `Ada Quill,Novelia,note ${at}`);
  const blob = new Blob([["Name,Company,Shelf", ...lines].join("\n")]);
  const { plan } = await planOf(new MemoryNotebook(), [
    { name: "people.csv", blob, lastModified: 0 },
  ]);
  expect(plan.counts).toMatchObject({ new: 1, doubtful: 19_999 });
});
