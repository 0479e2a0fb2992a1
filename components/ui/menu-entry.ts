import type { ReactElement, ReactNode } from "react";

export type MenuEntry =
  | { kind: "line" }
  | {
      kind: "item";
      label: string;
      icon?: ReactNode;
      /** Shown beside it: the key that does the same. */
      keys?: string;
      /** Shown faintly beside it: what it comes to. */
      hint?: string;
      /** Why it cannot be chosen now. */
      why?: string;
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
