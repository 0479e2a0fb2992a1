import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { it } from "./it";
import type { Language } from "./language";
import { nl } from "./nl";
import { pt } from "./pt";

/** A language is one file and one line here. */
export const LANGUAGES: Language[] = [en, fr, de, es, pt, it, nl];
