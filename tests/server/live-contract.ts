import { expect, it } from "vitest";
import { newClientId } from "@/lib/sync/clock";
import { connectTo, type Target } from "./contract";
import { created, pushOf } from "./push-body";

type Listened = Target & { url: string };

/** Hints as each host must give them: said once, held against each. */
export function liveContract(target: () => Listened): void {
  let people = 0;
  const newSpace = () => connectTo(target(), `live${++people}@example.org`);
  const addressOf = (workspace: string) =>
    `${target().url.replace("http", "ws")}/v1/w/${workspace}/live`;

  it("tells who listens where the sequence stands, and when it moves", async () => {
    const space = await newSpace();
    const cid = newClientId();
    const push = (from: number) => {
      const row = created(cid, { fullName: `P${from}` }, { ms: target().now() - 1000 });
      return space.push(pushOf(cid, [row], { from }));
    };
    await push(1);
    const ear = listening(addressOf(space.workspace), space.token);
    expect(await ear.next()).toEqual({ seq: 1 });
    await push(2);
    expect(await ear.next()).toEqual({ seq: 2 });

    // Many in a moment are told together, the last of them surely.
    for (let from = 3; from <= 8; from++) await push(from);
    let told = 0;
    for (let seq = 0; seq < 8; told++) ({ seq } = await ear.next());
    expect(told).toBeLessThanOrEqual(6);
    ear.close();
  });

  it("answers pings, and lets nobody in without a token of that workspace", async () => {
    const [mine, theirs] = [await newSpace(), await newSpace()];
    const ear = listening(addressOf(mine.workspace), mine.token);
    await ear.next();
    ear.say("ping");
    expect(await ear.nextText()).toBe("pong");
    ear.close();
    for (const token of [theirs.token, "x".repeat(40), undefined]) {
      await expect(listening(addressOf(mine.workspace), token).next()).rejects.toThrow("closed");
    }
    const answer = await mine.get("/live");
    expect(answer.status).toBe(400);
  });
}

function listening(url: string, token: string | undefined) {
  const protocols = ["rapport.live", ...(token === undefined ? [] : [`bearer.${token}`])];
  const socket = new WebSocket(url, protocols);
  const heard: string[] = [];
  const waiting: { take: (text: string) => void; fail: (error: Error) => void }[] = [];
  let isClosed = false;
  socket.addEventListener("message", ({ data }) => {
    const next = waiting.shift();
    if (next) next.take(String(data));
    else heard.push(String(data));
  });
  const end = () => {
    isClosed = true;
    for (const { fail } of waiting.splice(0)) fail(new Error("closed"));
  };
  socket.addEventListener("close", end);
  socket.addEventListener("error", end);
  const nextText = () =>
    new Promise<string>((take, fail) => {
      const text = heard.shift();
      if (text !== undefined) take(text);
      else if (isClosed) fail(new Error("closed"));
      else waiting.push({ take, fail });
    });
  return {
    nextText,
    next: async () => JSON.parse(await nextText()) as { seq: number },
    say: (text: string) => socket.send(text),
    close: () => socket.close(),
  };
}
