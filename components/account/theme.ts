import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { i18n } from "#i18n";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { sentenceOf } from "@/components/ui/sentences";
import { chooseTheme, readTheme, type ThemeChoice } from "@/components/ui/theme-choice";
import { say } from "@/components/ui/toast";
import { readSettings, saveSettings } from "@/lib/account/store";

const THEMES: readonly ThemeChoice[] = ["system", "light", "dark"];

export function themeOptions(): { value: ThemeChoice; label: string }[] {
  return THEMES.map((value) => ({ value, label: i18n.t(`theme.${value}`) }));
}

export function themeEntry(chosen: ThemeChoice): MenuEntry {
  return {
    kind: "choice",
    label: i18n.t("theme.label"),
    value: chosen,
    options: themeOptions(),
    onChange: (value) => void keepTheme(THEMES.find((theme) => theme === value) ?? "system"),
  };
}

/** Painted at once on this device; the other devices follow by the settings row. */
export async function keepTheme(theme: ThemeChoice): Promise<void> {
  chooseTheme(theme);
  try {
    await saveSettings({ theme });
  } catch (error) {
    await say(sentenceOf(error));
  }
}

/** A theme chosen on another device arrives here. */
export function useThemeOfSettings(): void {
  const theme = useQuery({ queryKey: ["settings", "one"], queryFn: () => readSettings() }).data
    ?.theme;
  useEffect(() => {
    if (theme !== undefined && theme !== readTheme()) chooseTheme(theme);
  }, [theme]);
}
