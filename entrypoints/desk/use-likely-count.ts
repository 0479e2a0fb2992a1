import { useQuery } from "@tanstack/react-query";
import { countLikely } from "@/lib/contacts/store/likely";

/** How many pairs wait to be looked at. */
export function useLikelyCount(): number {
  const { data = 0 } = useQuery({ queryKey: ["_likely", "count"], queryFn: () => countLikely() });
  return data;
}
