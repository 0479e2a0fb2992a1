import { describe, expect, it } from "vitest";
import { readCounts } from "@/lib/capture/counts";
import { parseDate, parseRange } from "@/lib/capture/dates";
import type { Heading } from "@/lib/capture/languages/language";
import { PROFILE_LANGUAGES } from "@/lib/capture/languages/profile";
import { isHeading } from "@/lib/capture/profile-words";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { employmentKind, workplaceType } from "@/lib/capture/words";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";

type Case = {
  language: string;
  headings: Record<Heading, string>;
  /** Of 2 March, 5 August and 12 December, as a range and an open one write them. */
  months: [string, string, string];
  open: string;
  degrees: [string, string, string];
  connections: string;
  followers: string;
  fullTime: string;
  remote: string;
};

/** As the pages write them, each by hand: a table that forgot a word cannot agree with itself. */
const CASES: Case[] = [
  {
    language: "English",
    headings: {
      about: "About",
      experience: "Experience",
      education: "Education",
      skills: "Skills",
      languages: "Languages",
      certifications: "Licenses & certifications",
      projects: "Projects",
      volunteering: "Volunteering",
      honors: "Honors & awards",
      publications: "Publications",
      patents: "Patents",
      courses: "Courses",
      testScores: "Test scores",
      organizations: "Organizations",
      recommendations: "Recommendations",
      services: "Services",
      causes: "Causes",
      openToWork: "Open to work",
    },
    months: ["Mar 2020", "Aug 2021", "Dec 2022"],
    open: "Mar 2020 - Present · 2 yrs 3 mos",
    degrees: ["· 1st", "· 2nd", "· 3rd+"],
    connections: "500+ connections",
    followers: "1,204 followers",
    fullTime: "Full-time",
    remote: "Remote",
  },
  {
    language: "French",
    headings: {
      about: "Infos",
      experience: "Expérience",
      education: "Formation",
      skills: "Compétences",
      languages: "Langues",
      certifications: "Licences et certifications",
      projects: "Projets",
      volunteering: "Expériences de bénévolat",
      honors: "Prix et distinctions",
      publications: "Publications",
      patents: "Brevets",
      courses: "Cours",
      testScores: "Résultats d’examens",
      organizations: "Organisations",
      recommendations: "Recommandations",
      services: "Services",
      causes: "Causes",
      openToWork: "À l’écoute d’opportunités",
    },
    months: ["mars 2020", "août 2021", "déc. 2022"],
    open: "mars 2020 - aujourd’hui · 2 ans 3 mois",
    degrees: ["· 1er", "· 2e", "· 3e et +"],
    connections: "Plus de 500 relations",
    followers: "1 204 abonnés",
    fullTime: "Temps plein",
    remote: "À distance",
  },
  {
    language: "German",
    headings: {
      about: "Info",
      experience: "Berufserfahrung",
      education: "Ausbildung",
      skills: "Kenntnisse",
      languages: "Sprachen",
      certifications: "Bescheinigungen und Zertifikate",
      projects: "Projekte",
      volunteering: "Ehrenamt",
      honors: "Auszeichnungen & Preise",
      publications: "Veröffentlichungen",
      patents: "Patente",
      courses: "Kurse",
      testScores: "Prüfungsergebnisse",
      organizations: "Organisationen",
      recommendations: "Empfehlungen",
      services: "Services",
      causes: "Soziale Projekte",
      openToWork: "Offen für Jobs",
    },
    months: ["März 2020", "Aug. 2021", "Dez. 2022"],
    open: "März 2020–Heute · 2 Jahre 3 Monate",
    degrees: ["· 1.", "· 2.", "· 3.+"],
    connections: "Mehr als 500 Kontakte",
    followers: "1.204 Follower:innen",
    fullTime: "Vollzeit",
    remote: "Remote",
  },
  {
    language: "Spanish",
    headings: {
      about: "Acerca de",
      experience: "Experiencia",
      education: "Educación",
      skills: "Conocimientos y aptitudes",
      languages: "Idiomas",
      certifications: "Licencias y certificaciones",
      projects: "Proyectos",
      volunteering: "Voluntariado",
      honors: "Reconocimientos y premios",
      publications: "Publicaciones",
      patents: "Patentes",
      courses: "Cursos",
      testScores: "Calificaciones de pruebas",
      organizations: "Organizaciones",
      recommendations: "Recomendaciones",
      services: "Servicios",
      causes: "Causas benéficas",
      openToWork: "Abierto a oportunidades",
    },
    months: ["mar. 2020", "ago. 2021", "dic. 2022"],
    open: "mar. 2020 - actualidad · 2 años 3 meses",
    degrees: ["· 1er", "· 2º", "· 3er+"],
    connections: "Más de 500 contactos",
    followers: "1.204 seguidores",
    fullTime: "Jornada completa",
    remote: "En remoto",
  },
  {
    language: "Portuguese",
    headings: {
      about: "Sobre",
      experience: "Experiência",
      education: "Formação acadêmica",
      skills: "Competências",
      languages: "Idiomas",
      certifications: "Licenças e certificados",
      projects: "Projetos",
      volunteering: "Voluntariado",
      honors: "Reconhecimentos e prêmios",
      publications: "Publicações",
      patents: "Patentes",
      courses: "Cursos",
      testScores: "Resultados de exames",
      organizations: "Organizações",
      recommendations: "Recomendações",
      services: "Serviços",
      causes: "Causas",
      openToWork: "Disponível para trabalhar",
    },
    months: ["mar. de 2020", "ago. de 2021", "dez. de 2022"],
    open: "mar. de 2020 - o momento · 2 anos 3 meses",
    degrees: ["· 1º", "· 2º", "· 3º+"],
    connections: "Mais de 500 conexões",
    followers: "1.204 seguidores",
    fullTime: "Tempo integral",
    remote: "Remota",
  },
  {
    language: "Italian",
    headings: {
      about: "Informazioni",
      experience: "Esperienza",
      education: "Formazione",
      skills: "Competenze",
      languages: "Lingue",
      certifications: "Licenze e certificazioni",
      projects: "Progetti",
      volunteering: "Esperienze di volontariato",
      honors: "Riconoscimenti e premi",
      publications: "Pubblicazioni",
      patents: "Brevetti",
      courses: "Corsi",
      testScores: "Votazioni esami",
      organizations: "Organizzazioni",
      recommendations: "Referenze",
      services: "Servizi",
      causes: "Cause",
      openToWork: "Disponibile a lavorare",
    },
    months: ["mar 2020", "ago 2021", "dic 2022"],
    open: "mar 2020 - Presente · 2 anni 3 mesi",
    degrees: ["· 1°", "· 2°", "· 3°+"],
    connections: "Più di 500 collegamenti",
    followers: "1204 follower",
    fullTime: "A tempo pieno",
    remote: "Da remoto",
  },
  {
    language: "Dutch",
    headings: {
      about: "Info",
      experience: "Ervaring",
      education: "Opleiding",
      skills: "Vaardigheden",
      languages: "Talen",
      certifications: "Licenties en certificaten",
      projects: "Projecten",
      volunteering: "Vrijwilligerswerk",
      honors: "Onderscheidingen en prijzen",
      publications: "Publicaties",
      patents: "Patenten",
      courses: "Cursussen",
      testScores: "Testscores",
      organizations: "Organisaties",
      recommendations: "Aanbevelingen",
      services: "Diensten",
      causes: "Goede doelen",
      openToWork: "Open voor werk",
    },
    months: ["mrt. 2020", "aug. 2021", "dec. 2022"],
    open: "mrt. 2020 - heden · 2 jaar 3 maanden",
    degrees: ["· 1e", "· 2e", "· 3e+"],
    connections: "Meer dan 500 connecties",
    followers: "1.204 volgers",
    fullTime: "Fulltime",
    remote: "Op afstand",
  },
];

