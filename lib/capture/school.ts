import { fold } from "./words";

const SCHOOL =
  /universi|college|school|institut|academ|akademi|facult|fakult|polytech|politec|hochschule|escola|escuela|ecole|lycee|scuola|gymnasi|liceo|大学|学院|대학교/;

/** A single name beside a headline may be an employer or a school; a school's name mostly says so. */
export const isSchool = (name: string): boolean => SCHOOL.test(fold(name));
