import { refuse } from "../draft";
import { readDay } from "../moment";
import { joinNames, OWNER, present, type ExportFile } from "./export-file";

/** The owner of the export: one row. */
export const profile: ExportFile = {
  id: "profile",
  names: ["profile"],
  columns: [
    "firstName",
    "lastName",
    "maidenName",
    "address",
    "birthDate",
    "headline",
    "summary",
    "industry",
    "zipCode",
    "geoLocation",
    "twitter",
    "websites",
    "messengers",
  ],
  needs: ["firstName", "lastName", "headline"],
  order: 0,
  open: () => ({
    row(row) {
      const firstName = row.text("firstName");
      const lastName = row.text("lastName");
      const fullName = joinNames(firstName, lastName);
      if (fullName === "") return [refuse(row.line, "noName")];
      const handles = [
        ...listed(row.text("twitter")).map(({ value }) => ({ kind: "Twitter", value })),
        ...listed(row.text("messengers")),
      ];
      const messengers = handles.map(({ kind, value }) => present({ name: value, service: kind }));
      const contact = present({ messengers, birthday: birthdayOf(row.text("birthDate")) });
      return [
        {
          kind: "person",
          line: row.line,
          label: fullName,
          who: { ...OWNER, name: fullName },
          fields: present({
            fullName,
            firstName,
            lastName,
            formerName: row.text("maidenName"),
            headline: row.text("headline"),
            about: row.text("summary"),
            industry: row.text("industry"),
            location: row.text("geoLocation"),
            websites: listed(row.text("websites")).map(({ value }) => value),
            address: address(row.text("address"), row.text("zipCode")),
            contact: Object.keys(contact).length > 0 ? contact : undefined,
            imported: row.unknown(),
          }),
        },
      ];
    },
  }),
};

/** The text of the profile, in a file of its own in some exports. */
export const profileSummary: ExportFile = {
  id: "profileSummary",
  names: ["profilesummary"],
  columns: ["summary"],
  needs: ["summary"],
  order: 1,
  open: () => ({
    row: (row) => [
      {
        kind: "person",
        line: row.line,
        label: "",
        who: OWNER,
        fields: present({ about: row.text("summary") }),
      },
    ],
  }),
};

/** `[COMPANY:https://atelier.example,OTHER:https://…]`, also without brackets or kinds. */
export function listed(text: string): { kind?: string; value: string }[] {
  const inner = text.replace(/^\[|\]$/g, "");
  const hasKinds = /^[A-Z_ ]+:/.test(inner);
  return inner
    .split(hasKinds ? /,(?=[A-Z_ ]+:)/ : ",")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, kind, value] = /^([A-Z][A-Z_ ]*):(.+)$/.exec(part) ?? [];
      return kind && value ? { kind: kind.toLowerCase(), value } : { value: part };
    });
}

function address(street: string, postalCode: string) {
  const known = present({ street, postalCode });
  return Object.keys(known).length > 0 ? known : undefined;
}

/** `MM-DD`: the year is not asked for, and LinkedIn often leaves it out ("Jan 5"). */
function birthdayOf(text: string): string | undefined {
  const day = readDay(text) ?? readDay(`${text} 2000`);
  return day?.slice(5);
}
