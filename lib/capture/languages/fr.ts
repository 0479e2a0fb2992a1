import type { Language, ProfileWords } from "./language";

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
    volunteer: "bénévolat|bénévole",
    other: "contrat|franchise|autre",
  },
  workplace: {
    onSite: "sur site",
    hybrid: "hybride",
    remote: "a distance|teletravail",
  },
};

export const frProfile: ProfileWords = {
  headings: {
    about: "infos|a propos|resume",
    experience: "experience|experiences",
    education: "formation|formations",
    skills: "competences",
    languages: "langues",
    certifications: "licences et certifications|certifications",
    projects: "projets",
    volunteering: "benevolat|experiences de benevolat|experience de benevolat",
    honors: "prix et distinctions|distinctions et recompenses|prix et recompenses",
    publications: "publications",
    patents: "brevets",
    courses: "cours",
    testScores: "resultats d'examens|resultats aux examens|resultats de tests|scores aux tests",
    organizations: "organisations",
    recommendations: "recommandations",
    services: "services",
    causes: "causes",
    openToWork:
      "a l'ecoute d'opportunites|a l'ecoute de nouvelles opportunites|ouvert aux opportunites|disponible pour travailler|en recherche d'emploi",
  },
  associatedWith: "associe a|associee a|associe(e) a|lie a",
  issuedBy: "delivre par|emis par|emise par|decerne par|remis par",
  currentCompany: "entreprise actuelle|poste actuel",
  currentSchool: "formation|etudes",
};
