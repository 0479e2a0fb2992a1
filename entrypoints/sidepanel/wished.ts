import { useEffect } from "react";
import { findSaved } from "@/lib/capture/saved";
import { openDb } from "@/lib/data/db";
import { maySave } from "@/lib/data/role";
import { forgetWish, recallWish, watchWish, type Wish } from "@/lib/platform/wish";
import { tabBeside } from "./use-page";

/**
 * Whom one asked to write to by the browser's shortcut, once: the person in the tab beside this panel, if they are
 * kept. Of somebody who is only being captured the background tells when it is done.
 */
export async function wishedPerson(wish: Wish): Promise<string | undefined> {
  const tab = await tabBeside();
  if (wish.tabId !== tab?.id) return undefined;
  const id = wish.personId ?? (await personAt(tab.url ?? ""));
  if (id === undefined || !(await maySave(openDb(), ["messages"]))) return undefined;
  void forgetWish();
  return id;
}

/** Goes to the draft that is wished for while the panel stands, or was while it was being drawn. */
export function useWish(go: (hash: string) => void): void {
  useEffect(() => {
    const follow = async (wish: Wish | undefined) => {
      const id = wish && (await wishedPerson(wish));
      if (id !== undefined) go(`write/${id}`);
    };
    void recallWish().then(follow);
    return watchWish((wish) => void follow(wish));
  }, [go]);
}

async function personAt(url: string): Promise<string | undefined> {
  const saved = await findSaved(openDb(), url);
  return saved?.table === "people" ? saved.id : undefined;
}
