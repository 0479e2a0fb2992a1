import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";

/** Invented people and jobs, the same for the same number: for screens, benches and the a11y run. */

const FIRST =
  "Ada Bo Céline Dario Élise Farid Gwen Hugo Inès Jörg Kaya Léo Maïa Nils Odile Paulo Quentin Rosa Søren Théa Ugo Vera Wassim Xénia Yanis Zoé".split(
    " ",
  );
const LAST =
  "Abelin Brandao Corvisart Dubrel Éloy Fauvert Grimaldo Hélier Ibsendal Jourdanne Kervella Lœvenbrand Marchetta Nordström Ostrelle Péraldin Quillot Rauschen Szymborek Tavelli Urdaniz Vasseline Wiercinsk Yvernel Żeromka".split(
    " ",
  );
const FIRMS =
  "Novelia Brasserie-Øst Quartz&Fils Pontarel Atelier-Mirage Helvex Sombrune Ovalie-Data Citrondor Lumerelle Vert-Pré Nacelia".split(
    " ",
  );
const ROLES = [
  "Data engineer",
  "Head of purchasing",
  "Cheffe de projet",
  "Account executive",
  "Nurse manager",
  "Directeur technique",
  "UX researcher",
  "Recruiter",
  "Controller",
  "Product owner",
];
const PLACES = [
  "Lyon, Auvergne-Rhône-Alpes, France",
  "Genève, Suisse",
  "Bruxelles, Belgique",
  "Montréal, Québec, Canada",
  "Bristol, England, United Kingdom",
  "Porto, Portugal",
  "Rennes, Bretagne, France",
];
const TAGS = ["vip", "client", "Lyon", "alumni", "to call", "mentor", "Évènement 2026", "speaker"];
const SKILLS = [
  "SQL",
  "Python",
  "Negotiation",
  "Figma",
  "Lean",
  "Kubernetes",
  "Budgeting",
  "Facilitation",
  "Écriture",
  "dbt",
];

/** A small repeatable source of numbers below 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** UUIDv7 in shape: sorts by its number. */
export function seedId(index: number, kind = 0): string {
  const time = (0x019000000000 + index * 1000).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${(kind * 2 ** 32 + index).toString(16).padStart(12, "0")}`;
}

export function seedPeople(count: number, seed = 1): Person[] {
  const next = numbers(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const some = <T>(from: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => pick(from))),
  ];
  const now = Date.parse("2026-11-20T09:00:00Z");
  const ago = (days: number) =>
    new Date(now - Math.floor(next() * days * 86_400_000)).toISOString();

  return Array.from({ length: count }, (_, index): Person => {
    const fullName = `${pick(FIRST)} ${pick(LAST)}`;
    const company = pick(FIRMS);
    const position = pick(ROLES);
    // Saved one after the other, as the ids say.
    const capturedAt = new Date(now - (count - index) * 47 * 60_000).toISOString();
    const read = {
      source: "capture",
      at: capturedAt,
      visibility: "signedIn",
      family: "sdui",
    } as const;
    const startYear = 2012 + Math.floor(next() * 10);
    const tags = some(TAGS, 3);
    return {
      id: seedId(index),
      createdAt: capturedAt,
      updatedAt: capturedAt,
      capturedAt,
      fullName,
      headline: `${position} at ${company} | ${pick(SKILLS)}, ${pick(SKILLS)}`,
      position,
      company,
      location: pick(PLACES),
      publicId: `invented-${index}`,
      profileUrl: `https://www.linkedin.com/in/invented-${index}/`,
      degree: pick([1, 2, 3] as const),
      connections: "500+",
      about: `${position} who likes ${pick(SKILLS)} and long walks. `
        .repeat(1 + Math.floor(next() * 6))
        .trim(),
      experience: [
        {
          title: position,
          company,
          startDate: { year: startYear + 4, month: 3 },
          current: true,
          location: pick(PLACES),
        },
        {
          title: pick(ROLES),
          company,
          startDate: { year: startYear + 1, month: 9 },
          endDate: { year: startYear + 4, month: 2 },
          description: "Built the team, then the thing the team was for.",
        },
        {
          title: pick(ROLES),
          company: pick(FIRMS),
          startDate: { year: startYear },
          endDate: { year: startYear + 1 },
        },
      ],
      education: [
        {
          school: `Université de ${pick(["Brume", "Valpré", "Kermer"])}`,
          degree: "Master",
          field: pick(SKILLS),
          startDate: { year: startYear - 3 },
          endDate: { year: startYear },
        },
      ],
      skills: [...new Set(Array.from({ length: 5 }, () => pick(SKILLS)))].map((name) => ({ name })),
      languages: [
        { name: "Français", level: "Native" },
        { name: "English", level: "Professional" },
      ],
      ...(tags.length > 0 && { tags }),
      ...(next() < 0.25 && {
        notes: `Met ${fullName.split(" ")[0]} at the ${pick(["fair", "meetup", "workshop"])}. Call back in spring.`,
      }),
      ...(next() < 0.4 && { lastInteractionAt: ago(400) }),
      sections: {
        about: "present",
        experience: "present",
        education: "present",
        skills: next() < 0.3 ? "notLoaded" : "present",
      },
      passport: Object.fromEntries(
        [
          "fullName",
          "headline",
          "position",
          "company",
          "location",
          "about",
          "experience",
          "education",
          "skills",
          "languages",
        ].map((field) => [field, read]),
      ),
    };
  });
}

export function seedJobs(count: number, seed = 2): Job[] {
  const next = numbers(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  return Array.from({ length: count }, (_, index): Job => {
    const capturedAt = new Date(
      Date.parse("2026-11-19T09:00:00Z") - index * 3_600_000,
    ).toISOString();
    return {
      id: seedId(index, 1),
      createdAt: capturedAt,
      updatedAt: capturedAt,
      capturedAt,
      title: pick(ROLES),
      companyName: pick(FIRMS),
      location: pick(PLACES),
      workplace: pick(["Hybrid", "On-site", "Remote"]),
      employmentType: "Full-time",
      externalId: String(4_000_000_000 + index),
      url: `https://www.linkedin.com/jobs/view/${4_000_000_000 + index}/`,
      salary: {
        text: "52 000 € – 60 000 € a year",
        min: 52000,
        max: 60000,
        currency: "EUR",
        period: "year",
      },
      postedText: "2 weeks ago",
      applicantsText: "Over 100 applicants",
      description:
        "You will look after what others depend on, and say so when it is about to break.\n\nYou know your trade, you write things down, and you like to see them used.",
      skills: [{ name: pick(SKILLS) }, { name: pick(SKILLS) }],
      sections: { description: "present" },
    };
  });
}
