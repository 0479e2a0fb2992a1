import type { Rule } from "../due";
import { answer } from "./answer";
import { application } from "./application";
import { birthday } from "./birthday";
import { followUp } from "./follow-up";
import { jobChange } from "./job-change";
import { keepInTouch } from "./keep-in-touch";
import { thank } from "./thank";

/** Every reason by which somebody becomes due without being asked for. A new one is a file and a line here. */
export const rules: readonly Rule[] = [
  answer,
  thank,
  birthday,
  jobChange,
  application,
  followUp,
  keepInTouch,
];
