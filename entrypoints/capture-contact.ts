import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { read } from "@/lib/capture/read";
import { contactReaders } from "@/lib/capture/readers/contact";

/** Runs in the page after the profile was read, where the address says that its contact overlay is open. */
export default defineUnlistedScript(() => read(location.href, document, contactReaders));
