import type { ReactNode } from "react";

/* Line drawings in one hand: leaves of a notebook and the dots that are people. Colours come from the theme. */

function Sheet({ children }: { children: ReactNode }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 120 80" fill="none" className="h-20 w-30">
      {children}
    </svg>
  );
}

/** An open notebook, nothing written yet. */
export function OpenNotebook() {
  return (
    <Sheet>
      <ellipse cx="60" cy="71" rx="42" ry="4" className="fill-hover" />
      <path
        d="M18 22h24a17 17 0 0 1 17 17v28H35a17 17 0 0 1-17-17z"
        className="fill-plum-soft stroke-plum"
        strokeWidth="1.5"
      />
      <path
        d="M102 22H78a17 17 0 0 0-17 17v28h24a17 17 0 0 0 17-17z"
        className="fill-saffron-soft stroke-saffron"
        strokeWidth="1.5"
      />
      <path
        d="M27 34h14M27 41h22M27 48h17"
        className="stroke-plum"
        strokeLinecap="round"
        strokeOpacity=".45"
        strokeWidth="1.5"
      />
      <circle cx="36" cy="10" r="6" className="fill-surface stroke-plum" strokeWidth="1.5" />
      <circle cx="84" cy="10" r="6" className="fill-surface stroke-saffron" strokeWidth="1.5" />
      <path
        d="M44 10h32"
        className="stroke-line-strong"
        strokeDasharray="1 5"
        strokeLinecap="round"
        strokeWidth="1.5"
      />
    </Sheet>
  );
}

/** A page seen through a glass: nothing matches, or nothing to read here. */
export function LookingGlass() {
  return (
    <Sheet>
      <ellipse cx="60" cy="72" rx="34" ry="4" className="fill-hover" />
      <path
        d="M32 12h34a16 16 0 0 1 16 16v40H48a16 16 0 0 1-16-16z"
        className="fill-surface stroke-line-strong"
        strokeWidth="1.5"
      />
      <path
        d="M42 26h20M42 34h26M42 42h12"
        className="stroke-line-strong"
        strokeLinecap="round"
        strokeWidth="1.5"
      />
      <circle cx="77" cy="46" r="14" className="fill-plum-soft stroke-plum" strokeWidth="2" />
      <path d="m87 57 10 10" className="stroke-plum" strokeLinecap="round" strokeWidth="3" />
    </Sheet>
  );
}

/** A leaf with a tick: everything is in order. */
export function TidyLeaf() {
  return (
    <Sheet>
      <ellipse cx="60" cy="72" rx="30" ry="4" className="fill-hover" />
      <path
        d="M36 14h30a18 18 0 0 1 18 18v36H54a18 18 0 0 1-18-18z"
        className="fill-moss-soft stroke-moss"
        strokeWidth="1.5"
      />
      <path
        d="m50 42 8 8 14-16"
        className="stroke-moss"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="2.5"
      />
    </Sheet>
  );
}

/** A leaf turned away: a page that cannot be kept. */
export function ClosedLeaf() {
  return (
    <Sheet>
      <ellipse cx="60" cy="72" rx="34" ry="4" className="fill-hover" />
      <path
        d="M34 14h34a18 18 0 0 1 18 18v36H52a18 18 0 0 1-18-18z"
        className="fill-surface stroke-line-strong"
        strokeWidth="1.5"
      />
      <path
        d="M46 30h20M46 38h26"
        className="stroke-line-strong"
        strokeLinecap="round"
        strokeWidth="1.5"
      />
      <path
        d="m54 48 14 14M68 48 54 62"
        className="stroke-brick"
        strokeLinecap="round"
        strokeWidth="2"
      />
    </Sheet>
  );
}
