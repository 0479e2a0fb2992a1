import { afterAll, beforeAll, expect, it } from "vitest";
import { ROLES } from "@/lib/model/role";
import { codeOf, openGround, type Ground } from "../ground";
import { created, pushOf } from "../push-body";
import { spaceOf } from "../space";
import { answerInvitation, callsOf, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("does not exist for those outside", async () => {
  const team = await foundTeam(ground, await ground.connect("in@example.org"));
  const call = callsOf(ground, await ground.connect("out@example.org"));
  for (const [method, path] of [
    ["PATCH", ""],
    ["DELETE", ""],
    ["POST", "/leave"],
    ["GET", "/members"],
    ["GET", "/history"],
    ["GET", "/invitations"],
  ] as const) {
    const answer = await call(method, `${team.base}${path}`, { name: "Mine" });
    expect([answer.status, await codeOf(answer)]).toEqual([404, "not-found"]);
  }
});

it.each(ROLES.filter((role) => role !== "owner"))(
  "a %s neither renames, deletes nor reads who came and went",
  async (role) => {
    const team = await foundTeam(ground, await ground.connect(`o-${role}@example.org`));
    const one = await ground.connect(`${role}@example.org`);
    const { code } = await team.invite(`${role}@example.org`, role);
    await answerInvitation(ground, one.cookie, code, "accept");
    const call = callsOf(ground, one);
    for (const [method, path] of [
      ["PATCH", ""],
      ["DELETE", ""],
      ["GET", "/history"],
    ] as const) {
      expect((await call(method, `${team.base}${path}`, { name: "Mine" })).status).toBe(403);
    }
    // What the role may not write comes back as rejected, and the rest of the push is taken.
    const rows = [
      created(one.cid, { fullName: "P" }),
      created(one.cid, { kind: "note" }, { tbl: "interactions" }),
    ];
    const { rejected, last } = await spaceOf(ground, one, team.id).push(pushOf(one.cid, rows));
    const refused = rejected.map(({ tbl, why }) => `${tbl} ${why}`);
    expect(last).toBe(1);
    expect(refused).toEqual(
      {
        recruiter: [],
        hiringManager: ["people forbidden"],
        viewer: ["people forbidden", "interactions forbidden"],
      }[role as "viewer"],
    );
  },
);
