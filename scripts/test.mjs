// `npm test`. Sets up what is missing, then hands over to test.ts under a newer Node.
import { checkNode, installPackages, newerNode, run, runMain, toolEnvironment } from "./set-up.mjs";

await runMain(async () => {
  checkNode();
  await installPackages((line) => console.log(line));
  const node = newerNode();
  return run(node, ["--import", "tsx", "scripts/test.ts", ...process.argv.slice(2)], {
    env: toolEnvironment(node),
  });
});
