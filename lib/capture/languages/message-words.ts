/** As `fold` leaves them, in English, French, German, Spanish, Portuguese, Italian and Dutch. */
export const DELETED =
  "this message has been deleted|this message was deleted|message deleted|ce message a ete supprime|message supprime|diese nachricht wurde geloscht|nachricht geloscht|este mensaje se ha eliminado|este mensaje ha sido eliminado|mensaje eliminado|esta mensagem foi excluida|esta mensagem foi apagada|mensagem excluida|questo messaggio e stato eliminato|messaggio eliminato|dit bericht is verwijderd|bericht verwijderd";
/** Stands in brackets behind a message that was changed. */
export const EDITED = "edited|modifie|bearbeitet|editado|editada|modificato|bewerkt";
