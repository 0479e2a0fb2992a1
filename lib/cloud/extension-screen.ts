import { bridge } from "@/lib/platform/bridge";
import { wakeOnWrite } from "./wake-on-write";

/**
 * For a screen of the extension: what is written here, and the screen's coming to the front, wake the
 * background's sync, which may be asleep and hears of neither by itself.
 */
export function stayInStep(): void {
  wakeOnWrite(() => wake("write"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") wake("visible");
  });
  wake("visible");
}

function wake(because: "write" | "visible"): void {
  void bridge.sendMessage("syncNow", { because });
}
