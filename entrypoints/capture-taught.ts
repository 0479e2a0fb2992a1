import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { JobRecord, PersonRecord } from "@/lib/capture/capture";
import { applyLessons } from "@/lib/capture/taught/apply";
import type { Lesson } from "@/lib/capture/taught/taught";

/** Laid out by the background just before: plain data, in the extension's own world. */
declare const rapportData: { record: PersonRecord | JobRecord; lessons: Lesson[] };

/** Runs in the page after its reader, only where a person has taught something about pages of its kind. */
export default defineUnlistedScript(() =>
  applyLessons(location.href, document, rapportData.record, rapportData.lessons),
);
