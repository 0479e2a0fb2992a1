/** Where a column of any CSV may go. The heads it is guessed from stand beside it: en, fr, de, es, pt, it, nl, and what Google, Outlook and CRMs write. */
export type MappedTable = "people" | "companies" | "jobs";

export type Target = {
  field: string;
  /** How the cell is read. */
  as: "text" | "day" | "moment" | "number" | "list" | "tags" | "profile" | "items";
  heads: string;
};

const PEOPLE: readonly Target[] = [
  {
    field: "fullName",
    as: "text",
    heads:
      "Full Name | Name | Contact | Contact Name | Display Name | Nom complet | Prénom et nom | Vollständiger Name | Nombre completo | Nome completo | Volledige naam | Naam",
  },
  {
    field: "firstName",
    as: "text",
    heads: "First Name | Given Name | Prénom | Vorname | Nombre | Nome | Voornaam",
  },
  {
    field: "lastName",
    as: "text",
    heads:
      "Last Name | Family Name | Surname | Nom | Nom de famille | Nachname | Apellidos | Apellido | Sobrenome | Cognome | Achternaam",
  },
  {
    field: "email",
    as: "text",
    heads:
      "Email | E-mail | Email Address | E-mail Address | E-mail 1 - Value | Email 1 | Work Email | Mail | Courriel | Adresse e-mail | Adresse mail | E-Mail-Adresse | Correo electrónico | Correo | Endereço de e-mail | Indirizzo e-mail | E-mailadres",
  },
  {
    field: "phone",
    as: "text",
    heads:
      "Phone | Phone Number | Mobile | Mobile Phone | Business Phone | Phone 1 - Value | Téléphone | Tél | Portable | Mobile pro | Telefon | Telefonnummer | Handy | Teléfono | Móvil | Telefone | Celular | Telefono | Cellulare | Telefoon | Telefoonnummer",
  },
  {
    field: "company",
    as: "text",
    heads:
      "Company | Company Name | Organization | Organization Name | Organization 1 - Name | Employer | Account | Entreprise | Société | Employeur | Organisation | Unternehmen | Firma | Empresa | Azienda | Società | Bedrijf | Organisatie",
  },
  {
    field: "position",
    as: "text",
    heads:
      "Position | Job Title | Title | Role | Organization Title | Organization 1 - Title | Poste | Fonction | Intitulé du poste | Titre | Stelle | Berufsbezeichnung | Funktion | Cargo | Puesto | Função | Posizione | Ruolo | Qualifica | Functie | Functietitel",
  },
  {
    field: "headline",
    as: "text",
    heads: "Headline | Tagline | Titre du profil | Titular | Título profissional | Kopregel",
  },
  {
    field: "profileUrl",
    as: "profile",
    heads:
      "LinkedIn | LinkedIn URL | LinkedIn Profile | Profile URL | URL | Profil LinkedIn | URL du profil | Profil-URL | Perfil de LinkedIn | Perfil do LinkedIn | Profilo LinkedIn | LinkedIn-profiel",
  },
  {
    field: "location",
    as: "text",
    heads:
      "Location | City | Place | Town | Lieu | Ville | Localisation | Ort | Stadt | Standort | Ubicación | Ciudad | Localidade | Cidade | Località | Città | Locatie | Plaats | Stad",
  },
  {
    field: "industry",
    as: "text",
    heads: "Industry | Secteur | Branche | Sector | Setor | Settore | Bedrijfstak",
  },
  {
    field: "websites",
    as: "list",
    heads:
      "Website | Websites | Web Page | Website 1 - Value | Site web | Site | Webseite | Sitio web | Sito web",
  },
  {
    field: "tags",
    as: "tags",
    heads:
      "Tags | Labels | Group Membership | Groups | Categories | Étiquettes | Libellés | Groupes | Schlagwörter | Etiquetas | Grupos | Etichette | Gruppi | Labels | Groepen",
  },
  {
    field: "notes",
    as: "text",
    heads:
      "Notes | Note | Comments | Remarques | Commentaires | Notizen | Bemerkungen | Notas | Comentarios | Observações | Annotazioni | Opmerkingen | Notities",
  },
  {
    field: "connectedAt",
    as: "moment",
    heads:
      "Connected On | Connected At | Connexion le | Date de connexion | Vernetzt am | Verbunden am | Fecha de conexión | Conectado em | Collegato il | Verbonden op",
  },
  {
    field: "lastInteractionAt",
    as: "moment",
    heads:
      "Last Interaction At | Last Contact | Last Contacted | Last Activity Date | Dernier contact | Letzter Kontakt | Último contacto | Último contato | Ultimo contatto | Laatste contact",
  },
  {
    field: "keepInTouchDays",
    as: "number",
    heads: "Keep In Touch Days | Keep in touch (days) | Fréquence (jours)",
  },
  {
    field: "source",
    as: "text",
    heads: "Source | Lead Source | Origine | Quelle | Origen | Origem | Origine | Bron",
  },
  {
    field: "about",
    as: "text",
    heads:
      "About | Summary | Bio | Résumé | À propos | Zusammenfassung | Acerca de | Sobre | Riepilogo",
  },
  {
    field: "skills",
    as: "items",
    heads:
      "Skills | Compétences | Kenntnisse | Aptitudes | Competências | Competenze | Vaardigheden",
  },
  {
    field: "pronouns",
    as: "text",
    heads: "Pronouns | Pronoms | Pronomen | Pronombres | Pronomes | Pronomi",
  },
];

