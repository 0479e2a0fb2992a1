import { fieldOf, type Variable } from "./variable";

const given = (fullName: string) => fullName.trim().split(/\s+/u)[0];
const family = (fullName: string) => fullName.trim().split(/\s+/u).slice(1).join(" ") || undefined;

export const personVariables: readonly Variable[] = [
  {
    name: "firstName",
    aliases: ["prenom", "candidate_first_name", "given_name"],
    read: ({ person }) =>
      fieldOf("people", person, "firstName") ?? fieldOf("people", person, "fullName", given),
  },
  {
    name: "lastName",
    aliases: ["nom", "nom_de_famille", "candidate_last_name", "surname"],
    read: ({ person }) =>
      fieldOf("people", person, "lastName") ?? fieldOf("people", person, "fullName", family),
  },
  {
    name: "fullName",
    aliases: ["nom_complet", "candidate_name", "nom_candidat", "name"],
    read: ({ person }) => fieldOf("people", person, "fullName"),
  },
  {
    name: "headline",
    aliases: ["titre_profil"],
    read: ({ person }) => fieldOf("people", person, "headline"),
  },
  {
    name: "company",
    aliases: ["entreprise", "societe", "current_company"],
    read: ({ person }) => fieldOf("people", person, "company"),
  },
  {
    name: "position",
    aliases: ["poste", "fonction", "current_position"],
    read: ({ person }) => fieldOf("people", person, "position"),
  },
  {
    name: "location",
    aliases: ["lieu", "ville", "localisation"],
    read: ({ person }) => fieldOf("people", person, "location"),
  },
  {
    name: "industry",
    aliases: ["secteur"],
    read: ({ person }) => fieldOf("people", person, "industry"),
  },
  {
    name: "school",
    aliases: ["ecole", "formation"],
    read: ({ person }) =>
      fieldOf("people", person, "education", (education) => education[0]?.school),
  },
  {
    name: "topSkill",
    aliases: ["competence", "skill"],
    read: ({ person }) => fieldOf("people", person, "skills", (skills) => skills[0]?.name),
  },
  {
    name: "mutualConnections",
    aliases: ["relations_communes", "mutual_connections", "nombre_relations_communes"],
    read: ({ person }) =>
      fieldOf("people", person, "mutualConnections", (count) =>
        count ? String(count) : undefined,
      ),
  },
];
