import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { listReaders } from "@/lib/capture/readers/list";
import { applyInRows, rowsOn } from "@/lib/capture/taught/in-rows";
import type { Lesson } from "@/lib/capture/taught/taught";

/** Laid out by the background just before: plain data, in the extension's own world. */
declare const rapportData: { lessons: Lesson[] };

/** Runs in a list of people after its reader, only where a person has taught something about its rows. */
export default defineUnlistedScript(() =>
  applyInRows(rowsOn(location.href, document, listReaders), rapportData.lessons),
);
