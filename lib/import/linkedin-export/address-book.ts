import { publicIdOf } from "@/lib/capture/url";
import { refuse, type Reading } from "../draft";
import { joinNames, present, type ExportFile } from "./export-file";

/** The address book that was once uploaded to LinkedIn: often thousands of strangers, so it waits to be asked for. */
export const addressBook: ExportFile = {
  id: "addressBook",
  names: ["contacts", "importedcontacts"],
  columns: [
    "firstName",
    "lastName",
    "fullName",
    "cardCompanies",
    "position",
    "cardEmails",
    "cardPhones",
    "cardSites",
    "cardProfiles",
    "location",
    "birthday",
  ],
  needs: ["firstName", "lastName", "cardEmails"],
  order: 25,
  isUnmistakable: true,
  isOptional: true,
  open: () => ({
    row(row): Reading[] {
      const firstName = row.text("firstName");
      const lastName = row.text("lastName");
      const fullName = joinNames(firstName, lastName) || row.text("fullName");
      if (fullName === "") return [refuse(row.line, "noName")];
      const emails = several(row.text("cardEmails")).filter((one) => one.includes("@"));
      const [company] = several(row.text("cardCompanies"));
      const publicId = publicIdOf(row.text("cardProfiles"));
      return [
        {
          kind: "person",
          line: row.line,
          label: fullName,
          who: {
            name: fullName,
            ...(publicId && { publicId }),
            ...(emails.length > 0 && { emails }),
            ...(company && { company }),
          },
          fields: present({ publicId, imported: row.unknown() }),
          ifEmpty: present({
            fullName,
            firstName,
            lastName,
            company,
            position: row.text("position"),
            location: row.text("location"),
            email: emails[0],
            phone: several(row.text("cardPhones"))[0],
            websites: several(row.text("cardSites")),
          }),
        },
      ];
    },
  }),
};

function several(text: string): string[] {
  return text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}
