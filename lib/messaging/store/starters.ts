import { openDb, type RapportDb } from "@/lib/data/db";
import { maySave } from "@/lib/data/role";
import type { Edit } from "@/lib/data/save";
import { save } from "@/lib/data/save-on-demand";
import { SETTINGS_ID } from "@/lib/model/settings-id";
import { starterId, type StarterLanguage } from "../starter/starter";
import { occasionOf } from "../default-template";

/**
 * Puts the starter set of a language into the notebook, once: what is deleted stays deleted, what is edited
 * stays edited, here and on every other device. The rows have the same ids everywhere and are written as the
 * product's own, so that whatever a person did to one of them wins. True when it was put in.
 */
export async function seedStarters(
  language: StarterLanguage,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<boolean> {
  const settings = await db.settings.get(SETTINGS_ID);
  if (settings?.starters?.[language] || !(await maySave(db, ["templates"]))) return false;
  // Twenty kilobytes that are needed once in a notebook's life.
  const { startersOf } = await import("../starter/list");
  const createdAt = now.toISOString();
  const occasions = new Set<string>();
  const edits = startersOf(language).map(({ key, ...fields }): Edit => {
    const occasion = occasionOf({ ...fields, language });
    // The first of each occasion is its default.
    const isDefault = !occasions.has(occasion);
    occasions.add(occasion);
    return {
      table: "templates",
      id: starterId(language, key),
      create: true,
      fields: { ...fields, language, createdAt, ...(isDefault && { isDefault }) },
    };
  });
  const marker: Edit = {
    table: "settings",
    id: SETTINGS_ID,
    create: true,
    fields: { [`starters/${language}`]: true },
  };
  await save(db, [...edits, marker], now.getTime(), "product");
  return true;
}