const HEADINGS = Object.keys(CASES[0]?.headings ?? {}) as Heading[];

describe.each(CASES)("a page in $language", (one) => {
  it.each(HEADINGS)("calls %s what it is called there, with or without a count", (heading) => {
    expect(isHeading(one.headings[heading], heading)).toBe(true);
    expect(isHeading(`${one.headings[heading]} (16)`, heading)).toBe(true);
  });

  it("has a word for every section", () => {
    for (const { headings } of PROFILE_LANGUAGES)
      expect(Object.keys(headings).sort()).toEqual(HEADINGS.toSorted());
  });

  it("writes its dates, and leaves what is open open", () => {
    const dates = [
      { year: 2020, month: 3 },
      { year: 2021, month: 8 },
      { year: 2022, month: 12 },
    ];
    expect(one.months.map(parseDate)).toEqual(dates);
    expect(parseRange(one.open)).toEqual({ start: dates[0], current: true });
    expect(parseRange(`${one.months[0]} - ${one.months[1]} · 1 x`)).toEqual({
      start: dates[0],
      end: dates[1],
    });
  });

  it("counts", () => {
    expect(readCounts([one.connections]).connections).toBe("500+");
    expect(readCounts([one.followers]).followers?.replace(/\D/g, "")).toBe("1204");
  });

  it("says how somebody works, and where", () => {
    expect(employmentKind(one.fullTime)).toBe("fullTime");
    expect(workplaceType(one.remote)).toBe("remote");
  });

  it.each([1, 2, 3] as const)("says that somebody is %d away", (degree) => {
    expect(topCard(one, degree)).toMatchObject({
      fullName: "Ivo Karst",
      degree,
      headline: "Baker",
      location: "Ghent, Belgium",
      connections: "500+",
      openToText: "Baker, Miller",
    });
  });
});

function topCard(one: Case, degree: 1 | 2 | 3) {
  const url = "https://www.linkedin.com/in/ivo-karst/";
  const html = `<html><body><main><div componentkey="com.linkedin.sdui.profile.card.refACoAAtest71Topcard"><section>
    <div><h2>Ivo Karst</h2><p>${one.degrees[degree - 1]}</p></div><p>Baker</p>
    <div><p>Ghent, Belgium</p><p>·</p><p><a href="${url}overlay/contact-info/">x</a></p></div><p>${one.connections}</p>
    <div><p>${one.headings.openToWork}</p><p>Baker, Miller</p><p>x</p></div></section></div></main></body></html>`;
  return read(url, parseUncorrected(openSaved(html).html), allReaders).record;
}
