import { browser } from "./browser";

export const version = (): string => browser.runtime.getManifest().version;
