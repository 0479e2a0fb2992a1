import * as z from "zod";

/** JSON Resume 1.0 as far as it has a place here; everything optional, as in the wild. https://jsonresume.org/schema */
const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);

function items<T extends z.ZodRawShape>(shape: T) {
  return z.array(z.looseObject(shape)).optional().catch(undefined);
}

export const resume = z.looseObject({
  basics: z
    .looseObject({
      name: text,
      label: text,
      email: text,
      phone: text,
      url: text,
      summary: text,
      location: z
        .looseObject({
          address: text,
          postalCode: text,
          city: text,
          countryCode: text,
          region: text,
        })
        .optional()
        .catch(undefined),
      profiles: items({ network: text, username: text, url: text }),
    })
    .optional(),
  work: items({
    name: text,
    position: text,
    location: text,
    url: text,
    startDate: text,
    endDate: text,
    summary: text,
    highlights: texts,
  }),
  volunteer: items({
    organization: text,
    position: text,
    url: text,
    startDate: text,
    endDate: text,
    summary: text,
  }),
  education: items({
    institution: text,
    url: text,
    area: text,
    studyType: text,
    startDate: text,
    endDate: text,
    score: text,
  }),
  awards: items({ title: text, date: text, awarder: text, summary: text }),
  certificates: items({ name: text, date: text, issuer: text, url: text }),
  publications: items({ name: text, publisher: text, releaseDate: text, url: text, summary: text }),
  skills: items({ name: text, level: text, keywords: texts }),
  languages: items({ language: text, fluency: text }),
  interests: items({ name: text, keywords: texts }),
  references: items({ name: text, reference: text }),
  projects: items({
    name: text,
    description: text,
    startDate: text,
    endDate: text,
    url: text,
    entity: text,
    roles: texts,
    highlights: texts,
  }),
});

export type Resume = z.infer<typeof resume>;
