/** What LinkedIn writes in place of a name where an account is closed or hidden. It is nobody's name. */
const NOBODY = new Set([
  "linkedin member",
  "membre de linkedin",
  "membre linkedin",
  "linkedin mitglied",
  "miembro de linkedin",
  "usuario de linkedin",
  "usuário do linkedin",
  "membro do linkedin",
  "utente linkedin",
  "utente di linkedin",
  "membro di linkedin",
  "membro linkedin",
  "linkedin lid",
  "lid van linkedin",
  "linkedin gebruiker",
]);

export function isNobody(name: string): boolean {
  const plain = name.trim().toLowerCase().replaceAll("-", " ").replace(/\s+/g, " ");
  return plain === "" || NOBODY.has(plain);
}
