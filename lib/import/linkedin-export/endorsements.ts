import { publicIdOf } from "@/lib/capture/url";
import { fold } from "@/lib/contacts/fold";
import type { PersonDraft, Reading } from "../draft";
import { refuse } from "../draft";
import { joinNames, labelled, OWNER, type ExportFile, type ExportRow } from "./export-file";
import { isNobody } from "./nobody";

type Endorser = { line: number; name: string; publicId: string | undefined; skills: string[] };

/** Gathers rows by the other person: one line of the plan says all that passed with them. */
function gather(first: "endorserFirst" | "endorseeFirst", last: "endorserLast" | "endorseeLast") {
  const people = new Map<string, Endorser>();
  return {
    people,
    add(row: ExportRow, url: string): string | undefined {
      const name = joinNames(row.text(first), row.text(last));
      const skill = row.text("skill");
      if (isNobody(name) || skill === "") return undefined;
      const publicId = publicIdOf(url);
      const key = publicId ?? fold(name);
      const known = people.get(key);
      if (!known) people.set(key, { line: row.line, name, publicId, skills: [skill] });
      else if (!known.skills.includes(skill)) known.skills.push(skill);
      return skill;
    },
  };
}

/** Nobody is made from an endorsement: it is a fact about someone who is there already. */
function draftOf({ line, name, publicId, skills }: Endorser, word: string): PersonDraft {
  return {
    kind: "person",
    line,
    label: labelled(name, skills.toSorted().join(", ")),
    who: { name, ...(publicId && { publicId }) },
    fields: { imported: { [word]: skills.toSorted().join(", ") } },
    isOnlyKnown: true,
  };
}

/** Endorsements of the owner's skills: how many each skill has, and who gave them. */
export const endorsementsReceived: ExportFile = {
  id: "endorsements.received",
  names: ["endorsementreceivedinfo", "endorsementsreceivedinfo"],
  columns: [
    "endorsedOn",
    "skill",
    "endorserFirst",
    "endorserLast",
    "endorserUrl",
    "endorsementStatus",
  ],
  needs: ["skill", "endorserFirst"],
  order: 32,
  isUnmistakable: true,
  open() {
    const given = gather("endorserFirst", "endorserLast");
    const counts = new Map<string, { count: number; line: number }>();
    return {
      row(row): Reading[] {
        const status = row.text("endorsementStatus");
        if (/^(?:pending|hidden|rejected)/i.test(status)) {
          return [refuse(row.line, "leftOut", row.text("skill"), status)];
        }
        const skill = given.add(row, row.text("endorserUrl"));
        if (skill === undefined) return [refuse(row.line, "nobody", row.text("skill"))];
        const { count, line } = counts.get(skill) ?? { count: 0, line: row.line };
        counts.set(skill, { count: count + 1, line });
        return [];
      },
      end(): Reading[] {
        const skills = [...counts].map(([name, { count, line }]): PersonDraft => ({
          kind: "person",
          line,
          label: name,
          who: OWNER,
          fields: {},
          items: [{ list: "skills", value: { name, endorsements: count } }],
          isDerived: true,
        }));
        const people = [...given.people.values()];
        return [...skills, ...people.map((one) => draftOf(one, "Endorsed me for"))];
      },
    };
  },
};

export const endorsementsGiven: ExportFile = {
  id: "endorsements.given",
  names: ["endorsementgiveninfo", "endorsementsgiveninfo"],
  columns: [
    "endorsedOn",
    "skill",
    "endorseeFirst",
    "endorseeLast",
    "endorseeUrl",
    "endorsementStatus",
  ],
  needs: ["skill", "endorseeFirst"],
  order: 32,
  isUnmistakable: true,
  open() {
    const given = gather("endorseeFirst", "endorseeLast");
    return {
      row(row): Reading[] {
        const skill = given.add(row, row.text("endorseeUrl"));
        return skill === undefined ? [refuse(row.line, "nobody", row.text("skill"))] : [];
      },
      end: () => [...given.people.values()].map((one) => draftOf(one, "I endorsed for")),
    };
  },
};
