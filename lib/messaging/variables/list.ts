import { jobVariables } from "./job";
import { personVariables } from "./person";
import { relationVariables } from "./relation";
import { selfVariables } from "./self";
import type { Variable } from "./variable";

/** Every variable a template may name. A new one is an entry in one of the files above. */
export const variables: readonly Variable[] = [
  ...personVariables,
  ...relationVariables,
  ...jobVariables,
  ...selfVariables,
];

const byKey = new Map<string, Variable>();
for (const variable of variables) {
  for (const name of [variable.name, ...variable.aliases]) byKey.set(keyOf(name), variable);
}

/** The variable of that name in any spelling: `{firstName}`, `{First Name}`, `{prénom}`, `{first_name}`. */
export function findVariable(name: string): Variable | undefined {
  return byKey.get(keyOf(name));
}

function keyOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\p{M}\s_-]/gu, "")
    .toLowerCase();
}
