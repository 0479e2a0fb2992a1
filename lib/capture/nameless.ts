/** Someone outside one's network is shown without a name: that is nobody one could know again. */
const NAMELESS =
  /^(LinkedIn[ -](Member|Mitglied|lid)|Membre (de )?LinkedIn|Miembro de LinkedIn|Usu[aá]rio do LinkedIn|Utente LinkedIn)$/i;

export const isNameless = (name: string | undefined): boolean => NAMELESS.test(name ?? "");
