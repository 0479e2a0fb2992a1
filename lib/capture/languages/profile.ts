import { deProfile } from "./de";
import { enProfile } from "./en";
import { esProfile } from "./es";
import { frProfile } from "./fr";
import { itProfile } from "./it";
import type { ProfileWords } from "./language";
import { nlProfile } from "./nl";
import { ptProfile } from "./pt";

/** A language is one file and one line here. */
export const PROFILE_LANGUAGES: ProfileWords[] = [
  enProfile,
  frProfile,
  deProfile,
  esProfile,
  ptProfile,
  itProfile,
  nlProfile,
];
