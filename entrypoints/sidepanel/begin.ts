import { openDb } from "@/lib/data/db";
import { recallWish } from "@/lib/platform/wish";
import { fetchScreen } from "./screens";

/**
 * The first thing the panel runs. The browser opens the notebook and fetches the screen that the address asks for
 * while the rest of the panel is still being run; what goes wrong, whoever needs them first hears.
 */
openDb()
  .open()
  .catch(() => {});
fetchScreen(location.hash.slice(1)).catch(() => {});

/** Whether the panel was opened to write to somebody; the answer is there by the time the rest was run. */
export const wish = location.hash === "" ? recallWish().catch(() => undefined) : undefined;
