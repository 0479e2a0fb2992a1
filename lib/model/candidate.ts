import * as z from "zod";
import { day, instant, oneToFive, percent, rowBase, rowId } from "./row";
import { evidence } from "./evidence";
import { contractType, salary, workplaceType } from "./work";

/** A score with the argument for it. */
const score = z.looseObject({
  value: percent,
  at: instant.optional(),
  /** Name of the rule → points it gave. */
  contributions: z.record(z.string(), z.number()).optional(),
  evidence: z.array(evidence).optional(),
});

/** The recruiting facts of a person. Name, career, place and photo stand on the person's row. */
export const candidate = z.looseObject({
  ...rowBase,
  personId: rowId,

  // Kept for the law and the contract, never read by a score.
  birthDate: day.optional(),
  nationality: z.string().optional(),

  // Availability and mobility
  currentSituation: z
    .enum(["employed", "available", "noticePeriod", "student", "freelance", "other"])
    .optional(),
  /** Days until they can start; the day it was said is `availabilityAskedAt`. */
  availableInDays: z.number().int().nonnegative().optional(),
  availabilityAskedAt: instant.optional(),
  availableFrom: day.optional(),
  noticePeriodDays: z.number().int().nonnegative().optional(),
  /** Places they would work at. */
  mobility: z.array(z.string()).optional(),
  openToRemote: z.boolean().optional(),
  mobilityRadiusKm: z.number().nonnegative().optional(),
  drivingLicence: z.boolean().optional(),
  hasVehicle: z.boolean().optional(),
  workPermit: z.string().optional(),

  // What they want
  expectations: z
    .looseObject({
      contractTypes: z.array(contractType).optional(),
      industries: z.array(z.string()).optional(),
      positions: z.array(z.string()).optional(),
      workplaceType: workplaceType.optional(),
      salary: salary.optional(),
    })
    .optional(),

  // Scores and forecasts, each with its argument
  scores: z
    .looseObject({
      employability: score.optional(),
      stability: score.optional(),
      adaptability: score.optional(),
      potential: score.optional(),
      turnoverRisk: score.optional(),
    })
    .optional(),
  predictions: z
    .looseObject({
      desiredSalary: salary.optional(),
      idealNextPosition: z.string().optional(),
      acceptanceProbability: percent.optional(),
      at: instant.optional(),
      evidence: z.array(evidence).optional(),
    })
    .optional(),

  // The law
  consent: z
    .looseObject({
      status: z.enum(["asked", "given", "refused", "withdrawn"]),
      at: instant,
      purpose: z.string().optional(),
      /** The words agreed to, or how it was said. */
      text: z.string().optional(),
    })
    .optional(),
  retention: z
    .looseObject({
      until: day,
      basis: z.enum(["consent", "legitimateInterest", "contract", "legalObligation"]).optional(),
    })
    .optional(),

  // Work on them
  status: z.enum(["new", "active", "placed", "onHold", "doNotContact", "archived"]).optional(),
  rating: oneToFive.optional(),
  tags: z.array(z.string()).optional(),
  notes: z.string().optional(),
  source: z.string().optional(),
  /** Account id of the recruiter in charge. */
  ownerId: z.string().optional(),
  /** The document that is their current CV. */
  cvDocumentId: rowId.optional(),
});

export type Candidate = z.infer<typeof candidate>;
