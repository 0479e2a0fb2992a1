import { locale } from "@/components/ui/locale";

/** US dollars, with as many digits as a small sum needs to be told from nothing. */
export function dollars(sum: number): string {
  const isSmall = sum > 0 && sum < 0.1;
  return new Intl.NumberFormat(locale(), {
    style: "currency",
    currency: "USD",
    ...(isSmall ? { maximumSignificantDigits: 2 } : {}),
  }).format(sum);
}
