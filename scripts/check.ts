/** `npm run check`: is the house in order? Names after it run only those steps: `npm run check -- lint types`. */
import { checkSteps, runSteps } from "./check-steps";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checkSteps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No step is called ${unknown.join(", ")}. Steps: ${checkSteps.map((s) => s.name).join(", ")}.`,
  );
  process.exit(2);
}

const steps =
  wanted.length > 0 ? checkSteps.filter((step) => wanted.includes(step.name)) : checkSteps;
const began = performance.now();
if (await runSteps(steps)) {
  console.log(`All in order, after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
} else {
  process.exitCode = 1;
}
