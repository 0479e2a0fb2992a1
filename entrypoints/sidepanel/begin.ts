import { openDb } from "@/lib/data/db";
import { fetchScreen } from "./screens";

/**
 * The first thing the panel runs. The browser opens the notebook and fetches the screen that the address asks for
 * while the rest of the panel is still being run; what goes wrong, whoever needs them first hears.
 */
openDb()
  .open()
  .catch(() => {});
fetchScreen(location.hash.slice(1)).catch(() => {});
