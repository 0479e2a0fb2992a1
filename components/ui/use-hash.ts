import { useSyncExternalStore } from "react";

/** The part of the address after `#`: which thing a screen shows, so that Back, reload and links work. */
export function useHash(): [hash: string, go: (hash: string) => void] {
  const hash = useSyncExternalStore(listen, () => decodeURIComponent(location.hash.slice(1)));
  return [hash, go];
}

function go(hash: string): void {
  if (hash === decodeURIComponent(location.hash.slice(1))) return;
  history.pushState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function listen(tell: () => void): () => void {
  addEventListener("hashchange", tell);
  addEventListener("popstate", tell);
  return () => {
    removeEventListener("hashchange", tell);
    removeEventListener("popstate", tell);
  };
}
