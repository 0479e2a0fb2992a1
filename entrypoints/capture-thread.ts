import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { read } from "@/lib/capture/read";
import { threadReaders } from "@/lib/capture/readers/thread";

/**
 * Runs in the page when a person asks for it, and leaves nothing there: what `main` returns is what
 * `scripting.executeScript` gives to the background.
 */
export default defineUnlistedScript(() => read(location.href, document, threadReaders));
