import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { takeSnapshot } from "@/lib/capture/snapshot/take";

/** Runs in the page after a capture has been shown, and gives back the page as words and structure. */
export default defineUnlistedScript(() => takeSnapshot(location.href, document));
