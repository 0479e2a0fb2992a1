/** The contacts every engine is given: twelve plain fields, some 430 bytes of JSON each, the same at every run. */

/** From here on it is also watched how usable the page stays during the pull. */
export const MANY = 50_000;

export type Contact = {
  fullName: string;
  firstName: string;
  lastName: string;
  headline: string;
  company: string;
  position: string;
  location: string;
  publicId: string;
  memberUrn: string;
  profileUrl: string;
  email: string;
  notes: string;
};

/** As the product makes them (UUIDv7): a moment, a count within it, and eight letters drawn by lot. */
export function idOf(index: number): string {
  const count = index.toString(16).padStart(7, "0");
  const lot = (Math.imul(index + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
  return `0198c0de-0000-7000-8${count.slice(0, 3)}-${count.slice(3)}${lot}`;
}

const FIRST =
  "Ada Bea Cleo Dora Enid Finn Gus Hal Ida Jon Kai Lea Max Noé Oda Pia Rex Sam Tea Uli".split(" ");
const LAST =
  "Alder Birch Cedar Dale Elm Fern Grove Heath Ivy Juniper Keel Linden Moss Nettle Oak Pine Reed".split(
    " ",
  );
const WORDS =
  "plans builds leads teams data design growth care trade grain water paper stone light north river quiet early maker studio works".split(
    " ",
  );

/** mulberry32: small, quick, and the same everywhere. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function contacts(count: number, seed = 1): Contact[] {
  const random = drawn(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const words = (many: number) => Array.from({ length: many }, () => pick(WORDS)).join(" ");
  const digits = (many: number) => Math.floor(random() * 10 ** many).toString(36);
  return Array.from({ length: count }, (_, index) => {
    const [firstName, lastName] = [pick(FIRST), pick(LAST)];
    const publicId = `${firstName}-${lastName}-${index.toString(36)}${digits(6)}`.toLowerCase();
    return {
      fullName: `${firstName} ${lastName}`,
      firstName,
      lastName,
      headline: words(5),
      company: `${pick(WORDS)} ${pick(LAST)}`,
      position: words(2),
      location: `${pick(LAST)}ton`,
      publicId,
      memberUrn: `urn:li:fsd_profile:${digits(12)}${digits(12)}`,
      profileUrl: `https://www.linkedin.com/in/${publicId}/`,
      email: `${publicId}@${pick(WORDS)}.example`,
      notes: words(6),
    };
  });
}
