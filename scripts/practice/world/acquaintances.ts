import { keyOf } from "../looks";

/** Someone who is in the list of connections and has no page of their own here. */
export type Acquaintance = { slug: string; name: string; headline?: string; memberId: string };

const WRITTEN: [name: string, headline?: string][] = [
  ["Mirela Abela", "Supply planner at Halvorre"],
  ["Tobin Borin", "Grid analyst"],
  ["Sanna Cassel", "Data steward | Hospitals"],
  ["Ruben Dorvan", "Civil engineer, bridges and weirs"],
  ["Aiko Elbaz", "Teacher turned developer"],
  ["Pavel Fenwick"],
  ["Leona Garrod", "Translator, Portuguese and Dutch"],
  ["Idris Hallam", "Procurement lead"],
  ["Marta Iversen", "Product designer"],
  ["Klaus Jorda", "Head of People"],
  ["Noor Kestrel", "Supply planner at Halvorre"],
  ["Felix Lindqvo", "Grid analyst"],
  ["Greta Marrow", "Data steward | Hospitals"],
  ["Omar Nettel", "Civil engineer, bridges and weirs"],
  ["Tessa Orchard", "Teacher turned developer"],
  ["Anton Pellow", "Founder of a repair café"],
  ["Lucia Quist", "Translator, Portuguese and Dutch"],
  ["Bjarne Rademar"],
  ["Carla Sollis", "Product designer"],
  ["Dmitri Tarn", "Head of People"],
  ["Elin Umber", "Supply planner at Halvorre"],
  ["Farid Vasko", "Grid analyst"],
  ["Hanne Wexel", "Data steward | Hospitals"],
  ["Ivo Yarrow", "Civil engineer, bridges and weirs"],
  ["Jonna Zeller", "Teacher turned developer"],
  ["Kadir Brandel", "Founder of a repair café"],
  ["Livia Corvin", "Translator, Portuguese and Dutch"],
  ["Matteo Delmar", "Procurement lead"],
  ["Nadja Estrin", "Product designer"],
  ["Oskar Fallo", "Head of People"],
];

/** Invented, every one, like the people; their names lead to a page that says nobody is there. */
export const acquaintances: Acquaintance[] = WRITTEN.map(([name, headline]) => {
  const slug = name.toLowerCase().replace(" ", "-");
  const memberId = `ACoAAQ${keyOf("acquaintance", slug).replaceAll("-", "")}a`;
  return { slug, name, memberId, ...(headline !== undefined && { headline }) };
});
