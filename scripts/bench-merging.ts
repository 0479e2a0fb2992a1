import { pathToFileURL } from "node:url";
import { likelyPairs } from "@/lib/contacts/likeness/likely-pairs";
import { inventPeople } from "@/tests/contacts/likeness-pairs";
import { round, type Measure } from "./measure";

const PEOPLE = 10_000;

/** Everyone compared with everyone who could be them, a slice at a time, as the background does it. */
export async function benchMerging(): Promise<Measure[]> {
  const { people } = inventPeople(PEOPLE, 5);
  const steps = likelyPairs(people, () => false);
  const slices: number[] = [];
  for (let isDone = false; !isDone;) {
    const start = performance.now();
    isDone = steps.next().done === true;
    slices.push(performance.now() - start);
  }
  const whole = slices.reduce((sum, slice) => sum + slice, 0);
  return [
    { name: "10,000 people compared", value: round(whole), unit: "ms", target: 1000 },
    {
      name: "of which the longest slice",
      value: round(Math.max(...slices)),
      unit: "ms",
      target: 50,
    },
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.table(await benchMerging());
}
