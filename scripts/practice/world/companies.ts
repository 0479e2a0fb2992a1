import type { PracticeCompany } from "./shapes";

/** Invented, every one; no company of these names is meant. */
export const companies: PracticeCompany[] = [
  {
    key: "halvorre",
    name: "Halvorre Systems",
    id: "90010001",
    slug: "halvorre-systems",
    industry: "Industrial software",
    place: "Rotterdam, South Holland, Netherlands",
    about: "Software that keeps packaging lines running and says early when they will not.",
  },
  {
    key: "quillmoor",
    name: "Quillmoor Health",
    id: "90010002",
    slug: "quillmoor-health",
    industry: "Hospitals and health care",
    place: "Manchester, England, United Kingdom",
    about: "Records that follow a patient between clinics without a fax in between.",
  },
  {
    key: "brindelune",
    name: "Brindelune",
    id: "90010003",
    slug: "brindelune",
    industry: "Édition de logiciels",
    place: "Nantes, Pays de la Loire, France",
    about: "Un agenda partagé pour les ateliers et les petites équipes de chantier.",
  },
  {
    key: "kestrevan",
    name: "Kestrevan Logistics",
    id: "90010004",
    slug: "kestrevan-logistics",
    industry: "Transportation and logistics",
    place: "Antwerp, Flemish Region, Belgium",
    about: "Inland freight on water, planned a week ahead instead of a day late.",
  },
  {
    key: "fennmark",
    name: "Fennmark Analytics",
    id: "90010005",
    slug: "fennmark-analytics",
    industry: "Data infrastructure and analytics",
    place: "Copenhagen, Capital Region of Denmark, Denmark",
    about: "Forecasts for utilities, with the doubt printed beside the number.",
  },
  {
    key: "tessaloud",
    name: "Tessaloud",
    id: "90010006",
    slug: "tessaloud",
    industry: "Software development",
    place: "Toronto, Ontario, Canada",
    about: "Object storage for teams that would rather not think about storage.",
  },
  {
    key: "verzane",
    name: "Atelier Verzane",
    id: "90010007",
    slug: "atelier-verzane",
    industry: "Services de design",
    place: "Paris, Île-de-France, France",
    about: "Un studio de design de services, douze personnes et une table assez longue.",
  },
  {
    key: "orrinbank",
    name: "Orrinbank",
    id: "90010008",
    slug: "orrinbank",
    industry: "Banking",
    place: "Edinburgh, Scotland, United Kingdom",
    about: "Savings accounts for people who are paid by the job.",
  },
];

export function companyOf(key: string): PracticeCompany | undefined {
  return companies.find((company) => company.key === key);
}
