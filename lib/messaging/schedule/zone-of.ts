import { cities, countries, MANY_CLOCKS, regions } from "./places";

/**
 * The zone of a place as people write it ("Lyon, Auvergne-Rhône-Alpes, France", "San Francisco Bay Area"), or
 * undefined where the name does not settle it: then the person is asked.
 */
export function zoneOf(
  place: string | undefined,
  zones: readonly string[] = Intl.supportedValuesOf("timeZone"),
): string | undefined {
  const parts = (place ?? "")
    .split(/[,·|/]/u)
    .map(plain)
    .filter(Boolean);
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  const country = countries.get(last);
  if (country) return country;
  const within = parts.map((part) => regions.get(part)).find(Boolean);
  // A country with several clocks, and no part of it that is known: a guess would be wrong half the time.
  if (within ?? MANY_CLOCKS.has(last)) return within;
  const city = parts.map((part) => cities.get(part)).find(Boolean);
  return city ?? parts.map((part) => byCapital(part, zones)).find(Boolean);
}

/** Zones are named after the city that keeps their time. */
function byCapital(part: string, zones: readonly string[]): string | undefined {
  const found = zones.filter((zone) => {
    const name = zone.split("/").at(-1)!.replaceAll("_", " ").toLowerCase();
    return zone.includes("/") && name === part;
  });
  return found.length === 1 ? found[0] : undefined;
}

/** What LinkedIn puts around a city's name, in the languages people read it in. */
const AROUND =
  /\b(?:greater|metropolitan|metropolitain[es]*|metro|area|region|aire|agglomeration|et peripherie|and surrounding|grand|metroplex|urban|de|d'|du|la ville)\b/gu;

function plain(part: string): string {
  const bare = part.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
  if (countries.has(bare) || regions.has(bare) || MANY_CLOCKS.has(bare)) return bare;
  return bare
    .replaceAll(/œ/gu, "oe")
    .replaceAll("’", "'")
    .replaceAll(AROUND, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
