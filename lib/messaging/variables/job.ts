import { fieldOf, type Variable } from "./variable";

export const jobVariables: readonly Variable[] = [
  {
    name: "jobTitle",
    aliases: ["titre_poste", "intitule_poste", "offre", "job"],
    read: ({ job }) => fieldOf("jobs", job, "title"),
  },
  {
    name: "jobCompany",
    aliases: ["company_name", "nom_entreprise", "entreprise_offre"],
    read: ({ job, company }) =>
      fieldOf("jobs", job, "companyName") ?? fieldOf("companies", company, "name"),
  },
  {
    name: "jobLocation",
    aliases: ["lieu_poste"],
    read: ({ job }) => fieldOf("jobs", job, "location"),
  },
  {
    name: "jobUrl",
    aliases: ["lien_offre", "apply_url"],
    read: ({ job }) => fieldOf("jobs", job, "url"),
  },
  {
    name: "salary",
    aliases: ["salaire", "remuneration"],
    read: ({ job }) => fieldOf("jobs", job, "salary", (salary) => salary.text),
  },
  {
    name: "startDate",
    aliases: ["date_debut", "date_de_debut"],
    read: ({ job }) => fieldOf("jobs", job, "startDate"),
  },
];
