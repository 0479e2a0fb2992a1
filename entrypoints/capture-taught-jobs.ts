import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { jobListReaders } from "@/lib/capture/readers/job-list";
import { applyInRows, rowsOn } from "@/lib/capture/taught/in-rows";
import type { Lesson } from "@/lib/capture/taught/taught";

/** Laid out by the background just before: plain data, in the extension's own world. */
declare const rapportData: { lessons: Lesson[] };

/** Runs in a list of jobs after its reader, only where a person has taught something about its rows. */
export default defineUnlistedScript(() =>
  applyInRows(rowsOn(location.href, document, jobListReaders), rapportData.lessons),
);
