import { cn } from "./cn";

const SIZES = {
  sm: "size-7 text-2xs",
  md: "size-9 text-xs",
  lg: "size-12 text-base",
};

/** Eight quiet hues; the same seed always gets the same one. */
const HUES = [352, 25, 68, 120, 160, 215, 265, 310];

/**
 * Initials on a quiet ground. Never a photograph: loading one would send a request to somebody else's server.
 */
export function Monogram({
  name,
  shape = "round",
  size = "md",
}: {
  name: string;
  shape?: "round" | "square";
  size?: keyof typeof SIZES;
}) {
  const hue = HUES[hash(name) % HUES.length] ?? 352;
  return (
    <span
      aria-hidden="true"
      style={{
        backgroundColor: `light-dark(oklch(0.915 0.042 ${hue}), oklch(0.345 0.05 ${hue}))`,
        color: `light-dark(oklch(0.37 0.085 ${hue}), oklch(0.9 0.045 ${hue}))`,
      }}
      className={cn(
        "inline-grid shrink-0 place-items-center font-semibold tracking-wide select-none",
        shape === "round" ? "rounded-full" : "rounded-md",
        SIZES[size],
      )}
    >
      {initials(name)}
    </span>
  );
}

/** First letter of the first and of the last word; symbols and emoji are passed over. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
  const first = words[0];
  if (!first) return "·";
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstLetter(first) + (last ? firstLetter(last) : "")).toLocaleUpperCase();
}

function firstLetter(word: string): string {
  return [...word][0] ?? "";
}

function hash(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
