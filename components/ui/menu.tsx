import { cloneElement, lazy, Suspense, useState, type ReactElement, type ReactNode } from "react";

export type MenuEntry =
  | { kind: "line" }
  | {
      kind: "item";
      label: string;
      icon?: ReactNode;
      /** Shown beside it: the key that does the same. */
      keys?: string;
      onSelect: () => void;
    }
  | {
      kind: "check";
      label: string;
      hint?: string;
      isOn: boolean;
      onChange: (isOn: boolean) => void;
    }
  | {
      kind: "choice";
      label: string;
      value: string;
      options: readonly { value: string; label: string }[];
      onChange: (value: string) => void;
    };

export type MenuProps = {
  trigger: ReactElement<{ onClick?: () => void; "aria-haspopup"?: "menu"; "aria-busy"?: boolean }>;
  entries: readonly MenuEntry[];
  align?: "start" | "end";
};

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
