import { fieldOf, type Variable } from "./variable";

export const selfVariables: readonly Variable[] = [
  {
    name: "myName",
    aliases: ["mon_nom", "sender_name", "recruiter_name", "nom_expediteur"],
    read: ({ self }) => fieldOf("people", self, "fullName"),
  },
  {
    name: "myFirstName",
    aliases: ["mon_prenom", "sender_first_name"],
    read: ({ self }) =>
      fieldOf("people", self, "firstName") ??
      fieldOf("people", self, "fullName", (name) => name.trim().split(/\s+/u)[0]),
  },
  {
    name: "myPosition",
    aliases: ["mon_poste", "sender_position"],
    read: ({ self }) => fieldOf("people", self, "position"),
  },
  {
    name: "myCompany",
    aliases: ["mon_entreprise", "sender_company"],
    read: ({ self }) => fieldOf("people", self, "company"),
  },
  {
    name: "myPhone",
    aliases: ["mon_telephone", "sender_phone"],
    read: ({ self }) => fieldOf("people", self, "phone"),
  },
];
