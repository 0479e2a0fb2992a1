import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { read } from "@/lib/capture/read";
import { listReaders } from "@/lib/capture/readers/list";
import { watchList } from "@/lib/capture/watch/list-watch";
import { showSign } from "@/lib/capture/watch/sign";
import { bridge } from "@/lib/platform/bridge";

/** Runs in a list only after the person turned it on there, and leaves no node when it ends. */
export default defineUnlistedScript(() => {
  const watch = watchList({
    readList: () => read(location.href, document, listReaders),
    tell: (fresh) => bridge.sendMessage("rowsCame", fresh),
    ended: () => void bridge.sendMessage("watchEnded"),
    showSign: (onStop) => showSign(document, onStop),
  });
  const forget = bridge.onMessage("endWatch", () => {
    watch.stop();
    forget();
  });
});
