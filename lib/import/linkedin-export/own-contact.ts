import { refuse, type Fields, type Reading } from "../draft";
import { isYes, OWNER, present, type ExportFile } from "./export-file";

/** The owner's addresses; the one marked primary is the one to write from. */
export const emailAddresses: ExportFile = {
  id: "emailAddresses",
  names: ["emailaddresses"],
  columns: ["email", "confirmed", "primary", "updatedOn"],
  needs: ["email", "primary"],
  order: 5,
  open() {
    let isFirst = true;
    return {
      row(row): Reading[] {
        const email = row.text("email");
        if (!email.includes("@")) return [refuse(row.line, "badValue", email)];
        const isMain = isYes(row.text("primary"));
        const ifEmpty: Fields = isFirst ? { email } : {};
        isFirst = false;
        return [
          {
            kind: "person",
            line: row.line,
            label: email,
            who: OWNER,
            fields: { ...(isMain && { email }), contact: { emails: [email] } },
            ifEmpty,
          },
        ];
      },
    };
  },
};

export const phoneNumbers: ExportFile = {
  id: "phoneNumbers",
  names: ["phonenumbers", "whatsappphonenumbers"],
  columns: ["extension", "number", "type"],
  needs: ["number", "extension"],
  order: 5,
  open: () => ({
    row(row): Reading[] {
      const number = [row.text("number"), row.text("extension")].filter(Boolean).join(" ");
      if (!/\d/.test(number)) return [refuse(row.line, "badValue", number)];
      const phone = present({ number, kind: row.text("type").toLowerCase() });
      return [
        {
          kind: "person",
          line: row.line,
          label: number,
          who: OWNER,
          fields: { contact: { phones: [phone] } },
          ifEmpty: { phone: number },
        },
      ];
    },
  }),
};
