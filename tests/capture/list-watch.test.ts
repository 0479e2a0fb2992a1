// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capture, PersonRecord } from "@/lib/capture/capture";
import { watchList, type WatchAnswer } from "@/lib/capture/watch/list-watch";
import { showSign } from "@/lib/capture/watch/sign";

const on: WatchAnswer = { isOn: true, said: "2 rows saved", stop: "Stop" };

let records: PersonRecord[];
let problems: Capture["problems"];
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "<main></main>";
  records = [{ fullName: "Ada Invented", publicId: "ada" }];
  problems = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const readList = (): Capture => ({
  kind: "connections",
  family: "sdui",
  url: location.href,
  capturedAt: "2026-03-01T10:00:00.000Z",
  records: [...records],
  sections: {},
  problems: [...problems],
  unparsed: [],
});

const nothing = (): void => undefined;

function start(answer: (fresh: Capture) => Promise<WatchAnswer> = async () => on) {
  const tell = vi.fn(answer);
  const ended = vi.fn<() => void>();
  let press = nothing;
  const sign = { say: vi.fn<(line: string, stop: string) => void>(), remove: vi.fn<() => void>() };
  const watch = watchList({
    readList,
    tell,
    ended,
    showSign: (onStop) => {
      press = onStop;
      return sign;
    },
  });
  const told = () => tell.mock.calls.map(([{ records: rows = [] }]) => rows.length);
  return { watch, tell, told, ended, sign, press: () => press() };
}

async function grow(...names: string[]): Promise<void> {
  for (const name of names) records.push({ fullName: name, publicId: name.toLowerCase() });
  document.querySelector("main")!.append(document.createElement("p"));
  await vi.advanceTimersByTimeAsync(2000);
}

describe("the watcher of a list", () => {
  it("tells of the rows that stand there, then only of those that come", async () => {
    const { told, sign } = start();
    await vi.advanceTimersByTimeAsync(2000);
    await grow("Ben", "Cleo");
    await grow();
    expect(told()).toEqual([1, 2]);
    expect(sign.say).toHaveBeenLastCalledWith("2 rows saved", "Stop");
  });

  it("tells of a row again when it says something else, and of a refused one once", async () => {
    const { tell } = start();
    await vi.advanceTimersByTimeAsync(2000);
    records = [{ fullName: "Ada Invented", publicId: "ada", headline: "Engineer" }];
    problems = [{ code: "row-nameless", row: 2 }];
    await grow();
    await grow();
    expect(tell.mock.calls.slice(1).map(([fresh]) => [fresh.records, fresh.problems])).toEqual([
      [records, problems],
    ]);
  });

  it("reads what comes while the background is still busy, after that", async () => {
    const waiting: ((answer: WatchAnswer) => void)[] = [];
    const { told } = start(() => new Promise((resolve) => waiting.push(resolve)));
    await vi.advanceTimersByTimeAsync(2000);
    await grow("Ben");
    expect(told()).toEqual([1]);
    waiting[0]!(on);
    await vi.advanceTimersByTimeAsync(2000);
    expect(told()).toEqual([1, 1]);
  });

  it.each([
    ["the person pressed Stop in the page", true],
    ["it was stopped elsewhere", false],
  ])("ends for good when %s", async (_, isByHand) => {
    const { watch, press, told, ended, sign } = start();
    await vi.advanceTimersByTimeAsync(2000);
    if (isByHand) press();
    else watch.stop();
    await grow("Ben");
    expect([told(), sign.remove.mock.calls.length]).toEqual([[1], 1]);
    expect(ended).toHaveBeenCalledTimes(isByHand ? 1 : 0);
  });

  it("ends when the background says so, when nobody answers any more, and when the page is left", async () => {
    const off = start(async () => ({ ...on, isOn: false }));
    const gone = start(async () => {
      throw new Error("Extension context invalidated.");
    });
    const left = start();
    await vi.advanceTimersByTimeAsync(2000);
    window.dispatchEvent(new Event("pagehide"));
    await grow("Ben");
    for (const { sign, told } of [off, gone, left]) {
      expect([sign.remove.mock.calls.length, told()]).toEqual([1, [1]]);
    }
  });

  it("ends when the tab shows another address, and says so", async () => {
    const { told, ended, sign } = start();
    await vi.advanceTimersByTimeAsync(2000);
    history.pushState({}, "", "/somewhere/else/");
    await grow("Ben");
    expect([told(), ended.mock.calls.length, sign.remove.mock.calls.length]).toEqual([[1], 1, 1]);
  });
});

describe("the sign in the page", () => {
  it("is one bare element beside the body, whose inside the page cannot reach", () => {
    const sign = showSign(document, nothing);
    expect(document.documentElement.children).toHaveLength(2);
    sign.say("2 rows saved", "Stop");
    const host = document.documentElement.lastElementChild!;
    expect([host.tagName, host.attributes.length, host.children.length, host.shadowRoot]).toEqual([
      "DIV",
      0,
      0,
      null,
    ]);
    sign.remove();
    expect(document.documentElement.children).toHaveLength(2);
  });
});
