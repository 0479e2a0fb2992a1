import { openDb, type RapportDb } from "@/lib/data/db";
import { readSyncMeta } from "@/lib/data/meta";
import { save, type Edit } from "@/lib/data/save";
import { SETTINGS_ID } from "@/lib/model/settings";
import { startersOf } from "../starter/list";
import { starterId, type StarterLanguage } from "../starter/starter";
import { occasionOf } from "../default-template";

/**
 * Puts the starter set of a language into the notebook, once: what is deleted stays deleted, what is edited
 * stays edited, here and on every other device. The rows have the same ids everywhere, and on a new device they
 * are stamped with the beginning of time, so whatever anybody ever did to one of them wins. True when it was put in.
 */
export async function seedStarters(
  language: StarterLanguage,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<boolean> {
  const settings = await db.settings.get(SETTINGS_ID);
  if (settings?.starters?.[language]) return false;
  const { clock } = await readSyncMeta(db);
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
  const isNewDevice = clock.ms === 0;
  await save(db, [...edits, marker], isNewDevice ? 1 : now.getTime());
  return true;
}
