import { describe, expect, it } from "vitest";
import { likeableOf, photoIdOf } from "@/lib/contacts/likeness/likeable";
import { likelyPairs } from "@/lib/contacts/likeness/likely-pairs";
import { weighPair } from "@/lib/contacts/likeness/weigh-pair";
import type { Person } from "@/lib/model/person";
import { inventPeople } from "./likeness-pairs";

const who = (id: string, fields: Partial<Person> & { fullName: string }) =>
  likeableOf({ id, createdAt: "2026-01-01T00:00:00.000Z", ...fields });

const photo = (size: number) =>
  `https://media.licdn.com/dms/image/v2/D4E03AQinvented0/profile-displayphoto-shrink_${size}_${size}/0/1`;

function pairsOf(people: Parameters<typeof likelyPairs>[0]) {
  const steps = likelyPairs(people, () => false);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const at = (fullName: string, more: Partial<Person> = {}) => ({
  fullName,
  company: "Quillmark",
  ...more,
});

describe("two rows may be one", () => {
  it.each([
    ["sameNameAndCompany", at("Zoé Müller"), at("Mueller Zoe", { company: "Quillmark GmbH" })],
    ["nickname", at("Robert Lindqvist"), at("Bob Lindqvist")],
    ["initial", at("Nora Ashgrove"), at("N. Ashgrove")],
    ["surnameInPart", at("Ana García"), at("Ana García López")],
    ["formerName", at("Ana Hartley", { formerName: "García" }), at("Ana García")],
    ["spelling", at("Nora Winterbourne"), at("Nora Winterborne")],
    [
      "sameNameOnceThere",
      at("Nora Ashgrove"),
      { fullName: "Nora Ashgrove", company: "Lantern", experience: [{ company: "Quillmark" }] },
    ],
    [
      "sameEmail",
      at("Ana García", { email: "ana@mail.example" }),
      { fullName: "Ana Hartley", email: "Ana@mail.example" },
    ],
  ] as const)("%s", (why, a, b) => {
    const found = weighPair(who("a", a), who("b", b as never));
    expect(found?.why).toBe(why);
    expect(weighPair(who("b", b as never), who("a", a))).toEqual(found);
  });

  it("by their photo's id, in whatever size", () => {
    expect(photoIdOf(photo(100))).toBe(photoIdOf(photo(800)));
    expect(
      weighPair(
        who("a", { fullName: "Ana García", photoUrl: photo(100) }),
        who("b", { fullName: "Ana García", photoUrl: photo(800) }),
      )?.why,
    ).toBe("samePhoto");
  });

  it.each([
    ["namesakes elsewhere", at("Nora Ashgrove"), { fullName: "Nora Ashgrove", company: "Lantern" }],
    ["colleagues of one surname", at("Nora Ashgrove"), at("Milo Ashgrove")],
    ["colleagues of one first name", at("Nora Ashgrove"), at("Nora Delacroix")],
    [
      "an office's mailbox",
      at("Nora Ashgrove", { email: "info@q.example" }),
      at("Milo Delacroix", { email: "info@q.example" }),
    ],
    [
      "two members of one name",
      at("Nora Ashgrove", { memberUrn: "u1" }),
      at("Nora Ashgrove", { memberUrn: "u2" }),
    ],
  ])("but not %s", (_, a, b) => {
    expect(weighPair(who("a", a), who("b", b))).toBeUndefined();
  });
});

it("finds most of who is twice among thousands, and asks about few who are not", () => {
  const { people, same } = inventPeople(4000, 11);
  const found = pairsOf(people).map(({ ids }) => ids.join(" "));
  const right = found.filter((pair) => same.has(pair)).length;
  const precision = right / found.length;
  const recall = right / same.size;
  console.info(
    `likeness: ${same.size} pairs among ${people.length} people, ${found.length} proposed, ` +
      `precision ${(precision * 100).toFixed(1)} %, recall ${(recall * 100).toFixed(1)} %`,
  );
  expect(precision).toBeGreaterThan(0.9);
  expect(recall).toBeGreaterThan(0.9);
});
