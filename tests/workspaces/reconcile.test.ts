import { describe, expect, it } from "vitest";
import type { Workspace } from "@/lib/cloud/teams";
import { chosenName, databaseOf, mirrorChosen, PERSONAL } from "@/lib/platform/chosen-workspace";
import { reconcile } from "@/lib/workspaces/reconcile";
import { chosenAmong, createRegistry, type KnownTeam } from "@/lib/workspaces/registry";

const team = (id: string, more: Partial<KnownTeam> = {}): KnownTeam => ({
  id,
  name: id,
  role: "viewer",
  database: databaseOf(id),
  userId: "ada",
  ...more,
});
const said = (id: string, more: Partial<Workspace> = {}): Workspace => ({
  id,
  name: id,
  kind: "team",
  role: "viewer",
  ...more,
});

describe("the teams a device knows", () => {
  it("follow what the server says of them", () => {
    expect(
      reconcile(
        [team("b")],
        [said("own", { kind: "personal" }), said("b", { role: "owner" }), said("a")],
        "ada",
      ),
    ).toEqual([team("a"), team("b", { role: "owner" })]);
  });

  it("are not forgotten because the server does not name them: only its own word takes rows away", () => {
    expect(reconcile([team("a")], [], "ada")).toEqual([team("a")]);
  });

  it("of another account stay as they are", () => {
    const theirs = team("a", { userId: "bob" });
    expect(reconcile([theirs], [said("a", { role: "owner" })], "ada")).toEqual([theirs]);
  });
});

describe("the workspace shown", () => {
  it("is one's own unless another is chosen and still here", async () => {
    expect(chosenAmong([team("a")], databaseOf("a"))).toBe(databaseOf("a"));
    expect(chosenAmong([team("a")], databaseOf("gone"))).toBe(PERSONAL);
    const kept = new Map<string, unknown>([["workspaces.teams", "damaged"]]);
    const registry = createRegistry({
      read: async (key) => kept.get(key),
      write: async (key, value) => void kept.set(key, value),
      remove: async (key) => void kept.delete(key),
    });
    expect(await registry.teams()).toEqual([]);
    await registry.keep([team("a")]);
    await registry.choose(databaseOf("a"));
    expect(await registry.chosen()).toBe(databaseOf("a"));
  });

  it("is read at once from the screens' own copy, which names nothing but ours", () => {
    const area = new Map<string, string>();
    const storage = {
      getItem: (key: string) => area.get(key) ?? null,
      setItem: (key: string, value: string) => void area.set(key, value),
    };
    expect(chosenName(storage)).toBe(PERSONAL);
    mirrorChosen("something-else", storage);
    expect(chosenName(storage)).toBe(PERSONAL);
    mirrorChosen(databaseOf("a"), storage);
    expect(chosenName(storage)).toBe("rapport.a");
  });
});
