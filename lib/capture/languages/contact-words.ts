/** What stands above a value that has no shape of its own, in English, French, German, Spanish, Portuguese, Italian and Dutch. */
const WORDS = {
  address: "address|adresse|anschrift|direccion|endereco|indirizzo|adres",
  messenger:
    "im|messagerie instantanee|instant messenger|messenger|mensajeria instantanea|mensagens instantaneas|messaggistica istantanea|chat",
} as const;

/** By the heading, without case, accents and dots. */
export const CONTACT_HEADINGS: Partial<Record<string, keyof typeof WORDS>> = Object.fromEntries(
  (["address", "messenger"] as const).flatMap((kind) =>
    WORDS[kind].split("|").map((word) => [word, kind]),
  ),
);
