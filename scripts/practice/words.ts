import type { Contract, Language, Mode, When } from "./world/shapes";

/** The words a page shows, in the language of that page. */
export const words = {
  en: {
    about: "About",
    activity: "Activity",
    experience: "Experience",
    education: "Education",
    skills: "Skills",
    languages: "Languages",
    certifications: "Licenses & certifications",
    interests: "Interests",
    topSkills: "Top skills",
    more: "more",
    contactInfo: "Contact info",
    connections: "connections",
    followers: "followers",
    mutual: "other mutual connections",
    message: "Message",
    connect: "Connect",
    follow: "Follow",
    moreActions: "More",
    showAll: "Show all",
    alsoViewed: "More profiles for you",
    mayKnow: "People you may know",
    noPosts: "has no recent posts",
    present: "Present",
    to: "to",
    issued: "Issued",
    aboutJob: "About the job",
    aboutCompany: "About the company",
    similarJobs: "Similar jobs",
    apply: "Apply",
    save: "Save",
    logo: "logo",
    seniority: "Seniority level",
    employment: "Employment type",
    industries: "Industries",
  },
  fr: {
    about: "Infos",
    activity: "Activité",
    experience: "Expérience",
    education: "Formation",
    skills: "Compétences",
    languages: "Langues",
    certifications: "Licences et certifications",
    interests: "Centres d’intérêt",
    topSkills: "Principales compétences",
    more: "plus",
    contactInfo: "Coordonnées",
    connections: "relations",
    followers: "abonnés",
    mutual: "autres relations en commun",
    message: "Message",
    connect: "Se connecter",
    follow: "Suivre",
    moreActions: "Plus",
    showAll: "Tout afficher",
    alsoViewed: "Plus de profils pour vous",
    mayKnow: "Personnes que vous pourriez connaître",
    noPosts: "n’a pas de posts récents",
    present: "aujourd’hui",
    to: "à",
    issued: "Émise le",
    aboutJob: "À propos de l’offre d’emploi",
    aboutCompany: "À propos de l’entreprise",
    similarJobs: "Offres d’emploi similaires",
    apply: "Postuler",
    save: "Enregistrer",
    logo: "logo",
    seniority: "Niveau hiérarchique",
    employment: "Type d’emploi",
    industries: "Secteurs",
  },
} as const;

export const modeWords: Record<Language, Record<Mode, string>> = {
  en: { onSite: "On-site", hybrid: "Hybrid", remote: "Remote" },
  fr: { onSite: "Sur site", hybrid: "Hybride", remote: "À distance" },
};

export const contractWords: Record<Language, Record<Contract, string>> = {
  en: {
    fullTime: "Full-time",
    partTime: "Part-time",
    internship: "Internship",
    freelance: "Freelance",
    apprenticeship: "Apprenticeship",
  },
  fr: {
    fullTime: "Temps plein",
    partTime: "Temps partiel",
    internship: "Stage",
    freelance: "Freelance",
    apprenticeship: "Contrat en alternance",
  },
};

export const degreeWords: Record<Language, Record<1 | 2 | 3, string>> = {
  en: { 1: "1st", 2: "2nd", 3: "3rd" },
  fr: { 1: "1er", 2: "2e", 3: "3e et +" },
};

const MONTHS: Record<Language, string[]> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  fr: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" "),
};

export function whenText(when: When, language: Language): string {
  const [year, month] = when.split("-");
  return month ? `${MONTHS[language][Number(month) - 1]} ${year}` : year!;
}

/** "Nov 2024 - Present"; the screen reader's twin has a word in place of the dash. */
export function rangeText(
  { from, to }: { from: When; to?: When },
  language: Language,
  dash: string = " - ",
): string {
  const end = to ? whenText(to, language) : words[language].present;
  return `${whenText(from, language)}${dash}${end}`;
}

/** "1 yr 4 mos"; both ends count, as on the site. */
export function lengthText(
  { from, to }: { from: When; to?: When },
  language: Language,
  now: Date,
): string {
  const total = monthOf(to ?? now.toISOString().slice(0, 7)) - monthOf(from) + 1;
  const years = Math.floor(total / 12);
  const months = total % 12;
  const units = { en: ["yr", "yrs", "mo", "mos"], fr: ["an", "ans", "mois", "mois"] }[language];
  return [
    years && `${years} ${units[years > 1 ? 1 : 0]}`,
    months && `${months} ${units[months > 1 ? 3 : 2]}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function monthOf(when: When): number {
  const [year, month = "1"] = when.split("-");
  return Number(year) * 12 + Number(month);
}
