/** Sunday first, each in English, French, German, Spanish, Portuguese, Italian and Dutch, whole and short. */
export const WEEKDAYS = [
  "sunday|sun|dimanche|dim|sonntag|so|domingo|dom|domenica|zondag|zo",
  "monday|mon|lundi|lun|montag|mo|lunes|segunda-feira|segunda|seg|lunedi|maandag|ma",
  "tuesday|tue|mardi|mar|dienstag|di|martes|terca-feira|terca|ter|martedi|dinsdag",
  "wednesday|wed|mercredi|mer|mittwoch|mi|miercoles|mie|quarta-feira|quarta|qua|mercoledi|woensdag|wo",
  "thursday|thu|jeudi|jeu|donnerstag|do|jueves|jue|quinta-feira|quinta|qui|giovedi|gio|donderdag",
  "friday|fri|vendredi|ven|freitag|fr|viernes|vie|sexta-feira|sexta|sex|venerdi|vrijdag|vr",
  "saturday|sat|samedi|sam|samstag|sa|sabado|sab|sabato|zaterdag|za",
];
export const TODAY = "today|aujourd'hui|heute|hoy|hoje|oggi|vandaag";
export const YESTERDAY = "yesterday|hier|gestern|ayer|ontem|ieri|gisteren";
