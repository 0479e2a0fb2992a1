export type CompanyLabel =
  | "website"
  | "phone"
  | "industry"
  | "employees"
  | "headquarters"
  | "organizationType"
  | "foundedYear"
  | "specialties";

/** What stands before each fact of a company, in English, French, German, Spanish, Portuguese, Italian and Dutch. */
export const COMPANY_LABELS: Record<CompanyLabel, string> = {
  website: "website|site web|webseite|sitio web|site|sito web|website url",
  phone: "phone|phone number|telephone|telefon|telefono|telefone|telefoon|telefoonnummer",
  industry:
    "industry|industries|secteur|secteurs|secteur d'activite|branche|branchen|sector|setor|settore|bedrijfstak",
  employees:
    "company size|taille de l'entreprise|taille|große|unternehmensgroße|große des unternehmens|tamano de la empresa|tamano|tamanho da empresa|tamanho|dimensioni dell'azienda|dimensioni|bedrijfsgrootte",
  headquarters:
    "headquarters|siege social|siege|hauptsitz|sede|sede principal|sede principale|hoofdkantoor",
  organizationType: "type|art|typ|tipo|type d'entreprise|rechtsform|soort|company type",
  foundedYear:
    "founded|fondee en|fondee|date de fondation|gegrundet|grundung|fundacion|fundada en|fundada em|fundacao|data di fondazione|fondata|fondazione|opgericht",
  specialties:
    "specialties|specialites|specialisations|domaines|spezialgebiete|spezialisierungen|especialidades|especializacoes|especializaciones|specialita|specializzazioni|settori di competenza|specialiteiten|specialismen",
};
