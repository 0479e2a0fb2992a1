import type { Language } from "./language";

export const fr: Language = {
  months: [
    "janv|janvier",
    "fevr|fev|fevrier",
    "mars",
    "avr|avril",
    "mai",
    "juin",
    "juil|juillet",
    "aout",
    "sept|septembre",
    "oct|octobre",
    "nov|novembre",
    "dec|decembre",
  ],
  present: "aujourd'hui|a aujourd'hui|a ce jour|present|a present|maintenant",
  connections: "relation|relations",
  followers: "abonne|abonnes|abonne(e)s",
  employment: {
    fullTime: "temps plein|à temps plein",
    partTime: "temps partiel|à temps partiel",
    permanent: "cdi|contrat à durée indéterminée",
    fixedTerm: "cdd|contrat à durée déterminée",
    temporary: "intérim|temporaire|saisonnier|contrat saisonnier",
    freelance:
      "indépendant|indépendant / freelance|freelance|mission freelance|profession libérale",
    internship: "stage",
    apprenticeship: "apprentissage|alternance|contrat en alternance",
    volunteer: "bénévolat",
    other: "contrat|franchise|autre",
  },
  workplace: {
    onSite: "sur site",
    hybrid: "hybride",
    remote: "a distance|teletravail",
  },
  seniority:
    "stage|stagiaire|premier emploi|debutant|confirme|manager|directeur|cadre dirigeant|non pertinent",
  headings: {
    about: "infos|a propos|resume",
    experience: "experience|experiences",
    education: "formation|formations",
    skills: "competences",
    languages: "langues",
    certifications: "licences et certifications|certifications",
    jobSeniority: "niveau hierarchique",
    jobEmployment: "type d'emploi",
  },
  currentCompany: "entreprise actuelle|poste actuel",
  currentSchool: "formation|etudes",
};
