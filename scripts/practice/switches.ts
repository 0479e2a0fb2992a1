/** Which of the three page structures is served under the same address. */
export type Family = "sdui" | "ember" | "guest";

/**
 * How a page may be asked to be awkward, as `?practice=…`:
 * loading: nothing has come yet but the frame · top: only the top card has come, and no scroll brings more ·
 * all: everything has come without a scroll · mismatch: the page of somebody else, or of another job, under this
 * address · big: a page of one megabyte · wall: the sign-in wall · login: the sign-in page.
 */
export const moods = ["loading", "top", "all", "mismatch", "big", "wall", "login"] as const;
export type Mood = (typeof moods)[number];

export type Wish = { family: Family; mood?: Mood };

const FAMILIES: readonly string[] = ["sdui", "ember", "guest"] satisfies Family[];

/** `?family=` wins over the cookie that a visitor set by the links in the banner. */
export function wishOf(address: URL, cookies = ""): Wish {
  const cookie = /(?:^|;\s*)practice_family=(\w+)/.exec(cookies)?.[1];
  const mood = address.searchParams.get("practice");
  return {
    family: [address.searchParams.get("family"), cookie].find(isFamily) ?? "sdui",
    mood: moods.find((one) => one === mood),
  };
}

export function isFamily(name: string | null | undefined): name is Family {
  return name != null && FAMILIES.includes(name);
}
