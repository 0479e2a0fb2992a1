import { cloneElement, lazy, Suspense, useState } from "react";
import type { MenuProps } from "./menu-entry";

const load = () => import("./menu-popup");
const MenuPopup = lazy(load);

/** A button that opens a menu. What a menu is made of is fetched when the first is asked for: no screen waits for it. */
export function Menu(props: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const closed = cloneElement(props.trigger, {
    "aria-haspopup": "menu",
    onClick: () => setWanted(true),
  });
  if (!isWanted) return closed;
  return (
    <Suspense fallback={cloneElement(closed, { "aria-busy": true })}>
      <MenuPopup {...props} />
    </Suspense>
  );
}

/** Fetches the parts of menus while nothing else happens, so that the first press opens at once. */
export function preloadMenus(): void {
  void load();
}
