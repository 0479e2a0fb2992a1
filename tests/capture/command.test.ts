import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

type Result = { code: number; out: string; err: string };

async function command(...args: string[]): Promise<Result> {
  const line = [resolve(ROOT, "node_modules/tsx/dist/cli.mjs"), "scripts/capture.ts", ...args];
  try {
    const { stdout, stderr } = await run(process.execPath, line, { cwd: ROOT });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const page = (name: string): string => `tests/fixtures/capture/${name}.html`;
const JOB = "https://www.linkedin.com/jobs/search/?currentJobId=222";

describe("npm run capture", () => {
  it("prints one JSON with the record in the words of the notebook", async () => {
    const { code, out } = await command(page("ember-job"), "--url", JOB);
    expect(code).toBe(0);
    const printed = JSON.parse(out);
    expect(Object.keys(printed)).toEqual(["kind", "family", "record", "sections", "problems"]);
    expect(printed.record).toMatchObject({
      externalId: "222",
      workplaceType: "remote",
      salary: { min: 45, max: 52.5, period: "hour" },
    });
  });

  it("says why there is nothing, and that is no error", async () => {
    const url = "https://www.linkedin.com/in/orla-fennimere/";
    const wall = await command(page("no-page--sign-in-wall"), "--url", url);
    expect([wall.code, JSON.parse(wall.out)]).toEqual([
      0,
      {
        kind: null,
        family: "guest",
        reason: "The page asks to sign in; it shows no profile and no job.",
        sections: {},
        problems: [{ code: "sign-in-wall" }],
      },
    ]);
    const missing = await command("no-such-file.html", "--url", url);
    expect([missing.code, JSON.parse(missing.out).problems[0].code]).toEqual([0, "unreadable"]);
  });

  it("reads a file that was cut, and says so", async () => {
    const url = "https://www.linkedin.com/in/iwo-lindqvist/";
    const { out } = await command(page("sdui-profile--cut-off"), "--url", url);
    expect(JSON.parse(out)).toMatchObject({
      kind: "profile",
      sections: { experience: "cutOff", education: "notLoaded" },
      problems: [{ code: "cut-off" }],
    });
  });

  it("says with --health which sections read and by what, and whether the page has drifted", async () => {
    const url = "https://www.linkedin.com/in/orla-fennimere/";
    const { code, out } = await command(page("sdui-profile"), "--url", url, "--health");
    const told = JSON.parse(out);
    expect(code).toBe(0);
    expect(told).toMatchObject({ verdict: "partly", kind: "profile", family: "sdui" });
    expect(told.sections).toContainEqual({
      section: "experience",
      state: "present",
      anchors: ["componentkey", "heading"],
      isDrifted: false,
    });
    expect(out.toLowerCase()).not.toMatch(/orla|fennimere|lighthouse/);
    const missing = await command("no-such-file.html", "--url", url, "--health");
    expect(JSON.parse(missing.out)).toMatchObject({ verdict: "refused", problem: "unreadable" });
  });

  it.each([
    [[]],
    [[page("ember-job")]],
    [[page("ember-job"), "--url", "not an address"]],
    [[page("ember-job"), "--url", JOB, "--parser", "other"]],
    [[page("ember-job"), page("guest-job"), "--url", JOB]],
    [["--wat"]],
  ])("explains itself when it is called wrongly: %j", async (args) => {
    const { code, out, err } = await command(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: npm run --silent capture");
  });
});