const COMPANIES: readonly Target[] = [
  {
    field: "name",
    as: "text",
    heads:
      "Name | Company | Company Name | Account Name | Entreprise | Société | Nom | Raison sociale | Unternehmen | Firma | Empresa | Azienda | Bedrijf | Naam",
  },
  {
    field: "legalName",
    as: "text",
    heads: "Legal Name | Raison sociale | Razón social | Razão social | Ragione sociale",
  },
  { field: "siret", as: "text", heads: "SIRET | Numéro SIRET" },
  {
    field: "industry",
    as: "text",
    heads: "Industry | Secteur | Branche | Sector | Setor | Settore | Bedrijfstak",
  },
  {
    field: "employees",
    as: "text",
    heads:
      "Employees | Size | Effectif | Effectifs | Mitarbeiter | Empleados | Funcionários | Dipendenti | Medewerkers",
  },
  {
    field: "website",
    as: "text",
    heads: "Website | URL | Domain | Site web | Site | Webseite | Sitio web | Sito web",
  },
  { field: "linkedInUrl", as: "text", heads: "LinkedIn | LinkedIn URL | Page LinkedIn" },
  {
    field: "headquarters",
    as: "text",
    heads: "Headquarters | Location | City | Siège | Ville | Sitz | Sede | Hoofdkantoor",
  },
  {
    field: "description",
    as: "text",
    heads:
      "Description | About | Beschreibung | Descripción | Descrição | Descrizione | Beschrijving",
  },
  {
    field: "foundedYear",
    as: "number",
    heads: "Founded | Founded Year | Année de création | Gründungsjahr",
  },
  {
    field: "tags",
    as: "tags",
    heads: "Tags | Labels | Étiquettes | Schlagwörter | Etiquetas | Etichette",
  },
  {
    field: "notes",
    as: "text",
    heads: "Notes | Comments | Remarques | Notizen | Notas | Annotazioni | Opmerkingen",
  },
];

const JOBS: readonly Target[] = [
  {
    field: "title",
    as: "text",
    heads:
      "Title | Job Title | Position | Poste | Intitulé | Intitulé du poste | Stelle | Puesto | Cargo | Posizione | Functie",
  },
  {
    field: "companyName",
    as: "text",
    heads:
      "Company | Company Name | Employer | Entreprise | Employeur | Unternehmen | Empresa | Azienda | Bedrijf",
  },
  { field: "url", as: "text", heads: "URL | Link | Job URL | Lien | URL de l’offre" },
  {
    field: "reference",
    as: "text",
    heads: "Reference | Référence | Referenz | Referencia | Riferimento | Referentie",
  },
  {
    field: "location",
    as: "text",
    heads: "Location | City | Lieu | Ville | Ort | Ubicación | Localidade | Località | Locatie",
  },
  { field: "workplace", as: "text", heads: "Workplace | Remote | Télétravail | Lieu de travail" },
  {
    field: "employmentType",
    as: "text",
    heads:
      "Employment Type | Contract | Contract Type | Type de contrat | Contrat | Vertragsart | Tipo de contrato | Tipo di contratto",
  },
  { field: "seniority", as: "text", heads: "Seniority | Level | Niveau" },
  {
    field: "salary",
    as: "text",
    heads:
      "Salary | Pay | Salaire | Rémunération | Gehalt | Salario | Salário | Stipendio | Salaris",
  },
  {
    field: "description",
    as: "text",
    heads: "Description | Beschreibung | Descripción | Descrição | Descrizione | Beschrijving",
  },
  {
    field: "postedAt",
    as: "moment",
    heads: "Posted | Posted At | Posted On | Date de publication | Publié le",
  },
  {
    field: "applicationDeadline",
    as: "day",
    heads: "Deadline | Application Deadline | Date limite",
  },
  {
    field: "tags",
    as: "tags",
    heads: "Tags | Labels | Étiquettes | Schlagwörter | Etiquetas | Etichette",
  },
  {
    field: "notes",
    as: "text",
    heads: "Notes | Comments | Remarques | Notizen | Notas | Annotazioni | Opmerkingen",
  },
];

export const TARGETS: Readonly<Record<MappedTable, readonly Target[]>> = {
  people: PEOPLE,
  companies: COMPANIES,
  jobs: JOBS,
};
