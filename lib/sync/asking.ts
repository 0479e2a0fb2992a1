import { LIMITS, type PullPage, type SnapPage } from "./change";
import type { PullRequest } from "./client-state";
import type { SyncApi } from "./ports";

type Page = { pull: PullPage; snap?: undefined } | { snap: SnapPage; pull?: undefined };
/** What was asked for; of a snapshot also the pages below it that are here already, each where the one before ends. */
export type Pages =
  | { pull: PullPage; snaps?: undefined }
  | { snaps: readonly [SnapPage, ...SnapPage[]]; pull?: undefined };
export type Ask = (request: PullRequest) => Promise<Pages>;

type Snap = Extract<PullRequest, { kind: "snap" }>;
type Asked = { request: PullRequest; page: Promise<Page>; arrived?: SnapPage };

/** Windows of a snapshot asked for and not taken yet: browsers open no more connections to one server. */
const AHEAD = 6;
/** Rows a window is to hold, and how much of a page: one that does not fit is cut, and costs a request more. */
const WANTED = 1600;
const FULL = 0.9;
/** So much wider than the last one at most: what is thin here may be dense below. */
const WIDER = 8;

/**
 * Asks for a page, and at once for those after it: they travel while this one is written. Of a snapshot several
 * windows are on their way at a time, since no answer is needed to know where the next one begins. What the
 * device then does not want is dropped.
 */
export function asker(api: SyncApi): Ask {
  let line: Asked[] = [];
  const widths = createWidths();

  function send(request: PullRequest): Asked {
    const asked: Asked = { request, page: fetchPage(api, request) };
    asked.page.then(
      ({ snap }) => {
        if (snap) asked.arrived = snap;
      },
      // Whoever takes it hears of its failure; dropped, it concerns nobody.
      () => undefined,
    );
    return asked;
  }

  /** Out of the line; or what was cut off the window above it; or asked for now, the line given up. */
  function find(request: PullRequest): Asked {
    const place = line.findIndex((one) => isSame(one.request, request));
    const found = line[place];
    if (found) {
      line = line.slice(place + 1);
      return found;
    }
    const next = line[0]?.request;
    if (request.kind === "snap" && next?.kind === "snap" && isBelow(next, request)) {
      return send({ ...request, from: next.before as number });
    }
    line = [];
    const isFirst = request.kind === "pull" || request.before === null;
    return send(isFirst ? request : widths.window(request, request.before as number));
  }

  function goOn(last: PullRequest): void {
    let lowest = line.at(-1)?.request ?? last;
    while (line.length < AHEAD && lowest.kind === "snap" && (lowest.from ?? 0) > 1) {
      lowest = widths.window(lowest, lowest.from as number);
      line.push(send(lowest));
    }
  }

  /** The page that goes on where this one ends, if it is here: what is written together is written sooner. */
  function takeBelow({ epoch, upto, next, more }: SnapPage): SnapPage | undefined {
    const [below] = line;
    const wanted = { kind: "snap", epoch, upto, before: next, limit: 0 } as const;
    if (!more || !below?.arrived || !isSame(below.request, wanted)) return undefined;
    line.shift();
    return below.arrived;
  }

  return async (request) => {
    const asked = find(request);
    goOn(asked.request);
    const { pull, snap } = await asked.page;
    if (pull) {
      const { epoch, next, more, reset } = pull;
      line = more && !reset ? [send({ kind: "pull", epoch, since: next })] : [];
      return { pull };
    }
    const snaps: [SnapPage, ...SnapPage[]] = [snap];
    let last = snap;
    for (let below = takeBelow(snap); below; below = takeBelow(below)) snaps.push((last = below));
    for (const one of snaps) if (one.more) widths.learn(one);
    const { epoch, upto, next } = last;
    if (last.more) {
      const below = { kind: "snap", epoch, upto, before: next, limit: LIMITS.pageRows } as const;
      if (line.length === 0) line = [send(widths.window(below, next))];
      goOn(below);
    } else {
      // Not before the last window is read: a row changed after that one was is in the pull alone.
      line = [send({ kind: "pull", epoch, since: upto })];
    }
    return { snaps };
  };
}

async function fetchPage(api: SyncApi, request: PullRequest): Promise<Page> {
  return request.kind === "pull"
    ? { pull: await api.pull(request) }
    : { snap: await api.snap(request) };
}

function isSame(asked: PullRequest, wanted: PullRequest): boolean {
  if (asked.epoch !== wanted.epoch) return false;
  if (asked.kind === "pull") return wanted.kind === "pull" && asked.since === wanted.since;
  return wanted.kind === "snap" && asked.upto === wanted.upto && asked.before === wanted.before;
}

function isBelow(asked: Snap, wanted: Snap): boolean {
  const isOfOne = asked.epoch === wanted.epoch && asked.upto === wanted.upto;
  return isOfOne && (asked.before ?? 0) < (wanted.before ?? 0);
}

/** How many sequences hold as many rows as fit: many hold none, for their rows were changed since. */
function createWidths() {
  let width: number | undefined;
  return {
    /** The rows before `before`: of a server that knows no windows, as many as it likes to give. */
    window(of: Snap, before: number): Snap {
      const { from: _, ...below } = { ...of, before };
      return width === undefined ? below : { ...below, from: Math.max(1, before - width) };
    },
    learn({ upto, before, next, rows: { ids }, weight }: SnapPage): void {
      if (weight === undefined) return;
      const rows = ids.length;
      const span = Math.max(1, (before ?? upto + 1) - next);
      const room = (FULL * LIMITS.pageBytes * rows) / Math.max(1, weight);
      const fit = rows === 0 ? WANTED : Math.max(1, Math.min(WANTED, room));
      width = Math.ceil(Math.min(span * WIDER, (span * fit) / Math.max(1, rows)));
    },
  };
}
