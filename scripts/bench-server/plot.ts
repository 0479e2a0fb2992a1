import type { PullCost } from "./pull-cost";

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 64;
const RIGHT = 250;
const TOP = 40;
const BOTTOM = 52;
const COLOURS = ["#3f6f8f", "#b0632b", "#4f7f4a", "#8a4f7d", "#8c8577"];
/** How close two names may stand beside the lines. */
const LINE = 16;

/** Both scales by tens: what does not grow is level, what grows with the workspace climbs. */
export function plot(costs: readonly PullCost[], note: string): string {
  const sizes = [...(costs[0]?.bySize.keys() ?? [])];
  const all = costs.flatMap(({ bySize }) => [...bySize.values()]);
  const floor = Math.floor(Math.log10(Math.min(...all.map(({ low }) => low))));
  const ceiling = Math.ceil(Math.log10(Math.max(...all.map(({ high }) => high))));
  const x = (size: number) => scale(Math.log10(size), [3, 6], [LEFT, WIDTH - RIGHT]);
  const y = (ms: number) => scale(Math.log10(ms), [floor, ceiling], [HEIGHT - BOTTOM, TOP]);

  const lines: string[] = [];
  for (let power = floor; power <= ceiling; power++) {
    const at = round(y(10 ** power));
    lines.push(
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#dedad2"/>`,
      text(LEFT - 8, at + 4, `${10 ** power} ms`, "end"),
    );
  }
  for (const size of sizes) {
    lines.push(text(round(x(size)), HEIGHT - BOTTOM + 20, size.toLocaleString("en"), "middle"));
  }
  const middle = (LEFT + WIDTH - RIGHT) / 2;
  lines.push(text(middle, HEIGHT - BOTTOM + 40, "rows in the workspace", "middle"));

  const ends = costs.map(({ bySize }) => y([...bySize.values()].at(-1)?.middle ?? 1));
  const places = apart(ends);
  for (const [index, { name, bySize }] of costs.entries()) {
    const colour = COLOURS[index % COLOURS.length] ?? "#000";
    const points = Array.from(bySize, ([size, ms]) => `${round(x(size))},${round(y(ms.middle))}`);
    lines.push(
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.join(" ")}"/>`,
    );
    for (const [size, { low, high, middle: at }] of bySize) {
      const where = round(x(size));
      lines.push(
        `<line x1="${where}" x2="${where}" y1="${round(y(low))}" y2="${round(y(high))}" stroke="${colour}"/>`,
        `<circle cx="${where}" cy="${round(y(at))}" r="3" fill="${colour}"/>`,
      );
    }
    lines.push(text(WIDTH - RIGHT + 12, round((places[index] ?? 0) + 4), name, "start", colour));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="What a pull costs by the rows in the workspace">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfcf9"/>
${text(LEFT, 22, note, "start")}
${lines.join("\n")}
</svg>
`;
}

function scale(value: number, [from, to]: [number, number], [low, high]: [number, number]): number {
  return low + ((value - from) / (to - from)) * (high - low);
}

/** Names in their order from above, none on top of another. */
function apart(wanted: readonly number[]): number[] {
  const placed = [...wanted];
  const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a]! - wanted[b]!);
  let above = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    above = Math.max(placed[index]!, above + LINE);
    placed[index] = above;
  }
  return placed;
}

function text(x: number, y: number, words: string, anchor: string, fill = "#4a463f"): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${words}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
