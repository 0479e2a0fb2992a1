import type { Capture } from "../capture";
import type { Sign } from "./sign";

/** What the background says of rows it was told of. */
export type WatchAnswer = {
  /** False when the person stopped it elsewhere, or the tab shows another page by now. */
  isOn: boolean;
  /** The line for the person, and what the button says, in their language. */
  said: string;
  stop: string;
};

export type WatchPorts = {
  /** The rows that stand on the page now. */
  readList: () => Capture;
  tell: (fresh: Capture) => Promise<WatchAnswer>;
  /** The person pressed Stop in the page, or the page is no longer this list. */
  ended: () => void;
  showSign: (onStop: () => void) => Sign;
};

/** Rows that come together are read together. */
const PAUSE_MS = 300;
/** Reading takes at most this part of the page's time. */
const SHARE = 10;

/**
 * Goes on reading a list as the person scrolls, until `stop` is called, the person presses Stop, or another page
 * stands in the tab. It reads when the document changes or is scrolled; it changes nothing but its own sign.
 */
export function watchList(
  ports: WatchPorts,
  view: Window & typeof globalThis = window,
): { stop: () => void } {
  const news = createNews();
  const address = addressOf(view.location);
  let timer: number | undefined;
  let pause = PAUSE_MS;
  let isTelling = false;
  let isOver = false;

  const end = () => {
    if (isOver) return;
    isOver = true;
    view.clearTimeout(timer);
    observer.disconnect();
    view.removeEventListener("scroll", soon, LISTEN);
    view.removeEventListener("pagehide", end);
    sign.remove();
  };
  const endByHand = () => {
    end();
    ports.ended();
  };
  const look = async () => {
    timer = undefined;
    if (addressOf(view.location) !== address) return endByHand();
    if (isTelling) return soon();
    const started = view.performance.now();
    const fresh = news(ports.readList());
    pause = Math.max(PAUSE_MS, (view.performance.now() - started) * SHARE);
    if (!fresh) return undefined;
    isTelling = true;
    try {
      const answer = await ports.tell(fresh);
      if (answer.isOn) sign.say(answer.said, answer.stop);
      else end();
    } catch {
      // The extension was updated or removed while the page stayed open: nobody is there to tell.
      end();
    }
    isTelling = false;
    return undefined;
  };
  const soon = () => {
    if (!isOver) timer ??= view.setTimeout(() => void look(), pause);
  };

  const sign = ports.showSign(endByHand);
  const observer = new view.MutationObserver(soon);
  observer.observe(view.document.body, { childList: true, subtree: true });
  view.addEventListener("scroll", soon, LISTEN);
  view.addEventListener("pagehide", end);
  soon();
  return { stop: end };
}

const LISTEN = { passive: true, capture: true };

const addressOf = ({ pathname, search }: Location): string => pathname + search;

/** Gives what is new of each reading: rows not told of yet, or told otherwise; undefined when there are none. */
function createNews(): (capture: Capture) => Capture | undefined {
  const told = new Set<string>();
  let lastRefused = 0;
  return (capture) => {
    const records = (capture.records ?? []).filter((record) => {
      const text = JSON.stringify(record);
      const isNew = !told.has(text);
      told.add(text);
      return isNew;
    });
    const problems = capture.problems.filter(({ row }) => row !== undefined && row > lastRefused);
    lastRefused = Math.max(lastRefused, ...problems.map(({ row = 0 }) => row));
    const isEmpty = capture.kind === null || records.length + problems.length === 0;
    return isEmpty ? undefined : { ...capture, records, problems };
  };
}
